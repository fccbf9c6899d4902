#include "sync/model/presence.h"

#include <algorithm>
#include <charconv>

namespace stormote {

namespace {

// How a check-in ended; one that was taken back never happened, whatever else was said of it.
std::optional<CheckInEnd> end_of(const OperationId& check_in,
                                 const std::vector<EndedCheckIn>& ended) {
    std::optional<CheckInEnd> end;
    for (const EndedCheckIn& known : ended) {
        if (known.check_in == check_in && end != CheckInEnd::undone) end = known.how;
    }
    return end;
}

class PresenceBuilder {
  public:
    explicit PresenceBuilder(const EventState& state) : state_(state) {}

    void add(const std::vector<CheckInFact>& facts, const std::vector<EndedCheckIn>& ended) {
        for (const CheckInFact& fact : facts) {
            const auto end = end_of(fact.id, ended);
            if (end == CheckInEnd::undone) continue;
            if (!end) presence_.standing.push_back(&fact);
            if (presence_.first == nullptr || is_earlier(fact, *presence_.first)) {
                presence_.first = &fact;
            }
        }
    }

    Presence take() {
        if (!presence_.standing.empty()) {
            presence_.kind = PresenceKind::present;
        } else if (presence_.first != nullptr) {
            presence_.kind = PresenceKind::left;
        }
        return std::move(presence_);
    }

  private:
    [[nodiscard]] bool is_earlier(const CheckInFact& left, const CheckInFact& right) const {
        const auto left_ms = corrected_ms(state_, left);
        const auto right_ms = corrected_ms(state_, right);
        if (left_ms != right_ms) return left_ms < right_ms;
        return left.stamp.is_before(right.stamp, state_.device_table());
    }

    const EventState& state_;
    Presence presence_;
};

}  // namespace

Presence presence_of(const EventState& state, const AttendeeId& id) {
    PresenceBuilder builder(state);
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr) return {};
    const AttendeeId person = state.person_of(id);
    builder.add(attendee->check_ins, attendee->ended);
    for (const TicketId& ticket_id : attendee->tickets) {
        const Ticket *ticket = state.find_ticket(ticket_id);
        if (ticket == nullptr || state.owner_of(*ticket) != person || ticket->check_ins.empty()) {
            continue;
        }
        // Ends of them may have been written before or after the owner was known.
        std::vector<EndedCheckIn> ended = attendee->ended;
        ended.insert(ended.end(), state.unowned_ended().begin(), state.unowned_ended().end());
        builder.add(ticket->check_ins, ended);
    }
    return builder.take();
}

Presence presence_of(const EventState& state, const Ticket& ticket) {
    PresenceBuilder builder(state);
    builder.add(ticket.check_ins, state.unowned_ended());
    return builder.take();
}

std::vector<std::pair<TicketId, Presence>> unknown_arrivals(const EventState& state) {
    std::vector<std::pair<TicketId, Presence>> arrivals;
    for (const auto& [id, ticket] : state.tickets()) {
        if (state.owner_of(ticket) || state.erased_tickets().contains(id)) continue;
        Presence presence = presence_of(state, ticket);
        if (presence.first != nullptr) arrivals.emplace_back(id, std::move(presence));
    }
    std::sort(arrivals.begin(), arrivals.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    return arrivals;
}

std::int64_t corrected_ms(const EventState& state, const CheckInFact& fact) {
    return corrected_ms(state, fact.stamp, fact.wall_ms);
}

std::int64_t corrected_ms(const EventState& state, Stamp stamp, std::int64_t wall_ms) {
    return wall_ms + state.device_at(stamp.device()).clock.ms;
}

std::optional<TicketId> valid_ticket(const EventState& state, const AttendeeId& id) {
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr) return std::nullopt;
    const AttendeeId person = state.person_of(id);
    const auto valid = std::find_if(
        attendee->tickets.rbegin(), attendee->tickets.rend(), [&](const TicketId& own) {
            const Ticket *ticket = state.find_ticket(own);
            return ticket != nullptr && ticket->mark == TicketMark::valid &&
                   state.owner_of(*ticket) == person;
        });
    return valid == attendee->tickets.rend() ? std::nullopt : std::optional(*valid);
}

std::optional<int> capacity_of(const LatestFields& group) {
    const std::string& text = group.get(GroupField::capacity);
    const char *const end = text.data() + text.size();
    int capacity = 0;
    const auto read = std::from_chars(text.data(), end, capacity);
    if (read.ec != std::errc() || read.ptr != end || capacity < 0) return std::nullopt;
    return capacity;
}

