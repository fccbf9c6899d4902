// Note views: the notes of a group as cards show them, taken from the event state: plain values.
// The state must stand still meanwhile. The screen thread.
#pragma once

#include <vector>

#include "kiosk/ui/screens/common/note_card.h"
#include "sync/model/event_state.h"

namespace stormote {

// The notes of a group on a question, and which they are.
struct TableNotes {
    std::vector<NoteCard> cards;  // oldest first; those that await a choice last
    std::vector<NoteId> ids;
};
[[nodiscard]] TableNotes table_notes(const EventState& state, GroupNumber group,
                                     QuestionNumber question);

// Every version of a note, newest first; empty for an unknown one.
[[nodiscard]] std::vector<NoteChoice> note_versions(const EventState& state, const NoteId& id);

}  // namespace stormote
