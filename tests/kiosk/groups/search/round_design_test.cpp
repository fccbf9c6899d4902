#include "kiosk/groups/search/round_design.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

namespace stormote {

namespace {

bool repeats_somebody(const RoundDesign& design) {
    std::set<std::pair<std::size_t, std::size_t>> met;
    for (const auto& row : design.group_of_seat) {
        for (std::size_t left = 0; left < row.size(); ++left) {
            for (std::size_t right = left + 1; right < row.size(); ++right) {
                if (row[left] == row[right] && !met.emplace(left, right).second) return true;
            }
        }
    }
    return false;
}

int size_spread(const std::vector<int>& row, int groups) {
    std::vector<int> sizes(static_cast<std::size_t>(groups));
    for (const int group : row) ++sizes.at(static_cast<std::size_t>(group));
    const auto [smallest, largest] = std::minmax_element(sizes.begin(), sizes.end());
    return *largest - *smallest;
}

}  // namespace

TEST_CASE("six rounds of groups of eight are found for most numbers of groups, odd sizes as well") {
    for (const int groups : {12, 14, 15, 18, 20, 21, 24}) {
        for (const int people : {8 * groups, 8 * groups - 5, 7 * groups + 1}) {
            CAPTURE(groups, people);
            const auto design = search_round_design(people, groups, 6);
            REQUIRE(design);
            CHECK(design->group_of_seat.size() == 6);
            CHECK_FALSE(repeats_somebody(*design));
            for (const auto& row : design->group_of_seat) {
                CHECK(size_spread(row, groups) == (people % groups == 0 ? 0 : 1));
                for (int seat = 0; seat < design->staying; ++seat) {
                    CHECK(row[static_cast<std::size_t>(seat)] == seat);
                }
            }
        }
    }
}

TEST_CASE("where somebody must meet somebody again, no design is found, and soon") {
    CHECK_FALSE(search_round_design(65, 8, 6));  // nine in a group, and eight to move on to
    CHECK_FALSE(search_round_design(32, 8, 9));
    CHECK_FALSE(search_round_design(64, 8, 6));
}

}  // namespace stormote
