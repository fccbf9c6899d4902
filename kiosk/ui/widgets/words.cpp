#include "kiosk/ui/widgets/words.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace stormote {

namespace {

TextStyle style_of(const Ui& ui, float width, const WordsLook& look) {
    TextStyle style;
    style.size_px = ui.metrics().text_px(look.size);
    style.colour = look.colour;
    style.weight = look.weight;
    style.wrap_px = width;
    style.align = look.align;
    style.emphasis = look.emphasis;
    if (look.size > unit::heading) style.line_spacing = 0.88F;
    return style;
}

bool fits(const TextExtent& extent, Size room, int max_lines) {
    return extent.size.height <= room.height + 1 && extent.size.width <= room.width + 1 &&
           (max_lines == 0 || extent.line_count <= max_lines);
}

// Whether some word is broken in two because it alone is wider than the box.
bool breaks_words(Ui& ui, std::string_view text, TextStyle style, float width) {
    style.wrap_px = 0;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        const TextExtent word = ui.painter().measure(text.substr(start, end - start), style);
        if (word.size.width > width) return true;
        start = end + 1;
    }
    return false;
}

Point corner_in(const Rect& box, Size size, const WordsLook& look) {
    Point corner{box.left, box.top};
    if (look.align == Align::centre) corner.x += (box.width - size.width) / 2;
    if (look.align == Align::end) corner.x += box.width - size.width;
    if (look.vertical == Vertical::middle) corner.y += (box.height - size.height) / 2;
    if (look.vertical == Vertical::bottom) corner.y += box.height - size.height;
    return corner;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
        text.replace(at, what.size(), with);
        at += with.size();
    }
}

// The words as they are read: without stars, and without what only guides the line breaks.
std::string as_read(std::string_view text, Emphasis emphasis) {
    std::string plain(text);
    if (emphasis == Emphasis::stars) replace_all(plain, "**", "");
    replace_all(plain, "\u2060", "");
    replace_all(plain, "\u00A0", " ");
    return plain;
}

// Lines of about the same length, instead of a last one with a single word.
void balance(Ui& ui, std::string_view text, FittedWords& words) {
    if (words.extent.line_count < 2 || words.shortened) return;
    float narrow = words.style.wrap_px / 2;
    float wide = words.style.wrap_px;
    while (wide - narrow > 8) {
        TextStyle style = words.style;
        style.wrap_px = std::round((narrow + wide) / 2);
        const TextExtent extent = ui.painter().measure(text, style);
        const bool same = extent.line_count == words.extent.line_count &&
                          !breaks_words(ui, text, style, style.wrap_px);
        (same ? wide : narrow) = style.wrap_px;
    }
    words.style.wrap_px = wide;
    words.extent = ui.painter().measure(text, words.style);
}

// Whether a sentence of few lines leaves much of its last one empty.
bool ends_in_short_line(Ui& ui, std::string_view text, const FittedWords& words) {
    constexpr int most_lines = 3;
    if (words.shortened || words.extent.line_count < 2 || words.extent.line_count > most_lines) {
        return false;
    }
    TextStyle narrow = words.style;
    narrow.wrap_px = std::round(narrow.wrap_px * 0.8F);
    return ui.painter().measure(text, narrow).line_count == words.extent.line_count;
}

// Broken anew, lines of mixed scripts may also differ in height.
void even_out(Ui& ui, std::string_view text, const WordsLook& look, FittedWords& words) {
    if (look.align == Align::centre || ends_in_short_line(ui, text, words)) {
        balance(ui, text, words);
    }
}

}  // namespace

WordsLook title_words(const Theme& theme) {
    WordsLook look = strong_words(theme, unit::title);
    look.role = Role::heading;
    return look;
}

WordsLook strong_words(const Theme& theme, float size) {
    WordsLook look;
    look.size = size;
    look.weight = Weight::bold;
    look.colour = theme.ink;
    return look;
}

WordsLook quiet_words(const Theme& theme, float size) {
    WordsLook look;
    look.size = size;
    look.colour = theme.ink_secondary;
    return look;
}

FittedWords fit_words(Ui& ui, Size room, std::string_view text, const WordsLook& look) {
    FittedWords words;
    words.style = style_of(ui, room.width, look);
    const float smallest = std::min(words.style.size_px, ui.px(unit::label));
    for (;; words.style.size_px = std::max(smallest, words.style.size_px - 2)) {
        words.extent = ui.painter().measure(text, words.style);
        const bool good = fits(words.extent, room, look.max_lines) &&
                          !breaks_words(ui, text, words.style, room.width);
        if (good) return words;
        if (words.style.size_px <= smallest) break;
    }
    if (fits(words.extent, room, look.max_lines)) return words;
    const float line_height =
        words.extent.size.height / static_cast<float>(words.extent.line_count);
    const int lines = std::max(1, static_cast<int>(std::floor((room.height + 1) / line_height)));
    words.style.max_lines = look.max_lines == 0 ? lines : std::min(lines, look.max_lines);
    words.extent = ui.painter().measure(text, words.style);
    words.shortened = true;
    return words;
}

Size measure_words(Ui& ui, float width, std::string_view text, const WordsLook& look) {
    FittedWords words;
    words.style = style_of(ui, width, look);
    words.extent = ui.painter().measure(text, words.style);
    even_out(ui, text, look, words);
    return words.extent.size;
}

FittedWords paint_words(Ui& ui, const Rect& box, std::string_view text, const WordsLook& look) {
    FittedWords words = fit_words(ui, {box.width, box.height}, text, look);
    even_out(ui, text, look, words);
    ui.painter().text(corner_in(box, words.extent.size, look), text, words.style);
    return words;
}

Rect draw_words(Ui& ui, const Rect& box, std::string_view text, const WordsLook& look) {
    const FittedWords words = paint_words(ui, box, text, look);
    const Point corner = corner_in(box, words.extent.size, look);
    const Rect rect{corner.x, corner.y, words.extent.size.width, words.extent.size.height};
    RecordedItem item;
    item.role = look.role;
    item.label = as_read(text, look.emphasis);
    item.rect = rect;
    item.shortened = words.shortened;
    item.personal = look.personal;
    item.wording = look.wording;
    ui.record().add(std::move(item));
    return rect;
}

void draw_title(Ui& ui, Rect& room, std::string_view text) {
    const WordsLook look = title_words(ui.theme());
    draw_words(ui, room.take_top(measure_words(ui, room.width, text, look).height), text, look);
}

}  // namespace stormote
