// Event mix: the people of an event as a problem for the groups, and a plan as seats. Pure.
#pragma once

#include "kiosk/groups/group_plan.h"
#include "kiosk/groups/mix_plan.h"
#include "sync/model/presence.h"

namespace stormote {

// The registered attendees who did not cancel, in an order that is the same on every device.
[[nodiscard]] std::vector<AttendeeId> seated_attendees(const EventState& state);

struct EventMix {
    std::vector<AttendeeId> attendees;  // by place in the problem
    MixProblem problem;
    // Every column that can be a criterion; the problem has the standard ones.
    std::vector<Criterion> columns;
};

// Facilitators lead the group that names them and are not counted; chairs are as many as a group
// says.
[[nodiscard]] EventMix event_mix(const EventState& state, int group_count);

// One more, last in the problem, of whom no more is known than that.
void add_person(EventMix& mix, const std::string& organisation, const std::string& sector,
                AttendeeRole role);

// Who would sit where, with what it costs.
struct GroupDraft {
    int group_count = 0;
    std::vector<std::vector<GroupSeat>> rounds;
    MixPlan plan;
    GroupCost cost;
    GroupCost bound;
};

[[nodiscard]] GroupDraft draft_of(const EventMix& mix, MixPlan plan);

}  // namespace stormote
