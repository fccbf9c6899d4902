#include "kiosk/groups/search/chairs.h"

#include <algorithm>
#include <map>

#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/sizes.h"

namespace stormote {

namespace {

constexpr int no_value = 0;

using Counts = std::map<int, int>;  // of people, by value

int count(const Counts& counts, int value) {
    const auto found = counts.find(value);
    return found == counts.end() ? 0 : found->second;
}

class Chairs {
  public:
    Chairs(const RoundTask& task, int column)
        : task_(task), column_(column), sizes_(size_ranges(task.sizes)), fixed_(sizes_.size()) {
        for (const int person : task.seated) {
            if (task.freedoms[as_index(person)] != Freedom::fixed) continue;
            ++fixed_[as_index(task.group_of[as_index(person)])][value_of(person)];
        }
    }

    // Each block counts where it takes least; two in one group take no less than each alone.
    [[nodiscard]] std::int64_t missing() const {
        std::vector<std::int64_t> alone(fixed_.size());
        std::int64_t sum = 0;
        for (std::size_t group = 0; group < fixed_.size(); ++group) {
            alone[group] = missing_in(group, {});
            sum += alone[group];
        }
        for (const int number : task_.moving_blocks) {
            const Counts block = counts_of(number);
            auto least = static_cast<std::int64_t>(task_.seated.size());
            for (std::size_t group = 0; group < fixed_.size() && least > 0; ++group) {
                least = std::min(least, missing_in(group, block) - alone[group]);
            }
            sum += least;
        }
        return sum;
    }

  private:
    [[nodiscard]] int value_of(int person) const { return task_.seating.value(person, column_); }

    [[nodiscard]] Counts counts_of(int block) const {
        Counts counts;
        for (const int person : task_.blocks.blocks[as_index(block)].people) {
            if (std::binary_search(task_.seated.begin(), task_.seated.end(), person)) {
                ++counts[value_of(person)];
            }
        }
        return counts;
    }

    [[nodiscard]] std::int64_t missing_in(std::size_t group, const Counts& block) const {
        std::int64_t needed = count(fixed_[group], no_value) + count(block, no_value);
        for (std::size_t i = 1; i < task_.seating.rules.size(); ++i) {
            const ValueRule& rule = task_.seating.rules[i];
            if (rule.result != column_) continue;
            const int value = static_cast<int>(i);
            const int floor =
                share_range(rule.total, sizes_[group].smallest, task_.seating.seat_count).floor;
            needed += std::max(floor, count(fixed_[group], value) + count(block, value));
        }
        return std::max<std::int64_t>(0, needed - sizes_[group].largest);
    }

    const RoundTask& task_;
    int column_;
    std::vector<SizeRange> sizes_;
    std::vector<Counts> fixed_;  // by group
};

}  // namespace

std::int64_t missing_chairs(const RoundTask& task, int column) {
    return Chairs(task, column).missing();
}

}  // namespace stormote
