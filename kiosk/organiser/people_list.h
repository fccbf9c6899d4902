// People list: the bare CSV of people to be grouped, without an event: id, name, organisation,
// sector, role and, where wanted, gender. Pure.
#pragma once

#include "kiosk/groups/group_plan.h"
#include "kiosk/organiser/list_problem.h"

namespace stormote {

struct PeopleList {
    std::vector<std::string> ids;
    std::vector<GroupCandidate> people;  // one an id
    ListProblems problems;
};

[[nodiscard]] PeopleList read_people(std::string_view bytes);

}  // namespace stormote
