// Value names: how the reports name roles, kinds and states, for programs and for people. Pure.
#pragma once

#include "sync/model/presence.h"
#include "sync/report/table.h"

namespace stormote {

[[nodiscard]] Word role_word(AttendeeRole role);
[[nodiscard]] Word method_word(CheckInMethod method);
[[nodiscard]] Word note_kind_word(NoteKind kind);
[[nodiscard]] Word message_kind_word(MessageKind kind);
// Expected, present or left; cancelled where the registration is and nobody came.
[[nodiscard]] Word status_word(const Attendee& attendee, const Presence& presence);
// Registered, registered after the deadline (a date; empty: there is none), or a walk-in.
[[nodiscard]] Word registration_word(const Attendee& attendee, const std::string& deadline);
[[nodiscard]] Word yes_or_no(bool is_so);

struct NamedAttendee {
    AttendeeId id;
    const Attendee *attendee = nullptr;
    std::string name;
};
// Everybody who is described or was checked in, in Swedish order of names.
[[nodiscard]] std::vector<NamedAttendee> attendees_by_name(const EventState& state);

}  // namespace stormote
