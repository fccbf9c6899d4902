#include "sync/model/verdict.h"

namespace stormote {

namespace {

Verdict verdict_of(const Presence& presence, Verdict when_new) {
    switch (presence.kind) {
        case PresenceKind::present:
            return Verdict::already_checked_in;
        case PresenceKind::left:
            return Verdict::readmitted;
        case PresenceKind::expected:
            break;
    }
    return when_new;
}

CheckInVerdict finish(CheckInVerdict verdict, const Presence& presence, Verdict when_new) {
    verdict.verdict = verdict_of(presence, when_new);
    if (verdict.verdict == Verdict::already_checked_in) verdict.first = *presence.first;
    return verdict;
}

}  // namespace

const char *verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::admitted:
            return "admitted";
        case Verdict::readmitted:
            return "readmitted";
        case Verdict::already_checked_in:
            return "already_checked_in";
        case Verdict::unknown_ticket:
            return "unknown_ticket";
        case Verdict::wrong_event:
            return "wrong_event";
        case Verdict::revoked:
            return "revoked";
        case Verdict::cancelled:
            return "cancelled";
        case Verdict::forged:
            return "forged";
        case Verdict::admitted_unregistered:
            return "admitted_unregistered";
    }
    return "unknown_ticket";
}

bool is_admission(Verdict verdict) {
    return verdict == Verdict::admitted || verdict == Verdict::readmitted ||
           verdict == Verdict::admitted_unregistered;
}

CheckInVerdict decide(const EventState& state, const TicketReading& reading) {
    CheckInVerdict verdict;
    switch (reading.authenticity) {
        case TicketAuthenticity::unreadable:
            return verdict;
        case TicketAuthenticity::forged:
            verdict.verdict = Verdict::forged;
            return verdict;
        case TicketAuthenticity::other_event:
            verdict.verdict = Verdict::wrong_event;
            return verdict;
        case TicketAuthenticity::authentic:
        case TicketAuthenticity::known_code:
            break;
    }
    verdict.ticket = reading.ticket;
    const Ticket *ticket = state.find_ticket(*reading.ticket);
    if (ticket != nullptr && ticket->mark == TicketMark::revoked) {
        verdict.verdict = Verdict::revoked;
        verdict.attendee = state.owner_of(*ticket);
        return verdict;
    }
    const auto owner = ticket == nullptr ? std::nullopt : state.owner_of(*ticket);
    if (owner) {
        CheckInVerdict decided = decide(state, *owner);
        decided.ticket = reading.ticket;
        return decided;
    }
    const Presence presence = ticket == nullptr ? Presence{} : presence_of(state, *ticket);
    return finish(verdict, presence, Verdict::admitted_unregistered);
}

CheckInVerdict decide(const EventState& state, const AttendeeId& id) {
    CheckInVerdict verdict;
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr) return verdict;
    verdict.attendee = state.person_of(id);
    const Presence presence = presence_of(state, id);
    if (is_cancelled(*attendee) && presence.kind == PresenceKind::expected) {
        verdict.verdict = Verdict::cancelled;
        return verdict;
    }
    return finish(verdict, presence, Verdict::admitted);
}

}  // namespace stormote
