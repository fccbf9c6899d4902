// Table note: one note, to be changed, moved to another question, joined with another note or taken
// away, beside all versions that there have been of it; and what the table says of it besides: who
// sees to it, by when, how many agree. The screen thread.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/table/table.h"

namespace stormote {

// What is being chosen for the note: nothing, another question, a note to join it with, the version
// that is to hold again, how many agree, who sees to it, by when, or whom it asks.
enum class NoteChoosing { nothing, question, note, version, agreeing, owner, due, department };

struct NoteOption {
    std::string upper;
    std::string lower;  // may be empty
    bool is_selected = false;
};

struct TableNoteView {
    std::string question;  // what it answers, in full
    bool is_withdrawn = false;
    bool is_changed = false;  // the writing differs from the newest version
    Composer composer;
    NoteKeys keys;
    std::vector<NoteChoice> versions;    // newest first
    std::vector<NoteChoice> earlier;     // of them, those that say something else than the newest
    std::vector<std::string> questions;  // the other ones: "3 Utmaningar och mål"
    std::vector<NoteCard> others;        // on the same question, that stand
    bool has_departments = false;        // there is somebody in the municipality to ask
    bool is_chosen = false;              // to be shown to everybody
    bool may_choose = true;              // fewer are chosen than a table may
    std::vector<NoteOption> options;     // of agreeing, owner, due and department
    NoteChoosing choosing = NoteChoosing::nothing;
    Scroll scroll;  // of the versions, or of what is to be chosen from
};

struct WithdrawNote {};
// Shows the note to everybody, or no longer.
struct ToggleChosen {};
struct DropChange {};
// The order of the notes of its question.
struct OpenOrder {};
struct BeginChoosing {
    NoteChoosing what;
};
// By its number in what is chosen from.
struct ChooseForNote {
    std::size_t index;
};

// FinishNote records the writing as the newest version, and brings a withdrawn note back. GoBack
// leaves the note; what is written stays a draft.
using TableNoteIntent =
    std::variant<WritingIntent, WithdrawNote, ToggleChosen, DropChange, OpenOrder, BeginChoosing,
                 ChooseForNote, ScrollNotes, FrameIntent>;

[[nodiscard]] std::vector<TableNoteIntent> draw_table_note(Ui& ui, const TableNoteView& view);

}  // namespace stormote
