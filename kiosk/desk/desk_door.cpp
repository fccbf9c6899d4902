// Desk: who comes in and goes again, and the tickets with which they do.
#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/desk/desk.h"
#include "sync/base/text_folding.h"

namespace stormote {

CheckInOutcome Desk::check_in(std::string_view ticket_text, Actor actor) {
    const TicketReading reading = tickets_.read(ticket_text, *state_);
    return finish(decide(*state_, reading), CheckInMethod::ticket, actor);
}

CheckInOutcome Desk::check_in(const AttendeeId& attendee, CheckInMethod method, Actor actor) {
    return finish(decide(*state_, attendee), method, actor);
}

CheckInOutcome Desk::finish(const CheckInVerdict& verdict, CheckInMethod method, Actor actor) {
    if (!is_admission(verdict.verdict)) return describe(verdict);
    std::vector<Body> bodies(1);
    bodies.front().acting_role = actor.role;
    std::optional<GroupNumber> group;
    if (verdict.attendee) {
        bodies.front().persons.push_back(*verdict.attendee);
        group = place_at_door(*state_, *verdict.attendee);
        const Seat seat = seat_of(*state_, *verdict.attendee);
        // What somebody was told before goes before what they are told now; their group has closed.
        if (seat.basis != SeatBasis::planned && seat.group && group && seat.group != group) {
            bodies.push_back({{*verdict.attendee}, actor.role, GroupMoved{1, *group}});
        }
    }
    bodies.front().content = CheckedIn{method, verdict.ticket, group};
    record(bodies);
    return describe(verdict);
}

CheckInOutcome Desk::describe(const CheckInVerdict& verdict) const {
    CheckInOutcome outcome;
    outcome.verdict = verdict;
    if (verdict.first) {
        outcome.first_at_ms = corrected_ms(*state_, *verdict.first);
        outcome.first_device = state_->device_at(verdict.first->stamp.device()).name;
    }
    const Attendee *attendee =
        verdict.attendee ? state_->find_attendee(*verdict.attendee) : nullptr;
    if (attendee == nullptr) return outcome;
    outcome.name = attendee->full_name();
    outcome.organisation = state_->organisation_of(*attendee, OrganisationField::name);
    if (is_admission(verdict.verdict) || verdict.verdict == Verdict::already_checked_in) {
        outcome.round = round_time(*state_, environment_.clock.wall_ms());
        outcome.group = sitting_group(*state_, *verdict.attendee, outcome.round.now);
    }
    return outcome;
}

namespace {

// Of each record of a person its own check-ins, so that they stay ended where the records are
// parted. The first record takes what is no other's.
std::vector<std::pair<AttendeeId, std::vector<OperationId>>> by_record(
    const EventState& state, const AttendeeId& person, std::vector<OperationId> check_ins) {
    const AttendeeRecords& records = state.attendee_records();
    std::vector<AttendeeId> ids = records.records_of(person);
    std::vector<std::pair<AttendeeId, std::vector<OperationId>>> parts;
    for (std::size_t i = ids.size(); i-- > 0;) {
        const Attendee *record = records.find_written(ids[i]);
        std::vector<OperationId> own;
        const auto is_own = [&](const OperationId& check_in) {
            const auto is_it = [&](const CheckInFact& fact) { return fact.id == check_in; };
            // Or of before anybody knew whose ticket it is.
            const auto is_by_ticket = [&](const TicketId& id) {
                const Ticket *ticket = state.find_ticket(id);
                return ticket != nullptr &&
                       std::any_of(ticket->check_ins.begin(), ticket->check_ins.end(), is_it);
            };
            return i == 0 ||
                   std::any_of(record->check_ins.begin(), record->check_ins.end(), is_it) ||
                   std::any_of(record->tickets.begin(), record->tickets.end(), is_by_ticket);
        };
        std::copy_if(check_ins.begin(), check_ins.end(), std::back_inserter(own), is_own);
        std::erase_if(check_ins, is_own);
        if (!own.empty()) parts.emplace_back(ids[i], std::move(own));
    }
    return parts;
}

}  // namespace

std::vector<Body> Desk::draft_check_in_ends(const AttendeeId& attendee, CheckInEnd how, Actor actor,
                                            const std::optional<OperationId>& kept) const {
    std::vector<OperationId> standing;
    for (const CheckInFact *fact : presence_of(*state_, attendee).standing) {
        if (fact->id != kept) standing.push_back(fact->id);
    }
    std::vector<Body> bodies;
    if (standing.empty()) return bodies;
    for (const auto& [record_id, check_ins] : by_record(*state_, attendee, standing)) {
        Body& body = bodies.emplace_back(Body{{record_id}, actor.role, CheckInUndone{check_ins}});
        if (how == CheckInEnd::left) body.content = CheckedOut{check_ins};
    }
    return bodies;
}

bool Desk::undo_check_in(const AttendeeId& attendee, Actor actor) {
    return undo_check_ins(std::span(&attendee, 1), actor);
}

bool Desk::undo_check_ins(std::span<const AttendeeId> people, Actor actor) {
    std::vector<AttendeeId> undone;
    std::vector<Body> bodies;
    for (const AttendeeId& person : people) {
        auto endings = draft_check_in_ends(person, CheckInEnd::undone, actor);
        if (endings.empty()) continue;
        undone.push_back(state_->person_of(person));
        std::move(endings.begin(), endings.end(), std::back_inserter(bodies));
    }
    for (const AttendeeId& person : undone) give_place_back(person, undone, actor, bodies);
    if (bodies.empty()) return false;
    record(bodies);
    return true;
}

bool Desk::check_out(const AttendeeId& attendee, Actor actor) {
    const auto bodies = draft_check_in_ends(attendee, CheckInEnd::left, actor);
    if (bodies.empty()) return false;
    record(bodies);
    return true;
}

bool Desk::keep_check_in(const AttendeeId& attendee, const OperationId& kept, Actor actor) {
    const auto standing = presence_of(*state_, attendee).standing;
    const bool stands = std::any_of(standing.begin(), standing.end(),
                                    [&kept](const auto *fact) { return fact->id == kept; });
    const auto bodies = draft_check_in_ends(attendee, CheckInEnd::undone, actor, kept);
    if (!stands || bodies.empty()) return false;
    record(bodies);
    return true;
}

namespace {

// The first 40 bits, which the short code spells.
std::uint64_t short_part(const TicketId& ticket) {
    return read_big_endian(ByteView(ticket.bytes).first(5));
}

}  // namespace

TicketId Desk::draw_ticket(std::unordered_set<std::uint64_t>& taken) const {
    for (;;) {
        const TicketId ticket{environment_.random.bytes<8>()};
        // Two tickets must not share a short code.
        if (taken.insert(short_part(ticket)).second) return ticket;
    }
}

std::unordered_set<std::uint64_t> Desk::taken_short_parts() const {
    std::unordered_set<std::uint64_t> taken;
    for (const auto& [id, ticket] : state_->tickets()) taken.insert(short_part(id));
    return taken;
}

TicketDraft Desk::draft_tickets(Actor actor) const {
    TicketDraft draft;
    auto taken = taken_short_parts();
    for (const auto& [id, attendee] : state_->attendees()) {
        if (attendee.fields.empty()) continue;
        if (const auto valid = valid_ticket(*state_, id)) {
            draft.tickets.push_back({id, *valid});
            continue;
        }
        draft.tickets.push_back({id, draw_ticket(taken)});
        draft.bodies.push_back({{id}, actor.role, TicketIssued{draft.tickets.back().ticket}});
    }
    std::sort(draft.tickets.begin(), draft.tickets.end(), [this](const auto& l, const auto& r) {
        const int order = compare_swedish(state_->find_attendee(l.attendee)->full_name(),
                                          state_->find_attendee(r.attendee)->full_name());
        return order != 0 ? order < 0 : l.attendee < r.attendee;
    });
    return draft;
}

std::vector<IssuedTicket> Desk::issue_tickets(Actor actor) {
    TicketDraft draft = draft_tickets(actor);
    if (!draft.bodies.empty()) record(draft.bodies);
    return std::move(draft.tickets);
}

}  // namespace stormote
