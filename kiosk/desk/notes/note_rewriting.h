// Note rewriting: what a table does with notes that stand already, as one step that can be taken
// back. The desk's thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/desk.h"
#include "kiosk/desk/notes/note_marking.h"

namespace stormote {

struct NoteRewriting {
    std::vector<NoteWording> from;  // what the notes said before
    std::vector<NoteWording> to;
    // What the table says of a note besides, where notes were joined, or one that was chosen came
    // to where as many are chosen as may be.
    std::optional<NoteMarking> marking = std::nullopt;
};

// Whether the note is one of the table's choice no more.
[[nodiscard]] bool loses_choice(const NoteRewriting& rewriting);

// A note that was just written; taken back, it is withdrawn.
[[nodiscard]] NoteRewriting writing_of_note(const EventState& state, const NoteId& id);

// The first note with the words of the second one below its own, and the second one withdrawn.
// Empty where they are the same, answer different questions, or one of them does not stand, or
// awaits a choice between its versions.
[[nodiscard]] std::vector<NoteWording> join_notes(const EventState& state, const NoteId& first,
                                                  const NoteId& second);

// Records what the notes say from now on. A chosen one that would be one too many on its question,
// since it was moved there or stands again, is chosen no longer. Nothing where all of it stands so
// already, or one of them is not known: then nothing is recorded.
std::optional<NoteRewriting> rewrite(Desk& desk, const std::vector<NoteWording>& to, Actor actor);
// Joins two notes as join_notes() does; what the table said of the second is said of the first one:
// those who agree are counted together, and what was not said of the first is taken over.
std::optional<NoteRewriting> join(Desk& desk, const NoteId& first, const NoteId& second,
                                  Actor actor);
// Records what they said before. False: somebody has changed one of them since, be it at a screen
// that could not be heard; nothing is recorded.
bool take_back(Desk& desk, const NoteRewriting& rewriting, Actor actor);

}  // namespace stormote
