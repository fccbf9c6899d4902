// CheckInVerdict: what happens when somebody shows a ticket or picks their name: a value, not an
// exception, so that no caller can forget an outcome. Pure.
#pragma once

#include "sync/model/presence.h"

namespace stormote {

enum class Verdict : std::uint8_t {
    admitted,
    readmitted,
    already_checked_in,
    unknown_ticket,
    wrong_event,
    revoked,
    cancelled,
    forged,
    admitted_unregistered,  // an authentic ticket that this device had not heard of
};

// "admitted", as scripts read it.
[[nodiscard]] const char *verdict_name(Verdict verdict);
// Whether the verdict lets the person in now, and so is written into the record.
[[nodiscard]] bool is_admission(Verdict verdict);

enum class TicketAuthenticity : std::uint8_t {
    authentic,    // issued under this event's key
    known_code,   // a short code of a ticket in this record
    forged,       // names this event, but nobody with its key wrote it
    other_event,  // a ticket, of another event
    unreadable,   // not a ticket at all, or a short code that is unknown
};

// What the text of a ticket says, before the record is asked.
struct TicketReading {
    TicketAuthenticity authenticity = TicketAuthenticity::unreadable;
    std::optional<TicketId> ticket;
};

struct CheckInVerdict {
    Verdict verdict = Verdict::unknown_ticket;
    std::optional<AttendeeId> attendee;
    std::optional<TicketId> ticket;
    // Of the check-in that counts already, where the verdict is already_checked_in.
    std::optional<CheckInFact> first;
};

[[nodiscard]] CheckInVerdict decide(const EventState& state, const TicketReading& reading);
[[nodiscard]] CheckInVerdict decide(const EventState& state, const AttendeeId& attendee);

}  // namespace stormote
