#include "kiosk/groups/search/sizes.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <set>

namespace stormote {

namespace {

// How many people there are where every size is `level`, as far as its limits allow.
int people_at(int level, const std::vector<int>& least, const std::vector<int>& most) {
    int people = 0;
    for (std::size_t group = 0; group < least.size(); ++group) {
        people += std::clamp(level, least[group], most[group]);
    }
    return people;
}

}  // namespace

std::vector<int> even_sizes(int people, const std::vector<int>& least, const std::vector<int>& most,
                            const std::vector<int>& wanted) {
    assert(std::accumulate(least.begin(), least.end(), 0) <= people);
    // The highest level that does not seat more than there are.
    int low = 0;
    int high = people;
    while (low < high) {
        const int middle = low + (high - low + 1) / 2;
        if (people_at(middle, least, most) <= people) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    std::vector<int> sizes(least.size());
    int left = people;
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        sizes[group] = std::clamp(low, least[group], most[group]);
        left -= sizes[group];
    }
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    if (!wanted.empty()) {
        std::stable_sort(order.begin(), order.end(),
                         [&](auto one, auto other) { return wanted[one] > wanted[other]; });
    }
    for (const std::size_t group : order) {
        if (left == 0) break;
        if (sizes[group] != low || sizes[group] >= most[group]) continue;
        ++sizes[group];
        --left;
    }
    assert(left == 0);
    return sizes;
}

std::vector<SizeRange> size_ranges(const std::vector<int>& sizes) {
    const std::set<int> known(sizes.begin(), sizes.end());
    std::vector<SizeRange> ranges;
    ranges.reserve(sizes.size());
    for (const int size : sizes) {
        ranges.push_back({known.contains(size - 1) ? size - 1 : size,
                          known.contains(size + 1) ? size + 1 : size});
    }
    return ranges;
}

}  // namespace stormote
