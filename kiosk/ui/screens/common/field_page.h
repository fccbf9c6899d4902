// Field page: a page of staff for a few short texts that belong together: the fields as chips, the
// chosen one's text with a button to save, and how the whole will stand. A text alone has no chip.
// Plain values in, an answer out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/widgets/note_keyboard.h"

namespace stormote {

struct FieldPage {
    struct Field {
        std::string_view id;
        std::string label;
    };
    std::string title;
    std::vector<Field> fields;
    std::size_t chosen = 0;  // the one that is written in
    std::string_view text_id;
    std::string text;  // of the chosen one
    std::string whole;
    bool is_personal = false;  // the whole is of a person
    std::string problem;       // instead of the whole; may be empty
    std::string done{};        // what its button says; empty: that it saves
};

struct FieldPageAnswer {
    std::optional<std::size_t> chosen;
    bool is_cleared = false;
    bool is_saved = false;
};

// Between the frame and a keyboard that the caller draws.
FieldPageAnswer draw_field_page(Ui& ui, Rect bounds, const FieldPage& page);

// At most one of them.
struct WrittenAnswer {
    std::optional<std::size_t> chosen;
    std::optional<std::string> typed;  // the whole text, as it is now
    std::optional<NoteKeys> keys;      // as they were turned
    bool is_saved = false;
};

// The same with a note keyboard below it; `longest` is in characters.
WrittenAnswer draw_written_page(Ui& ui, Rect bounds, const FieldPage& page, const NoteKeys& keys,
                                std::size_t longest);

}  // namespace stormote
