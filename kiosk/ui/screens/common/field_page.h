// Field page: a page of staff for a few short texts that belong together: the fields as chips, the
// chosen one's text with a button to save, and how the whole will stand. Whoever draws it draws a
// keyboard below. Plain values in, an answer out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/widgets/ui.h"

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
};

struct FieldPageAnswer {
    std::optional<std::size_t> chosen;
    bool is_cleared = false;
    bool is_saved = false;
};

// Between the frame and the keyboard.
FieldPageAnswer draw_field_page(Ui& ui, Rect bounds, const FieldPage& page);

}  // namespace stormote
