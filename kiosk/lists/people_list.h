// People list: the bare CSV of people to be grouped, without an event: id, name, organisation,
// sector, role and, where wanted, gender, the number of rounds that somebody stays, and any other
// column. Pure.
#pragma once

#include "kiosk/groups/problem/mix_problem.h"
#include "kiosk/lists/list_problem.h"
#include "kiosk/lists/list_source.h"

namespace stormote {

struct PeopleList {
    std::vector<std::string> ids;
    // The columns that can be a criterion, organisation first; a value for each id.
    std::vector<Criterion> columns;
    int standard_count = 0;          // so many of them, from the first, are criteria by themselves
    std::vector<int> rounds_stayed;  // one an id; empty: all stay
    ListProblems problems;
};

[[nodiscard]] PeopleList read_people(const ListSource& source);

}  // namespace stormote
