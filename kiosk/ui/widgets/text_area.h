// Text area: several lines to write in, wrapped by Pango, with a caret that a finger or the arrows
// move. Takes what is typed on a real keyboard as long as nothing else has the focus. The screen
// thread.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/ui/widgets/text_block.h"
#include "kiosk/ui/widgets/writing.h"

namespace stormote {

// What a key of the screen asks for beside letters.
enum class CaretStep { none, back, on };

struct TypedKey {
    std::string letters{};
    bool erases = false;
    CaretStep step = CaretStep::none;
};

// A word that is marked as perhaps misspelt, in bytes of the text.
struct MarkedWord {
    std::size_t start = 0;
    std::size_t length = 0;

    bool operator==(const MarkedWord&) const = default;
};

struct TextAreaStyle {
    std::string_view id;
    std::string label;                     // what belongs in it
    std::string placeholder;               // shown while it is empty
    Wording wording = Wording::house;      // of what belongs in it
    std::span<const MarkedWord> marked{};  // of the writing, ascending
    bool copies = false;                   // whether what is selected may be copied and cut out
};

struct TextAreaAnswer {
    Writing writing;       // as it is now; equal to the one given where nothing happened
    bool touched = false;  // a finger asked to write here
    std::string copied{};  // by the keys of a real keyboard; empty: nothing
};

[[nodiscard]] float text_area_height(const Ui& ui, int lines);
// `key` is what the keyboard of the screen was asked for in this frame.
TextAreaAnswer text_area(Ui& ui, const Rect& rect, const TextAreaStyle& style,
                         const Writing& writing, const std::optional<TypedKey>& key);

}  // namespace stormote
