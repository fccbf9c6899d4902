// Public table: an export's table for everybody: its columns as they are, without what names
// people. Pure.
#pragma once

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

// Cells that name a person or say how to reach one are empty; of a table of people, also what they
// are: their organisation, sector and language.
[[nodiscard]] Table without_names(Table table);

// The messages without names; of a wish to be contacted also without what it says, which is for
// whom it is addressed to alone.
[[nodiscard]] Table public_messages(const EventState& state);

}  // namespace stormote
