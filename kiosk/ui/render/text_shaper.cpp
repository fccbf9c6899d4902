#include "kiosk/ui/render/text_shaper.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <pango/pangocairo.h>
#include <unicode/uchar.h>

#include "kiosk/ui/render/canvas.h"
#include "kiosk/ui/render/hyphenation.h"

namespace stormote {

namespace {

struct Free {
    void operator()(PangoLayout *layout) const { g_object_unref(layout); }
    void operator()(PangoContext *context) const { g_object_unref(context); }
    void operator()(PangoFontMap *map) const { g_object_unref(map); }
    void operator()(PangoFontDescription *font) const { pango_font_description_free(font); }
    void operator()(cairo_font_options_t *options) const { cairo_font_options_destroy(options); }
    void operator()(PangoAttrList *list) const { pango_attr_list_unref(list); }
};

template <typename Thing>
using Owned = std::unique_ptr<Thing, Free>;

float to_px(int pango_units) {
    return static_cast<float>(pango_units) / static_cast<float>(PANGO_SCALE);
}

int to_pango(float px) {
    return static_cast<int>(std::lround(px * static_cast<float>(PANGO_SCALE)));
}

// Text whose **stars** are gone, and bold where they were.
std::string take_emphasis(std::string_view text, PangoAttrList *attributes) {
    std::string plain;
    bool bold = false;
    std::size_t bold_start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) != "**") {
            plain += text[i];
            continue;
        }
        ++i;
        if (bold) {
            PangoAttribute *weight = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
            weight->start_index = static_cast<guint>(bold_start);
            weight->end_index = static_cast<guint>(plain.size());
            pango_attr_list_insert(attributes, weight);
        }
        bold = !bold;
        bold_start = plain.size();
    }
    return plain;
}

// Pango takes UTF-8 alone, and some texts come from outside.
std::string valid_text(std::string_view text) {
    const auto size = static_cast<gssize>(text.size());
    if (g_utf8_validate(text.data(), size, nullptr) != 0) return std::string(text);
    char *repaired = g_utf8_make_valid(text.data(), size);
    std::string valid = repaired;
    g_free(repaired);
    return valid;
}

bool holds_letter_from_right(const std::string& text) {
    for (const char *at = text.c_str(); *at != 0; at = g_utf8_next_char(at)) {
        const UCharDirection direction = u_charDirection(static_cast<UChar32>(g_utf8_get_char(at)));
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
    }
    return false;
}

// Each paragraph begins with an invisible letter that is read from right to left.
std::string mark_from_right(const std::string& text) {
    constexpr const char *mark = "\u200F";
    std::string marked = mark;
    for (const char letter : text) {
        marked += letter;
        if (letter == '\n') marked += mark;
    }
    return marked;
}

// What of a line's box stays empty above and below its letters.
struct Trim {
    float top = 0;
    float bottom = 0;
};

// Arabic fonts leave room for marks above marks, which no sentence of a screen has; without it, a
// line is not much higher than one of Latin letters.
Trim trim_of(PangoLayout *layout, const TextStyle& style) {
    constexpr float ascent = 1.07F;
    constexpr float descent = 0.45F;
    const bool is_arabic = holds_letter_from_right(pango_layout_get_text(layout));
    if (style.reading != ReadingOrder::from_right && !is_arabic) return {};
    PangoRectangle line{};
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), nullptr, &line);
    const float below = to_px(line.height + line.y);
    return {std::max(0.0F, std::floor(to_px(-line.y) - ascent * style.size_px)),
            std::max(0.0F, std::floor(below - descent * style.size_px))};
}

Align opposite(Align align) {
    if (align == Align::centre) return align;
    return align == Align::start ? Align::end : Align::start;
}

PangoAlignment pango_align(Align align) {
    switch (align) {
        case Align::centre:
            return PANGO_ALIGN_CENTER;
        case Align::end:
            return PANGO_ALIGN_RIGHT;
        case Align::start:
            break;
    }
    return PANGO_ALIGN_LEFT;
}

// Where lines begin within a word, which was wider than the line before, in bytes of the layout's
// text.
std::vector<std::size_t> broken_words(PangoLayout *layout) {
    const std::string_view text = pango_layout_get_text(layout);
    std::vector<std::size_t> places;
    for (int i = 1; i < pango_layout_get_line_count(layout); ++i) {
        const PangoLayoutLine *line = pango_layout_get_line_readonly(layout, i);
        const auto start = static_cast<std::size_t>(line->start_index);
        if (start == 0 || start >= text.size()) continue;
        const char *here = text.data() + start;
        const char *before = g_utf8_prev_char(here);
        if (g_unichar_isalpha(g_utf8_get_char(before)) != 0 &&
            g_unichar_isalpha(g_utf8_get_char(here)) != 0) {
            places.push_back(start);
        }
    }
    return places;
}

