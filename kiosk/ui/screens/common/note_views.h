// Note views: the notes of a group as cards show them, taken from the event state: plain values.
// The state must stand still meanwhile. The screen thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/ui/screens/common/note_card.h"
#include "sync/model/event_state.h"

namespace stormote {

// The notes of a group on a question, and which they are.
struct TableNotes {
    std::vector<NoteCard> cards;  // by their places; those that await a choice last
    std::vector<NoteId> ids;
};
// Of a note that was written at another screen than `own`, the name that somebody has given that
// screen is told; where `own` is not given, of none.
[[nodiscard]] TableNotes table_notes(const EventState& state, GroupNumber group,
                                     QuestionNumber question,
                                     const std::optional<DeviceId>& own = std::nullopt);

// Every version of a note, newest first; empty for an unknown one.
[[nodiscard]] std::vector<NoteChoice> note_versions(const EventState& state, const NoteId& id);

}  // namespace stormote
