// Table note: one note, to be changed or withdrawn, beside all versions that there have been of it.
// The screen thread.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/table/table.h"

namespace stormote {

struct TableNoteView {
    std::string question;  // what it answers, in full
    bool is_withdrawn = false;
    bool is_changed = false;  // the writing differs from the newest version
    Composer composer;
    NoteKeys keys;
    std::vector<NoteChoice> versions;  // newest first
    Scroll scroll;
};

struct WithdrawNote {};
struct DropChange {};

// FinishNote records the writing as the newest version, and brings a withdrawn note back. GoBack
// leaves the note; what is written stays a draft.
using TableNoteIntent =
    std::variant<WritingIntent, WithdrawNote, DropChange, ScrollNotes, FrameIntent>;

[[nodiscard]] std::vector<TableNoteIntent> draw_table_note(Ui& ui, const TableNoteView& view);

}  // namespace stormote
