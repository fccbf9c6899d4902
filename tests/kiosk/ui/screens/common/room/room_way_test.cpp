// The way to a table, between the others.
#include "kiosk/ui/screens/common/room/room_way.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

namespace stormote {

namespace {

// Three rows of five tables in a room of 18 by 12 metres.
SeatingMap hall() {
    SeatingMap map;
    map.size = {18, 12};
    map.has_walls = true;
    map.entrance = Spot{9, 12};
    for (int table = 0; table < 15; ++table) {
        map.tables[table + 1] = {3.0 + 3 * (table % 5), 3.0 + 3 * (table / 5)};
    }
    return map;
}

double distance_to(const Spot& from, const Spot& to, const Spot& place) {
    const double across = to.across - from.across;
    const double down = to.down - from.down;
    const double length = across * across + down * down;
    double share = 0;
    if (length > 0) {
        share = ((place.across - from.across) * across + (place.down - from.down) * down) / length;
    }
    share = std::min(1.0, std::max(0.0, share));
    return std::hypot(from.across + share * across - place.across,
                      from.down + share * down - place.down);
}

}  // namespace

TEST_CASE("a way begins at the entrance, ends at the table, and runs over no other table") {
    const SeatingMap map = hall();
    constexpr double clear = 1.1;
    // Half a cell of the grid that it was looked for on.
    constexpr double grain = 0.35;
    for (const auto& [table, spot] : map.tables) {
        INFO(table);
        const auto way = way_to(map, *map.entrance, table, clear);
        REQUIRE(way.size() >= 2);
        CHECK(way.front() == *map.entrance);
        CHECK(way.back() == spot);
        for (std::size_t i = 0; i + 1 < way.size(); ++i) {
            for (const auto& [other, place] : map.tables) {
                if (other == table) continue;
                CHECK(distance_to(way[i], way[i + 1], place) > clear - grain);
            }
        }
    }
}

TEST_CASE("a way turns no more often than it has to") {
    SeatingMap map = hall();
    map.tables = {{1, {9, 3}}};
    CHECK(way_to(map, *map.entrance, 1, 1).size() == 2);
    map.tables = {{1, {3, 3}}};
    CHECK(way_to(map, *map.entrance, 1, 1).size() == 3);
}

TEST_CASE("where the tables leave no way, it is straight") {
    const SeatingMap map = hall();
    CHECK(way_to(map, *map.entrance, 3, 4) == std::vector<Spot>{*map.entrance, map.tables.at(3)});
}

TEST_CASE("a table at the very place of the start does not close the way") {
    const SeatingMap map = hall();
    const auto way = way_to(map, map.tables.at(1), 15, 0.9);
    CHECK(way.size() > 2);
    CHECK(way.front() == map.tables.at(1));
}

}  // namespace stormote
