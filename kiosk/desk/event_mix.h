// Event mix: the people of an event as a problem for the groups, and a plan as seats. Pure.
#pragma once

#include "kiosk/groups/group_plan.h"
#include "kiosk/groups/mix_plan.h"
#include "sync/model/presence.h"

namespace stormote {

// The registered attendees who did not cancel, in an order that is the same on every device.
[[nodiscard]] std::vector<AttendeeId> seated_attendees(const EventState& state);
// Whether an organiser wants the person to stay where they sit, whatever is planned anew.
[[nodiscard]] bool has_seat_lock(const Attendee& attendee);

struct EventMix {
    std::vector<AttendeeId> attendees;  // by place in the problem
    MixProblem problem;
    // Every column that can be a criterion; the problem has the standard ones.
    std::vector<Criterion> columns;
};

// Facilitators lead the group that names them and are not counted; chairs are as many as a group
// says; whoever has a lock stays in their group.
[[nodiscard]] EventMix event_mix(const EventState& state, int group_count);
// The same of these people alone, with the groups that they have in that round.
[[nodiscard]] EventMix mix_of(const EventState& state, std::vector<AttendeeId> attendees,
                              int group_count, RoundNumber round);
// From then on the person stays where they sit in that round; does nothing where a wish says where
// they sit, or where they have no group.
void keep_seat(const EventState& state, EventMix& mix, std::size_t person, RoundNumber round);

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
