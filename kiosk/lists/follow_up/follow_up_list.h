// Follow-up list: the follow-up as it was exported, with what people wrote into it since, made into
// changes. Pure, any thread.
//
// Its headings are those of the export, in Swedish or English. A row is found by its id; of the
// rest, owner, department, due, state, answer, answered on and told on are read. A cell that says
// what the export would say is no change; an emptied one takes away what stood there. Columns and
// rows that are left out stay as they are.
#pragma once

#include <vector>

#include "kiosk/lists/list_problem.h"
#include "kiosk/lists/list_source.h"
#include "sync/report/follow_up_changes.h"

namespace stormote {

struct FollowUpPlan {
    std::vector<FollowUpChange> changes;
    std::int64_t unchanged = 0;  // rows
    ListProblems problems;       // where there are any, there are no changes
    ListProblems notes;          // what is good to know, and stops nothing
};

[[nodiscard]] FollowUpPlan plan_follow_up(const ListSource& source, const EventState& state);

}  // namespace stormote
