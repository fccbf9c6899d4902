// Note tables: what was noted as tables for everybody: as it is published, one row a note, with all
// groups that said it. What the municipality keeps is in sync/report/event_tables.h. Pure.
#pragma once

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

// By question and group, as paper_notes() has them.
[[nodiscard]] Table public_notes_table(const EventState& state);
// The proposals alone, without their kind.
[[nodiscard]] Table public_proposals_table(const EventState& state);

}  // namespace stormote
