// Note marks: what a table may say of a note besides its words, as a list to choose from: how many
// agree, who sees to it, by when, and whom it asks. The state must stand still meanwhile. The
// screen thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/ui/screens/table/table_note.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"
#include "sync/model/fields.h"

namespace stormote {

struct NoteMark {
    NoteOption option;
    FieldTexts fields;  // what choosing it says
    std::string done;   // and how that is told: "Sees to it: Åsa Öberg"
};

// Empty where there is nothing to choose from. `round` and `wall_ms` are of this moment: whoever is
// at the table in the round can see to it, and a date is counted from the day.
[[nodiscard]] std::vector<NoteMark> note_marks(const EventState& state, const NoteId& id,
                                               NoteChoosing what, RoundNumber round,
                                               std::int64_t wall_ms, const Texts& texts);

}  // namespace stormote
