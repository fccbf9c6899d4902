// Presence: who is here, since when, and in which group: questions to the event state.
// Pure functions; they keep nothing.
#pragma once

#include "sync/model/event_state.h"

namespace stormote {

enum class PresenceKind : std::uint8_t {
    expected,  // never checked in, or every check-in was taken back
    present,
    left,  // was here, and checked out
};

struct Presence {
    PresenceKind kind = PresenceKind::expected;
    // The earliest check-in, by corrected time, that nobody took back. Null when expected.
    const CheckInFact *first = nullptr;
    // The check-ins that stand: neither taken back nor ended by a check-out.
    std::vector<const CheckInFact *> standing;
};

[[nodiscard]] Presence presence_of(const EventState& state, const AttendeeId& id);
// Of a ticket whose owner this replica does not know.
[[nodiscard]] Presence presence_of(const EventState& state, const Ticket& ticket);
// Of each ticket that somebody came with of whom nothing is known, ascending. A ticket of an erased
// person is none: that person counts already.
[[nodiscard]] std::vector<std::pair<TicketId, Presence>> unknown_arrivals(const EventState& state);

// The wall clock of the device that noted it, corrected by the offset measured for that device.
[[nodiscard]] std::int64_t corrected_ms(const EventState& state, const CheckInFact& fact);
// The same of any fact with its stamp.
[[nodiscard]] std::int64_t corrected_ms(const EventState& state, Stamp stamp, std::int64_t wall_ms);

// A ticket of theirs that lets them in; of several the same one on every replica. Nothing where
// there is none.
[[nodiscard]] std::optional<TicketId> valid_ticket(const EventState& state, const AttendeeId& id);

// Who leads the group, as attendees() has them: nobody where nobody known is named. A closed group
// keeps the name.
[[nodiscard]] std::optional<AttendeeId> facilitator_of(const EventState& state,
                                                       const LatestFields& group);
[[nodiscard]] std::optional<AttendeeId> facilitator_of(const EventState& state, GroupNumber group);

// How many chairs a group has; nothing where nobody has said.
[[nodiscard]] std::optional<int> capacity_of(const LatestFields& group);

enum class SeatBasis : std::uint8_t { none, planned, told, moved };
struct Seat {
    std::optional<GroupNumber> group;
    SeatBasis basis = SeatBasis::none;
};

// Where a person sits in a round: where an organiser moved them, be it to no group, or what they
// were told at the door (round 1), whichever came later; else the plan's. A plan takes back the
// moves that are older, except of those who had been told a group before they were moved.
[[nodiscard]] Seat seat_of(const EventState& state, const AttendeeId& id, RoundNumber round = 1);
[[nodiscard]] std::optional<GroupNumber> group_of(const EventState& state, const AttendeeId& id,
                                                  RoundNumber round = 1);

// Where a person is to sit in a round. Whom nobody gave a seat in a later one, such as somebody who
// registered at the door, stays at the table of the round before.
[[nodiscard]] std::optional<GroupNumber> sitting_group(const EventState& state,
                                                       const AttendeeId& id, RoundNumber round);

// A closed group takes nobody in. Whoever was told it, moved or planned there by somebody who had
// not heard of that keeps the seat until an organiser moves them.
[[nodiscard]] bool is_closed(const LatestFields& group);
[[nodiscard]] bool is_closed(const EventState& state, GroupNumber group);
// Those that take people in, ascending.
[[nodiscard]] std::vector<GroupNumber> open_groups(const EventState& state);

// What erasing the person now has to say, so that the statistics stay as they are.
[[nodiscard]] AttendeeErased erasure_of(const EventState& state, const AttendeeId& id);

enum class AttendeeRole : std::uint8_t { civil, elected, official };
// Everybody who is not said to be of the municipality counts as civil society.
[[nodiscard]] AttendeeRole role_of(const Attendee& attendee);
[[nodiscard]] const char *role_name(AttendeeRole role);
[[nodiscard]] std::optional<AttendeeRole> parse_role(std::string_view name);

[[nodiscard]] inline bool is_cancelled(const Attendee& attendee) {
    return attendee.get(AttendeeField::status) == "cancelled";
}

// Somebody whom the organiser has to place: neither gone home, nor expected no more.
[[nodiscard]] bool needs_seat(const Attendee& attendee, PresenceKind presence);

}  // namespace stormote
