// Audit table: who did what, when, on which device: the record in plain words. Names of people and
// organisations stand in it, and nothing of what was said about them. Pure.
#pragma once

#include <span>

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

// One row an operation, by corrected time, and in the order of the record where that is the same.
// The state is that of the operations.
[[nodiscard]] Table audit_table(const EventState& state, std::span<const Operation> operations);

// Whether it says nothing but where a note stands among those of its table, of which a table that
// puts its notes in order leaves many.
[[nodiscard]] bool only_orders_notes(const Operation& operation);

}  // namespace stormote
