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

// The groups that so many are dealt into: the open ones in the order of their numbers, then new
// ones with numbers that no group has had. Where none is open, from 1 again.
[[nodiscard]] std::vector<GroupNumber> groups_to_deal(const EventState& state, int count);

struct EventMix {
    std::vector<AttendeeId> attendees;  // by place in the problem
    MixProblem problem;                 // its groups have the numbers that the event knows
    // Every column that can be a criterion; the problem has the standard ones.
    std::vector<Criterion> columns;
};

// Who met at earlier meetings of the series is to meet others. Facilitators lead the group that
// names them and are not counted; chairs are as many as a group says; whoever has a lock stays in
// their group.
[[nodiscard]] EventMix event_mix(const EventState& state, int group_count);
// The same of these people and groups alone, as they are in that round. Asserts that there is a
// group.
[[nodiscard]] EventMix mix_of(const EventState& state, std::vector<AttendeeId> attendees,
                              std::vector<GroupNumber> groups, RoundNumber round);
// From then on the person stays where they sit in that round; does nothing where a wish says where
// they sit, or where they have no group.
void keep_seat(const EventState& state, EventMix& mix, std::size_t person, RoundNumber round);

// Whoever has been placed otherwise since, by another wish, is not placed by their needs.
void drop_overruled_needs(MixProblem& problem);

// Criteria without values are left out: nobody can do well or badly by them.
void drop_empty_criteria(MixProblem& problem);

// One more, last in the problem, of whom no more is known than that.
void add_person(EventMix& mix, const std::string& organisation, const std::string& sector,
                AttendeeRole role);

// Who would sit where, with what it costs.
struct GroupDraft {
    std::vector<GroupNumber> groups;
    std::vector<std::vector<GroupSeat>> rounds;
    MixPlan plan;
    GroupCost cost;
    GroupCost bound;
};

[[nodiscard]] GroupDraft draft_of(const EventMix& mix, MixPlan plan);

}  // namespace stormote
