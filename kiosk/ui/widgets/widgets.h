// Widgets: what people touch, drawn from the theme and written down in the screen's record.
// Free functions, no state of their own; the screen thread.
//
// Sources: widgets.cpp, search_result_card.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/ui/widgets/text_block.h"

namespace stormote {

// The one action of a screen, another action, and one that takes something away.
// Danger: what cannot go on as before afterwards.
enum class ButtonKind { primary, outlined, warning, danger };

struct ButtonStyle {
    std::string_view id;
    std::string label;
    std::optional<Icon> icon = std::nullopt;
    ButtonKind kind = ButtonKind::primary;
    // Words in the middle, or beside the icon at the left as in a list of buttons.
    Align align = Align::centre;
    bool enabled = true;
    // Room kept free at the right end, in units, for what the screen draws upon the button.
    float reserved = 0;
    // What it is called, where the words on it do not tell it from others; begins with them.
    std::string name{};
    Wording wording = Wording::house;
};

// As large as its words on one line need it, no wider than `widest`; then they wrap.
[[nodiscard]] Size button_size(Ui& ui, const ButtonStyle& style, float widest);
// Whether its words fit into a button of that size without being set smaller.
[[nodiscard]] bool button_holds(Ui& ui, Size size, const ButtonStyle& style);
// Whether it was pressed.
bool button(Ui& ui, const Rect& rect, const ButtonStyle& style);

struct ChipStyle {
    std::string_view id;
    std::string label;
    std::optional<Icon> icon = std::nullopt;
    bool selected = false;
    bool enabled = true;
    std::string name{};  // as of a button
};

[[nodiscard]] Size chip_size(Ui& ui, const ChipStyle& style);
bool chip(Ui& ui, const Rect& rect, const ChipStyle& style);

struct SearchResultStyle {
    std::string_view id;
    std::string name;
};

// Height that shows all its words at that width; may be less than a target has to be.
[[nodiscard]] float search_result_height(Ui& ui, float width, const SearchResultStyle& style);
bool search_result_card(Ui& ui, const Rect& rect, const SearchResultStyle& style);

struct FieldStyle {
    std::string_view id;
    std::string label;  // what belongs in it, for the record
    std::string text;
    std::string clear_label;
    bool is_secret = false;  // the record does not say it
};

// A field that takes what is typed, its caret behind the last letter. Whether "clear" was pressed.
bool text_field(Ui& ui, const Rect& rect, const FieldStyle& style);

// A quiet ground for things that belong together.
void card(Ui& ui, const Rect& rect);
// A round badge with an icon: the shape beside the colour.
void badge(Ui& ui, Point centre, float radius, Icon icon, Colour shape, Colour ground);
// What is left of a time: `share` 1 to 0, the seconds in its middle.
void countdown_ring(Ui& ui, Point centre, float radius, float share, int seconds, Colour ink,
                    Colour ground);
// An icon and a sentence beside it; gives the height that it needs at that width.
float icon_line_height(Ui& ui, float width, std::string_view text, const TextBlockStyle& style);
void icon_line(Ui& ui, const Rect& rect, Icon icon, Colour icon_colour, std::string_view text,
               const TextBlockStyle& style);
// The ring around what the keys would press.
void focus_ring(Ui& ui, const Rect& rect, float radius);

}  // namespace stormote
