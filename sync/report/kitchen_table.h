// Kitchen table: what is eaten, for who cooks and who serves. Pure.
#pragma once

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

// One row a table of the first round and diet with how many people, those without a table after
// them, and one a diet in all at the end. Names stand only where a plate must reach one person: of
// allergies and the like. Without whoever cancelled.
[[nodiscard]] Table kitchen_table(const EventState& state);

}  // namespace stormote
