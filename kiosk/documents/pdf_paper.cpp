#include "kiosk/documents/pdf_paper.h"

#include <algorithm>
#include <utility>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

namespace stormote {

namespace {

constexpr double points_per_mm = 72 / 25.4;
constexpr double letter_step = 0.4;

struct Free {
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
    void operator()(PangoLayout *layout) const { g_object_unref(layout); }
};
using OwnedLayout = std::unique_ptr<PangoLayout, Free>;

cairo_status_t append(void *pdf, const unsigned char *bytes, unsigned int size) {
    static_cast<std::string *>(pdf)->append(reinterpret_cast<const char *>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

const char *name_of(PaperTag tag) {
    switch (tag) {
        case PaperTag::title:
            return "H1";
        case PaperTag::heading:
            return "H2";
        case PaperTag::list_item:
            return "LI";
        case PaperTag::paragraph:
            break;
    }
    return "P";
}

}  // namespace

struct PdfPaper::Parts {
    std::string pdf;
    std::unique_ptr<cairo_surface_t, Free> surface;
    std::unique_ptr<cairo_t, Free> cairo;
    bool is_in_list = false;
    bool is_page_full = false;

    // A page is handed over only when the next one begins or the paper is finished: of a tag that
    // ends behind the last page, cairo 1.18 makes one page more.
    void turn_full_page() {
        if (is_page_full) cairo_show_page(cairo.get());
        is_page_full = false;
    }

    // Items that follow each other are one list, which ends with its page.
    void begin_list() {
        if (!is_in_list) cairo_tag_begin(cairo.get(), "L", nullptr);
        is_in_list = true;
    }
    void end_list() {
        if (is_in_list) cairo_tag_end(cairo.get(), "L");
        is_in_list = false;
    }

    [[nodiscard]] OwnedLayout lay_out(const PaperText& words, double width) const {
        OwnedLayout layout(pango_cairo_create_layout(cairo.get()));
        // Paper has no pixels to round letters and gaps to.
        pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
        PangoFontDescription *font = pango_font_description_from_string("Noto Sans");
        pango_font_description_set_absolute_size(font, words.size_mm * PANGO_SCALE);
        if (words.is_bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        if (words.is_centred) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
        // Bytes that are no letters are drawn as such, not refused.
        gchar *valid =
            g_utf8_make_valid(words.text.c_str(), static_cast<gssize>(words.text.size()));
        pango_layout_set_text(layout.get(), valid, -1);
        g_free(valid);
        return layout;
    }
};

PdfPaper::PdfPaper(const PaperSize& size, std::string_view title)
    : parts_(std::make_unique<Parts>()) {
    Parts& parts = *parts_;
    parts.surface.reset(cairo_pdf_surface_create_for_stream(
        append, &parts.pdf, size.width_mm * points_per_mm, size.height_mm * points_per_mm));
    cairo_pdf_surface_set_metadata(parts.surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   std::string(title).c_str());
    parts.cairo.reset(cairo_create(parts.surface.get()));
    cairo_scale(parts.cairo.get(), points_per_mm, points_per_mm);
    // The outermost tag makes the whole a tagged PDF.
    cairo_tag_begin(parts.cairo.get(), "Document", nullptr);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_set_font_options(parts.cairo.get(), options);
    cairo_font_options_destroy(options);
}

PdfPaper::~PdfPaper() = default;

double PdfPaper::height_of(const PaperText& words, double width) const {
    const auto layout = parts_->lay_out(words, width);
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

PaperText PdfPaper::fit(PaperText words, double width, double height, double smallest_mm) const {
    const auto stands_whole = [&] {
        const auto layout = parts_->lay_out(words, width);
        return height_of(words, width) <= height &&
               (words.most_lines == 0 ||
                pango_layout_get_line_count(layout.get()) <= words.most_lines);
    };
    while (words.size_mm > smallest_mm && !stands_whole()) {
        words.size_mm = std::max(smallest_mm, words.size_mm - letter_step);
    }
    return words;
}

double PdfPaper::write(const PaperText& words, double left, double top, double width) {
    const PlacedText placed{words, left, width};
    write_beside(std::span(&placed, 1), top);
    return height_of(words, width);
}

void PdfPaper::write_beside(std::span<const PlacedText> row, double top) {
    parts_->turn_full_page();
    cairo_t *cairo = parts_->cairo.get();
    const PaperTag tag = row.front().words.tag;
    if (tag == PaperTag::list_item) {
        parts_->begin_list();
    } else {
        parts_->end_list();
    }
    cairo_tag_begin(cairo, name_of(tag), nullptr);
    for (const auto& [words, left, width] : row) {
        const auto layout = parts_->lay_out(words, width);
        cairo_move_to(cairo, left, top);
        pango_cairo_show_layout(cairo, layout.get());
    }
    cairo_tag_end(cairo, name_of(tag));
}

void PdfPaper::rule(const PaperBox& box, std::uint32_t colour) {
    parts_->turn_full_page();
    cairo_t *cairo = parts_->cairo.get();
    const auto part = [colour](int shift) { return (colour >> shift & 0xFFU) / 255.0; };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
    cairo_rectangle(cairo, box.left, box.top, box.width, box.height);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
}

void PdfPaper::end_page() {
    parts_->end_list();
    parts_->turn_full_page();
    parts_->is_page_full = true;
}

std::string PdfPaper::finish() {
    parts_->end_list();
    cairo_tag_end(parts_->cairo.get(), "Document");
    parts_->turn_full_page();
    parts_->cairo.reset();
    cairo_surface_finish(parts_->surface.get());
    parts_->surface.reset();
    return std::move(parts_->pdf);
}

}  // namespace stormote
