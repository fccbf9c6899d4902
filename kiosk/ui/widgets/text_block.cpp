#include "kiosk/ui/widgets/text_block.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace stormote {

namespace {

TextStyle style_of(const Ui& ui, float width, const TextBlockStyle& style) {
    TextStyle text_style;
    text_style.size_px = ui.metrics().text_px(style.size);
    text_style.colour = style.colour;
    text_style.weight = style.weight;
    text_style.wrap_px = width;
    // Names are Swedish in every language, and so are the sentences of one.
    text_style.hyphenates = style.wording == Wording::event || ui.texts().language() == "sv";
    text_style.align = style.align;
    text_style.emphasis = style.emphasis;
    if (style.size > unit::heading) text_style.line_spacing = 0.88F;
    return text_style;
}

bool fits(const TextExtent& extent, Size bounds, int max_lines) {
    return extent.size.height <= bounds.height + 1 && extent.size.width <= bounds.width + 1 &&
           (max_lines == 0 || extent.line_count <= max_lines);
}

// Whether some word is broken in two because it alone is wider than the box.
bool breaks_words(Ui& ui, std::string_view text, TextStyle text_style, float width) {
    text_style.wrap_px = 0;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        const TextExtent word = ui.painter().measure(text.substr(start, end - start), text_style);
        if (word.size.width > width) return true;
        start = end + 1;
    }
    return false;
}

Point corner_in(const Rect& box, Size size, const TextBlockStyle& style) {
    Point corner{box.left, box.top};
    if (style.align == Align::centre) corner.x += (box.width - size.width) / 2;
    if (style.align == Align::end) corner.x += box.width - size.width;
    if (style.vertical == Vertical::middle) corner.y += (box.height - size.height) / 2;
    if (style.vertical == Vertical::bottom) corner.y += box.height - size.height;
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
void balance(Ui& ui, std::string_view text, FittedText& words) {
    if (words.extent.line_count < 2 || words.shortened) return;
    float narrow = words.style.wrap_px / 2;
    float wide = words.style.wrap_px;
    while (wide - narrow > 8) {
        TextStyle text_style = words.style;
        text_style.wrap_px = std::round((narrow + wide) / 2);
        const TextExtent extent = ui.painter().measure(text, text_style);
        const bool same = extent.line_count == words.extent.line_count &&
                          !breaks_words(ui, text, text_style, text_style.wrap_px);
        (same ? wide : narrow) = text_style.wrap_px;
    }
    words.style.wrap_px = wide;
    words.extent = ui.painter().measure(text, words.style);
}

// Whether a sentence of few lines leaves much of its last one empty.
bool ends_in_short_line(Ui& ui, std::string_view text, const FittedText& words) {
    constexpr int most_lines = 3;
    if (words.shortened || words.extent.line_count < 2 || words.extent.line_count > most_lines) {
        return false;
    }
    TextStyle narrow = words.style;
    narrow.wrap_px = std::round(narrow.wrap_px * 0.8F);
    return ui.painter().measure(text, narrow).line_count == words.extent.line_count;
}

// Broken anew, lines of mixed scripts may also differ in height.
void even_out(Ui& ui, std::string_view text, const TextBlockStyle& style, FittedText& words) {
    if (style.align == Align::centre || ends_in_short_line(ui, text, words)) {
        balance(ui, text, words);
    }
}

}  // namespace

TextBlockStyle screen_title_style(const Theme& theme) {
    TextBlockStyle style = strong_text_style(theme, unit::title);
    style.role = Role::heading;
    return style;
}

TextBlockStyle strong_text_style(const Theme& theme, float size) {
    TextBlockStyle style;
    style.size = size;
    style.weight = Weight::bold;
    style.colour = theme.ink;
    return style;
}

TextBlockStyle quiet_text_style(const Theme& theme, float size) {
    TextBlockStyle style;
    style.size = size;
    style.colour = theme.ink_secondary;
    return style;
}

FittedText fit_text(Ui& ui, Size bounds, std::string_view text, const TextBlockStyle& style) {
    FittedText words;
    words.style = style_of(ui, bounds.width, style);
    const float smallest = std::min(words.style.size_px, ui.px(unit::label));
    for (;; words.style.size_px = std::max(smallest, words.style.size_px - 2)) {
        words.extent = ui.painter().measure(text, words.style);
        const bool good = fits(words.extent, bounds, style.max_lines) &&
                          !breaks_words(ui, text, words.style, bounds.width);
        if (good) return words;
        if (words.style.size_px <= smallest) break;
    }
    if (fits(words.extent, bounds, style.max_lines)) return words;
    const float line_height =
        words.extent.size.height / static_cast<float>(words.extent.line_count);
    const int lines = std::max(1, static_cast<int>(std::floor((bounds.height + 1) / line_height)));
    words.style.max_lines = style.max_lines == 0 ? lines : std::min(lines, style.max_lines);
    words.extent = ui.painter().measure(text, words.style);
    words.shortened = true;
    return words;
}

Size measure_text(Ui& ui, float width, std::string_view text, const TextBlockStyle& style) {
    FittedText words;
    words.style = style_of(ui, width, style);
    words.extent = ui.painter().measure(text, words.style);
    even_out(ui, text, style, words);
    return words.extent.size;
}

FittedText paint_text(Ui& ui, const Rect& box, std::string_view text, const TextBlockStyle& style) {
    FittedText words = fit_text(ui, {box.width, box.height}, text, style);
    even_out(ui, text, style, words);
    ui.painter().text(corner_in(box, words.extent.size, style), text, words.style);
    return words;
}

Rect draw_text(Ui& ui, const Rect& box, std::string_view text, const TextBlockStyle& style) {
    const FittedText words = paint_text(ui, box, text, style);
    const Point corner = corner_in(box, words.extent.size, style);
    const Rect rect{corner.x, corner.y, words.extent.size.width, words.extent.size.height};
    RecordedItem item;
    item.role = style.role;
    item.label = as_read(text, style.emphasis);
    item.rect = rect;
    item.shortened = words.shortened;
    item.personal = style.personal;
    item.wording = style.wording;
    ui.record().add(std::move(item));
    return rect;
}

void draw_title(Ui& ui, Rect& bounds, std::string_view text) {
    const TextBlockStyle style = screen_title_style(ui.theme());
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, text, style).height), text, style);
}

}  // namespace stormote
