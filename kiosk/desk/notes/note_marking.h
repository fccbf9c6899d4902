// Note marking: what a table says of one of its notes besides the words, as one step that can be
// taken back: how many agree, who sees to it and by when, whether everybody is to see it. The
// desk's thread.
#pragma once

#include <optional>

#include "kiosk/desk/desk.h"

namespace stormote {

// So many notes of a question a table chooses to be shown to everybody.
constexpr std::size_t most_chosen = 3;

struct NoteMarking {
    NoteId note;
    FieldTexts from;  // what stood in the same fields before, empty texts too
    FieldTexts to;
};

// Records what is said of a note: fields that is_said_at_table() names. Nothing where all of it
// stands so already, or the note is not known: then nothing is recorded.
std::optional<NoteMarking> mark_note(Desk& desk, const NoteId& note, FieldTexts to, Actor actor);
// One more at the table agrees.
std::optional<NoteMarking> count_agreeing(Desk& desk, const NoteId& note, Actor actor);
// Chooses a note to be shown to everybody, or takes that back. Nothing where it does not stand, or
// as many are chosen as a table may.
std::optional<NoteMarking> toggle_chosen(Desk& desk, const NoteId& note, Actor actor);
// Records what stood there before. False: somebody has said something else since; nothing is
// recorded.
bool take_back(Desk& desk, const NoteMarking& marking, Actor actor);

// The notes of a group on a question that are chosen and stand, in the order of their ids.
[[nodiscard]] std::vector<NoteId> notes_chosen_at_table(const EventState& state, GroupNumber group,
                                                        QuestionNumber question);

}  // namespace stormote