std::optional<AttendeeId> facilitator_of(const EventState& state, const LatestFields& group) {
    const auto id = parse_id<AttendeeId>(group.get(GroupField::facilitator));
    if (!id || state.find_attendee(*id) == nullptr) return std::nullopt;
    return state.person_of(*id);
}

std::optional<AttendeeId> facilitator_of(const EventState& state, GroupNumber group) {
    const auto found = state.groups().find(group);
    if (found == state.groups().end()) return std::nullopt;
    return facilitator_of(state, found->second);
}

namespace {

std::optional<GroupNumber> planned_group(const std::vector<GroupSeat>& seats,
                                         const AttendeeId& record) {
    const auto seat = std::lower_bound(
        seats.begin(), seats.end(), record,
        [](const GroupSeat& known, const AttendeeId& wanted) { return known.attendee < wanted; });
    if (seat == seats.end() || seat->attendee != record) return std::nullopt;
    return seat->group;
}

}  // namespace

Seat seat_of(const EventState& state, const AttendeeId& id, RoundNumber round) {
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr || round < 1) return {};
    const auto move = std::find_if(attendee->moves.begin(), attendee->moves.end(),
                                   [round](const auto& known) { return known.round == round; });
    const Presence presence = presence_of(state, id);
    const bool is_told = round == 1 && presence.first != nullptr && presence.first->told_group > 0;
    const auto is_older = [&state](const Stamp& left, const Stamp& right) {
        return left.is_before(right, state.device_table());
    };
    // Of a move and what is told the later one counts: a door that had heard of the move tells the
    // same. A newer plan replaces an older move, but nobody who had been told a group before it.
    const bool is_told_first =
        is_told && move != attendee->moves.end() && is_older(presence.first->stamp, move->stamp);
    const bool is_move_standing =
        move != attendee->moves.end() &&
        (is_told ? is_told_first : !is_older(move->stamp, state.plan_stamp()));
    if (is_move_standing) {
        return {move->group > 0 ? std::optional(move->group) : std::nullopt, SeatBasis::moved};
    }
    if (is_told) return {presence.first->told_group, SeatBasis::told};
    const auto index = static_cast<std::size_t>(round - 1);
    if (index >= state.plan().size()) return {};
    for (const AttendeeId& record : state.attendee_records().records_of(id)) {
        if (const auto group = planned_group(state.plan()[index], record)) {
            return {group, SeatBasis::planned};
        }
    }
    return {};
}

std::optional<GroupNumber> group_of(const EventState& state, const AttendeeId& id,
                                    RoundNumber round) {
    return seat_of(state, id, round).group;
}

std::optional<GroupNumber> sitting_group(const EventState& state, const AttendeeId& id,
                                         RoundNumber round) {
    for (; round > 1; --round) {
        const Seat seat = seat_of(state, id, round);
        if (seat.basis != SeatBasis::none) return seat.group;
    }
    return group_of(state, id, round);
}

bool is_closed(const LatestFields& group) {
    return group.get(GroupField::closed) == "closed";
}

bool is_closed(const EventState& state, GroupNumber group) {
    const auto found = state.groups().find(group);
    return found != state.groups().end() && is_closed(found->second);
}

std::vector<GroupNumber> open_groups(const EventState& state) {
    std::vector<GroupNumber> groups;
    for (const auto& [group, fields] : state.groups()) {
        // 0 is no group, whatever was said of it.
        if (group > 0 && !is_closed(fields)) groups.push_back(group);
    }
    return groups;
}

AttendeeErased erasure_of(const EventState& state, const AttendeeId& id) {
    AttendeeErased erasure;
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr) return erasure;
    erasure.role = role_name(role_of(*attendee));
    erasure.counted = presence_of(state, id).first == nullptr ? Counted::no : Counted::yes;
    erasure.tickets = attendee->tickets;
    return erasure;
}

AttendeeRole role_of(const Attendee& attendee) {
    return parse_role(attendee.get(AttendeeField::role)).value_or(AttendeeRole::civil);
}

const char *role_name(AttendeeRole role) {
    switch (role) {
        case AttendeeRole::civil:
            return "civil";
        case AttendeeRole::elected:
            return "elected";
        case AttendeeRole::official:
            return "official";
    }
    return "civil";
}

std::optional<AttendeeRole> parse_role(std::string_view name) {
    for (const AttendeeRole role :
         {AttendeeRole::civil, AttendeeRole::elected, AttendeeRole::official}) {
        if (name == role_name(role)) return role;
    }
    return std::nullopt;
}

bool needs_seat(const Attendee& attendee, PresenceKind presence) {
    if (attendee.fields.empty() || presence == PresenceKind::left) return false;
    return presence == PresenceKind::present || !is_cancelled(attendee);
}

}  // namespace stormote
