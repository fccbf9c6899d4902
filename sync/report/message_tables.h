// Message tables: what people have written on the way out, who wants to be contacted, and which
// organisations have joined the agreement. Pure functions of the event state; rows stand in the
// same order on every replica.
#pragma once

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

// Comments and wishes to be contacted: those that are signed by department and when they came
// (corrected time), then the anonymous ones, without a time and in the order of the alphabet.
[[nodiscard]] Table messages_table(const EventState& state);

// The wishes to be contacted alone, by department, for the guide who finds the right person there.
[[nodiscard]] Table contacts_table(const EventState& state);

// One row an organisation that has joined, in Swedish order, with who declared it, unless the
// person was erased.
[[nodiscard]] Table joined_table(const EventState& state);

// How the person of a message is reached: as they said at the kiosk, else as is registered. Null:
// nobody who is known.
[[nodiscard]] std::string reach_of(const MessageLeft& message, const Attendee *person);

}  // namespace stormote
