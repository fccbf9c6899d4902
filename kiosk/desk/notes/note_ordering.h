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
// The same to stand before another one of its question, or behind all of them. Nothing where it
// stands there, too. Pure.
[[nodiscard]] std::optional<FieldTexts> placed(const EventState& state, const NoteId& note,
                                               const std::optional<NoteId>& ahead_of);
// Moves a note by one, or to its place among all. Nothing: it cannot be moved so, and nothing is
// recorded.
std::optional<NoteMarking> shift_note(Desk& desk, const NoteId& note, NoteShift way, Actor actor);
std::optional<NoteMarking> place_note(Desk& desk, const NoteId& note,
                                      const std::optional<NoteId>& ahead_of, Actor actor);

}  // namespace stormote
