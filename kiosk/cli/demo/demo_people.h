// Demo people: an invented list to try things out. The same seed gives the same list everywhere.
// All names are common given and family names put together by chance. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sync/model/presence.h"
#include "sync/model/seating_map.h"

namespace stormote {

struct DemoOrganisation {
    std::string name;
    std::string sector;
};

struct DemoPerson {
    std::string given_name;
    std::string family_name;
    int organisation = 0;  // index into the organisations
    AttendeeRole role = AttendeeRole::civil;
};

struct DemoList {
    std::vector<DemoOrganisation> organisations;
    std::vector<DemoPerson> people;
};

// Of a hundred and four people, 79 come from 56 organisations and 25 from the municipality; other
// numbers in these proportions.
[[nodiscard]] DemoList make_demo_list(int people, std::uint64_t seed);

struct DemoTable {
    const char *name = nullptr;
    const char *place = nullptr;
    std::optional<Spot> spot;
};
// The table of a group, from 1. After the last, names come again, for tables without a place on the
// plan.
[[nodiscard]] DemoTable demo_table(GroupNumber group);
// The room that they stand in.
[[nodiscard]] RoomPlan demo_room();

}  // namespace stormote
