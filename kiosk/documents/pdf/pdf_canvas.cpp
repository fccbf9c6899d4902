#include "kiosk/documents/pdf/pdf_canvas.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include <cairo-pdf.h>

#include "kiosk/documents/pdf/paper_words.h"
#include "kiosk/documents/pdf/pdf_marks.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

cairo_status_t append(void *pdf, const unsigned char *bytes, unsigned int size) {
    static_cast<std::string *>(pdf)->append(reinterpret_cast<const char *>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

void require_success(cairo_status_t status) {
    if (status == CAIRO_STATUS_SUCCESS) return;
    throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
}

// The range, and the rest of characters that it begins or ends within: Pango would part them, and
// cairo takes no parts of characters.
TextRange whole_characters(std::string_view text, TextRange range) {
    const auto is_within_character = [text](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    while (is_within_character(range.begin)) --range.begin;
    while (is_within_character(range.end)) ++range.end;
    return range;
}

// What is typed, in lines of so many letters that end between words: broken within
// "--passphrase-file" it would be typed with a space there. Pango has an attribute for that, and
// ends the program over some texts that have it.
std::string broken_between_words(std::string_view text, std::size_t letters) {
    std::string lines;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size() - 1) + 1;
        const std::string_view word = text.substr(at, end - at);
        const auto length =
            static_cast<std::size_t>(g_utf8_strlen(word.data(), static_cast<gssize>(word.size())));
        if (used > 0 && used + length > letters) {
            lines += '\n';
            used = 0;
        }
        lines += word;
        used = word.ends_with('\n') ? 0 : used + length;
        at = end;
    }
    return lines;
}

// Of "DejaVu Sans Mono", which gives each letter 1,233 of 2,048 parts of its size.
std::size_t letters_of_a_line(double size_mm, double width_mm) {
    return static_cast<std::size_t>(std::max(1.0, width_mm / (size_mm * 1'233 / 2'048)));
}

// Letters of the layout that no font on the machine has.
std::set<char32_t> letters_without_font(PangoLayout *layout) {
    std::set<char32_t> missing;
    for (GSList *line = pango_layout_get_lines_readonly(layout); line != nullptr;
         line = line->next) {
        for (GSList *run = static_cast<PangoLayoutLine *>(line->data)->runs; run != nullptr;
             run = run->next) {
            const PangoGlyphString& glyphs = *static_cast<PangoGlyphItem *>(run->data)->glyphs;
            for (int at = 0; at < glyphs.num_glyphs; ++at) {
                const PangoGlyph glyph = glyphs.glyphs[at].glyph;
                if (glyph == PANGO_GLYPH_EMPTY || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) continue;
                missing.insert(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
            }
        }
    }
    return missing;
}

// The text with a square for each of those letters, as readers know it from screens. Pango would
// draw the letter's number, which is then what is found and read aloud.
std::string with_squares(const std::string& text, const std::set<char32_t>& missing) {
    std::string drawn;
    for (const char *at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const char32_t letter = g_utf8_get_char(at);
        append_utf8(drawn, missing.contains(letter) ? U'□' : letter);
    }
    return drawn;
}

}  // namespace

PdfCanvas::PdfCanvas(double width_mm, double height_mm, std::string_view language)
    : surface_(cairo_pdf_surface_create_for_stream(append, &pdf_, width_mm * points_per_mm,
                                                   height_mm * points_per_mm)),
      cairo_(cairo_create(surface_.get())),
      font_(pango_font_description_from_string("Noto Sans")) {
    cairo_scale(cairo_.get(), points_per_mm, points_per_mm);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_set_font_options(cairo_.get(), options);
    cairo_font_options_destroy(options);
    context_.reset(pango_cairo_create_context(cairo_.get()));
    // Paper has no pixels to round letters and gaps to.
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    // Not that of the machine: the same words are the same page everywhere.
    pango_context_set_language(context_.get(),
                               pango_language_from_string(std::string(language).c_str()));
    // A letter a glyph where the script allows it: what readers make of ligatures differs.
    PangoAttrList *letters = pango_attr_list_new();
    pango_attr_list_insert(letters, pango_attr_font_features_new("liga=0, clig=0"));
    attributes_.reset(letters);
    shaper_.reset(pango_layout_new(context_.get()));
}

void PdfCanvas::read_from_right() {
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_RTL);
    pango_layout_context_changed(shaper_.get());
}