// The text with those words hyphenated in which a line begins.
std::string hyphenate_words(std::string_view text, const std::vector<std::size_t>& places,
                            const Hyphenator& hyphenator) {
    constexpr std::string_view gaps = " \n\t";
    std::string hyphenated;
    std::size_t at = 0;
    for (const std::size_t place : places) {
        if (place < at) continue;  // in a word that is hyphenated already
        const std::size_t gap = text.find_last_of(gaps, place);
        const std::size_t start = std::max(at, gap == std::string_view::npos ? 0 : gap + 1);
        const std::size_t end = std::min(text.find_first_of(gaps, place), text.size());
        hyphenated += text.substr(at, start - at);
        hyphenated += hyphenator.hyphenate(text.substr(start, end - start));
        at = end;
    }
    return hyphenated += text.substr(at);
}

}  // namespace

struct TextShaper::Parts {
    Owned<PangoFontMap> map{pango_cairo_font_map_new()};
    Owned<PangoContext> context{pango_font_map_create_context(map.get())};
    // Looking fonts up by name anew for each text would cost more than shaping it.
    Owned<PangoFontDescription> regular{
        pango_font_description_from_string("Noto Sans, Noto Sans Arabic, DejaVu Sans")};
    Owned<PangoFontDescription> bold{
        pango_font_description_from_string("Noto Sans, Noto Sans Arabic, DejaVu Sans Bold")};

    mutable std::optional<Hyphenator> hyphenator;  // once a word has to be broken

    [[nodiscard]] Owned<PangoLayout> layout(std::string_view raw, const TextStyle& style) const {
        const std::string text = valid_text(raw);
        Owned<PangoLayout> layout = lay_out(text, style);
        // Stars and marks of direction would put words elsewhere in the layout than in the text.
        const std::string_view laid_out = pango_layout_get_text(layout.get());
        if (!style.hyphenates || style.wrap_px <= 0 || laid_out != text) return layout;
        const std::vector<std::size_t> places = broken_words(layout.get());
        if (places.empty()) return layout;
        if (!hyphenator) hyphenator.emplace();
        return lay_out(hyphenate_words(text, places, *hyphenator), style);
    }

    [[nodiscard]] Owned<PangoLayout> lay_out(std::string text, const TextStyle& style) const {
        const bool is_turned = style.reading == ReadingOrder::from_right;
        const bool holds_arabic = holds_letter_from_right(text);
        const bool runs_from_right = is_turned && holds_arabic;
        if (runs_from_right) text = mark_from_right(text);
        Owned<PangoLayout> layout{pango_layout_new(context.get())};
        PangoFontDescription *font = style.weight == Weight::bold ? bold.get() : regular.get();
        pango_font_description_set_absolute_size(font, to_pango(style.size_px));
        pango_layout_set_font_description(layout.get(), font);
        if (style.emphasis == Emphasis::stars) {
            const Owned<PangoAttrList> attributes{pango_attr_list_new()};
            const std::string plain = take_emphasis(text, attributes.get());
            pango_layout_set_text(layout.get(), plain.data(), static_cast<int>(plain.size()));
            pango_layout_set_attributes(layout.get(), attributes.get());
        } else {
            pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        }
        // Words of another script begin at the right, too, where everything around them does.
        pango_layout_set_alignment(
            layout.get(),
            pango_align(is_turned && !holds_arabic ? opposite(style.align) : style.align));
        // As high as the first line: see trim_of.
        const float spacing = style.line_spacing * (holds_arabic ? 0.72F : 1.0F);
        if (spacing < 1) pango_layout_set_line_spacing(layout.get(), spacing);
        if (style.wrap_px > 0) {
            pango_layout_set_width(layout.get(), to_pango(std::floor(style.wrap_px)));
            pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        }
        if (style.max_lines > 0) {
            pango_layout_set_height(layout.get(), -style.max_lines);
            pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        }
        return layout;
    }
};

TextShaper::TextShaper() : parts_(std::make_unique<Parts>()) {
    const Owned<cairo_font_options_t> options{cairo_font_options_create()};
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_SLIGHT);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_ON);
    pango_cairo_context_set_font_options(parts_->context.get(), options.get());
    pango_cairo_context_set_resolution(parts_->context.get(), 96);
}

TextShaper::~TextShaper() = default;

TextExtent TextShaper::measure(std::string_view text, const TextStyle& style) const {
    const Owned<PangoLayout> layout = parts_->layout(text, style);
    PangoRectangle logical{};
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    TextExtent extent;
    const Trim trim = trim_of(layout.get(), style);
    extent.size = {std::ceil(to_px(logical.width)),
                   std::ceil(to_px(logical.height)) - trim.top - trim.bottom};
    extent.baseline = std::round(to_px(pango_layout_get_baseline(layout.get()))) - trim.top;
    extent.line_count = pango_layout_get_line_count(layout.get());
    extent.shortened = pango_layout_is_ellipsized(layout.get()) != 0;
    return extent;
}

