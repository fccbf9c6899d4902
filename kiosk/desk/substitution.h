// Substitution: who came in whose place, read from the event state. Pure; reads every attendee
// where it says so.
#pragma once

#include <vector>

#include "sync/model/presence.h"

namespace stormote {

// Whose place this person took; nothing for anybody who came for themself.
[[nodiscard]] std::optional<AttendeeId> absent_of(const Attendee& substitute);

// Who is here in the place of a person, smallest id first. More than one only where two devices
// could not hear each other. Reads every attendee.
[[nodiscard]] std::vector<AttendeeId> substitutes_here(const EventState& state,
                                                       const AttendeeId& absent);

}  // namespace stormote