void PdfCanvas::set_attributes(PangoLayout *layout, std::span<const TextRange> strong) const {
    if (strong.empty()) return pango_layout_set_attributes(layout, attributes_.get());
    const std::unique_ptr<PangoAttrList, Free> attributes{pango_attr_list_copy(attributes_.get())};
    const std::string_view text = pango_layout_get_text(layout);
    for (const TextRange& range : strong) {
        const TextRange whole = whole_characters(text, range);
        PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
        bold->start_index = static_cast<guint>(whole.begin);
        bold->end_index = static_cast<guint>(whole.end);
        pango_attr_list_insert(attributes.get(), bold);
    }
    pango_layout_set_attributes(layout, attributes.get());
}

void PdfCanvas::set_words(PangoLayout *layout, const CanvasText& words, double width_mm,
                          const std::string& text) const {
    pango_font_description_set_absolute_size(font_.get(), words.size_mm * PANGO_SCALE);
    pango_font_description_set_weight(font_.get(),
                                      words.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_family_static(
        font_.get(), words.face == LetterFace::typed ? "DejaVu Sans Mono" : "Noto Sans");
    pango_layout_set_font_description(layout, font_.get());
    pango_layout_set_width(layout, static_cast<int>(width_mm * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    // The ranges count the bytes of the text as it was given.
    const bool is_as_given = text == words.text;
    set_attributes(layout, is_as_given ? words.strong : std::span<const TextRange>());
    if (pango_layout_get_unknown_glyphs_count(layout) == 0) return;
    const std::string known = with_squares(text, letters_without_font(layout));
    pango_layout_set_text(layout, known.data(), static_cast<int>(known.size()));
    set_attributes(layout, {});
}

PdfCanvas::Layout PdfCanvas::lay_out(const CanvasText& words, double width_mm) const {
    Layout layout(pango_layout_new(context_.get()));
    set_words(layout.get(), words, width_mm, drawable(shorten(words.text, longest_text_on_paper)));
    return layout;
}

double PdfCanvas::height_of(const Layout& layout) {
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

bool PdfCanvas::has_ink(const Layout& layout) {
    PangoRectangle ink;
    pango_layout_get_extents(layout.get(), &ink, nullptr);
    return ink.width > 0 && ink.height > 0;
}

void PdfCanvas::show(const Layout& layout, double left, double top) {
    for (const ShapedLine& line : shaped_lines(layout.get())) {
        show(line, left + line.left, top + line.ascent);
        top += line.height();
    }
}

std::vector<ShapedLine> PdfCanvas::shape(const CanvasText& words, double width_mm) const {
    std::string text = breakable(words.text);
    if (words.face == LetterFace::typed) {
        text = broken_between_words(text, letters_of_a_line(words.size_mm, width_mm));
    }
    set_words(shaper_.get(), words, width_mm, text);
    return shaped_lines(shaper_.get());
}

void PdfCanvas::show(const ShapedLine& line, double left, double baseline) {
    draw_line(cairo_.get(), line, left, baseline);
}

void PdfCanvas::use_colour(std::uint32_t colour) {
    const auto part = [colour](int shift) { return (colour >> shift & 0xFFU) / 255.0; };
    cairo_set_source_rgb(cairo_.get(), part(16), part(8), part(0));
}

void PdfCanvas::fill_box(double left, double top, double width, double height,
                         std::uint32_t colour) {
    use_colour(colour);
    cairo_rectangle(cairo_.get(), left, top, width, height);
    cairo_fill(cairo_.get());
    use_colour(0);
}

void PdfCanvas::paint(const LogoPicture& picture, double left, double top, double width,
                      double height) {
    const PictureSurface surface = surface_of(picture);
    cairo_pattern_t *pattern = cairo_pattern_create_for_surface(surface.get());
    cairo_matrix_t to_pixels;
    cairo_matrix_init_scale(&to_pixels, picture.width / width, picture.height / height);
    cairo_matrix_translate(&to_pixels, -left, -top);
    cairo_pattern_set_matrix(pattern, &to_pixels);
    cairo_set_source(cairo_.get(), pattern);
    cairo_pattern_destroy(pattern);
    cairo_rectangle(cairo_.get(), left, top, width, height);
    cairo_fill(cairo_.get());
    use_colour(0);
}

void PdfCanvas::begin_mark() {
    cairo_save(cairo_.get());
    cairo_identity_matrix(cairo_.get());
    cairo_rectangle(cairo_.get(), 0, 0, mark_box_width, mark_box_height);
    cairo_fill(cairo_.get());
    cairo_restore(cairo_.get());
}

std::string PdfCanvas::finish() {
    // From its first error on, cairo draws nothing more, not even pages.
    require_success(cairo_status(cairo_.get()));
    shaper_.reset();
    context_.reset();
    cairo_.reset();
    cairo_surface_finish(surface_.get());
    require_success(cairo_surface_status(surface_.get()));
    surface_.reset();
    return std::move(pdf_);
}

}  // namespace stormote
