// Text block: text within a box, written down in the screen's record. The screen thread.
#pragma once

#include <string_view>

#include "kiosk/ui/widgets/ui.h"

namespace stormote {

enum class Vertical { top, middle, bottom };

struct TextBlockStyle {
    float size = unit::body;  // in units, before the reader's enlargement
    Colour colour;
    Weight weight = Weight::regular;
    Align align = Align::start;
    Vertical vertical = Vertical::top;
    Emphasis emphasis = Emphasis::none;
    Role role = Role::text;
    int max_lines = 0;  // 0: as many as fit
    bool personal = false;
    Wording wording = Wording::house;
};

// The looks that most words have: of a screen's title, of what counts, and of what stands beside
// it.
[[nodiscard]] TextBlockStyle screen_title_style(const Theme& theme);
[[nodiscard]] TextBlockStyle strong_text_style(const Theme& theme, float size);
[[nodiscard]] TextBlockStyle quiet_text_style(const Theme& theme, float size = 26);

// What became of text in a box: it may be set smaller than asked for, never below the smallest
// letters of the house, and ends in an ellipsis where even those do not fit.
struct FittedText {
    TextStyle style;
    TextExtent extent;
    bool shortened = false;
};

[[nodiscard]] FittedText fit_text(Ui& ui, Size bounds, std::string_view text,
                                  const TextBlockStyle& style);
// Height of the text wrapped at that width, in the reader's size.
[[nodiscard]] Size measure_text(Ui& ui, float width, std::string_view text,
                                const TextBlockStyle& style);

// Draws without writing it down: for the words of a target, which writes itself down.
FittedText paint_text(Ui& ui, const Rect& box, std::string_view text, const TextBlockStyle& style);
// Draws and writes down; the rectangle is where the letters stand.
Rect draw_text(Ui& ui, const Rect& box, std::string_view text, const TextBlockStyle& style);
// A screen's title, as high as it must be, off the top of the room.
void draw_title(Ui& ui, Rect& bounds, std::string_view text);

}  // namespace stormote
