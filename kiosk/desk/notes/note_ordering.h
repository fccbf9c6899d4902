// Note ordering: a table changes in which order its notes on a question stand, each move a step
// that can be taken back. The desk's thread.
#pragma once

#include <optional>

#include "kiosk/desk/notes/note_marking.h"

namespace stormote {

enum class NoteShift : std::uint8_t { up, down };

// The rank with which a note stands before the one above it, or behind the one below it. Nothing
// where there is none, or one of its versions is still to be chosen: such notes have no order yet.
// Pure.
[[nodiscard]] std::optional<FieldTexts> shifted(const EventState& state, const NoteId& note,
                                                NoteShift way);
// Moves a note by one. Nothing: it cannot be moved so, and nothing is recorded.
std::optional<NoteMarking> shift_note(Desk& desk, const NoteId& note, NoteShift way, Actor actor);

}  // namespace stormote
