#include "kiosk/documents/pdf/pdf_canvas.h"

#include <utility>

#include <cairo-pdf.h>

#include "kiosk/documents/pdf/paper_words.h"

namespace stormote {

namespace {

constexpr double points_per_mm = 72 / 25.4;

cairo_status_t append(void *pdf, const unsigned char *bytes, unsigned int size) {
    static_cast<std::string *>(pdf)->append(reinterpret_cast<const char *>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

PdfCanvas::PdfCanvas(double width_mm, double height_mm)
    : surface_(cairo_pdf_surface_create_for_stream(append, &pdf_, width_mm * points_per_mm,
                                                   height_mm * points_per_mm)),
      cairo_(cairo_create(surface_.get())) {
    cairo_scale(cairo_.get(), points_per_mm, points_per_mm);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_set_font_options(cairo_.get(), options);
    cairo_font_options_destroy(options);
}

PdfCanvas::Layout PdfCanvas::lay_out(const CanvasText& words, double width_mm) const {
    Layout layout(pango_cairo_create_layout(cairo_.get()));
    // Paper has no pixels to round letters and gaps to.
    pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans");
    pango_font_description_set_absolute_size(font, words.size_mm * PANGO_SCALE);
    if (words.is_bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(layout.get(), static_cast<int>(width_mm * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    const std::string text = shorten(words.text, longest_text_on_paper);
    // Bytes that are no letters are drawn as such, not refused.
    gchar *valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    pango_layout_set_text(layout.get(), valid, -1);
    g_free(valid);
    return layout;
}

double PdfCanvas::height_of(const Layout& layout) {
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

void PdfCanvas::show(const Layout& layout, double left, double top) {
    cairo_move_to(cairo_.get(), left, top);
    pango_cairo_show_layout(cairo_.get(), layout.get());
}

std::string PdfCanvas::finish() {
    cairo_.reset();
    cairo_surface_finish(surface_.get());
    surface_.reset();
    return std::move(pdf_);
}

}  // namespace stormote