float TextShaper::caret_x(std::string_view text, const TextStyle& style, std::size_t offset) const {
    const Owned<PangoLayout> layout = parts_->layout(text, style);
    PangoRectangle strong{};
    const std::size_t length = std::string_view(pango_layout_get_text(layout.get())).size();
    pango_layout_get_cursor_pos(layout.get(), static_cast<int>(std::min(offset, length)), &strong,
                                nullptr);
    return to_px(strong.x);
}

std::size_t TextShaper::offset_at(std::string_view text, const TextStyle& style, float x) const {
    const Owned<PangoLayout> layout = parts_->layout(text, style);
    int index = 0;
    int trailing = 0;
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout.get(), 0);
    pango_layout_line_x_to_index(line, to_pango(x), &index, &trailing);
    auto offset = static_cast<std::size_t>(std::max(0, index));
    // `trailing` counts characters of the cluster that lie before the finger.
    for (; trailing > 0; --trailing) offset = next_caret(text, offset);
    return std::min(offset, text.size());
}

std::vector<TextLine> TextShaper::lines(std::string_view text, const TextStyle& style) const {
    const Owned<PangoLayout> layout = parts_->layout(text, style);
    std::vector<TextLine> lines;
    for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i) {
        const PangoLayoutLine *line = pango_layout_get_line_readonly(layout.get(), i);
        lines.push_back(
            {static_cast<std::size_t>(line->start_index), static_cast<std::size_t>(line->length)});
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

namespace {

// Whether a caret may stand before each character, and after the last.
std::vector<PangoLogAttr> caret_places(std::string_view text) {
    const auto count = g_utf8_strlen(text.data(), static_cast<gssize>(text.size()));
    std::vector<PangoLogAttr> places(static_cast<std::size_t>(count) + 1);
    pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1,
                        pango_language_get_default(), places.data(),
                        static_cast<int>(places.size()));
    return places;
}

bool is_inside_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

std::size_t TextShaper::next_caret(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return text.size();
    const std::vector<PangoLogAttr> places = caret_places(text);
    std::size_t character = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_inside_character(text[i])) continue;
        if (i > offset && places[character].is_cursor_position != 0) return i;
        ++character;
    }
    return text.size();
}

std::size_t TextShaper::previous_caret(std::string_view text, std::size_t offset) {
    const std::vector<PangoLogAttr> places = caret_places(text);
    std::size_t character = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < std::min(offset, text.size()); ++i) {
        if (is_inside_character(text[i])) continue;
        if (places[character].is_cursor_position != 0) last = i;
        ++character;
    }
    return last;
}

TextLine TextShaper::word_at(std::string_view text, std::size_t offset) {
    const std::vector<PangoLogAttr> places = caret_places(text);
    std::size_t character = 0;
    std::size_t start = 0;
    bool is_inside = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_inside_character(text[i])) continue;
        const PangoLogAttr& place = places[character++];
        if (is_inside && place.is_word_end != 0) {
            // The word that ends here, unless another one begins at the very place.
            if (offset < i || (offset == i && place.is_word_start == 0)) return {start, i - start};
            is_inside = false;
        }
        if (place.is_word_start != 0) {
            if (i > offset) break;
            start = i;
            is_inside = true;
        }
    }
    return {offset, 0};
}

RasterImage TextShaper::rasterise(std::string_view text, const TextStyle& style) const {
    const Owned<PangoLayout> layout = parts_->layout(text, style);
    PangoRectangle ink{};
    PangoRectangle logical{};
    pango_layout_get_extents(layout.get(), &ink, &logical);
    if (ink.width <= 0 || ink.height <= 0) return {};
    // With wrapping, Pango aligns within the whole width; the box starts at its widest line.
    const float left = std::floor(to_px(ink.x)) - 1;
    const float top = std::floor(to_px(ink.y)) - 1;
    const float width = std::ceil(to_px(ink.x + ink.width)) + 1 - left;
    const float height = std::ceil(to_px(ink.y + ink.height)) + 1 - top;
    const float box_top = trim_of(layout.get(), style).top;
    const auto draw = [&](Colour colour) {
        Canvas canvas(static_cast<int>(width), static_cast<int>(height));
        cairo_translate(canvas.cairo(), -left, -top);
        canvas.set_colour(colour);
        pango_cairo_show_layout(canvas.cairo(), layout.get());
        return canvas.picture({left - std::floor(to_px(logical.x)), top - box_top});
    };
    RasterImage image = draw(white);
    // Emoji have colours of their own: nothing is tinted then, and the letters need theirs at once.
    return image.format == PixelFormat::coverage ? image : draw(style.colour);
}

}  // namespace stormote
