#include "kiosk/documents/label.h"

#include <algorithm>
#include <memory>

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

namespace stormote {

namespace {

constexpr double points_per_mm = 72 / 25.4;
constexpr std::size_t sheet_columns = 2;
constexpr std::size_t sheet_rows = 5;
constexpr std::size_t labels_a_sheet = sheet_columns * sheet_rows;
// In millimetres. Smaller letters cannot be read on somebody's jacket.
constexpr double smallest_letters = 2.6;
constexpr double letter_step = 0.2;

constexpr LabelSize badge_size{90, 55};

struct Box {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

struct LocalizedMessage {
    std::string text;
    double size_mm = 4;
    bool is_bold = false;
    int most_lines = 1;
};

// Draws in millimetres. Owns the page description that grows in `pdf`.
class LabelPaper {
  public:
    LabelPaper(const LabelSize& size, std::string& pdf)
        : surface_(cairo_pdf_surface_create_for_stream(append, &pdf, size.width_mm * points_per_mm,
                                                       size.height_mm * points_per_mm)),
          cairo_(cairo_create(surface_.get())) {
        cairo_scale(cairo_.get(), points_per_mm, points_per_mm);
        cairo_font_options_t *options = cairo_font_options_create();
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_set_font_options(cairo_.get(), options);
        cairo_font_options_destroy(options);
    }

    // How high the words stand in a box of that width, and whether all of them do.
    struct Extent {
        double height_mm = 0;
        bool is_whole = true;
    };
    [[nodiscard]] Extent measure(const LocalizedMessage& words, double width_mm) const {
        const auto layout = lay_out(words, width_mm);
        int height = 0;
        pango_layout_get_size(layout.get(), nullptr, &height);
        return {static_cast<double>(height) / PANGO_SCALE,
                pango_layout_is_ellipsized(layout.get()) == FALSE};
    }
    void write(const Box& box, const LocalizedMessage& words) {
        const auto layout = lay_out(words, box.width);
        cairo_move_to(cairo_.get(), box.left, box.top);
        pango_cairo_show_layout(cairo_.get(), layout.get());
    }
    void draw_code(const Box& box, const LabelCode& code) {
        const double module = box.width / code.side;
        for (int row = 0; row < code.side; ++row) {
            for (int column = 0; column < code.side; ++column) {
                const auto at =
                    static_cast<std::size_t>(row) * static_cast<std::size_t>(code.side) +
                    static_cast<std::size_t>(column);
                if (!code.dark[at]) continue;
                cairo_rectangle(cairo_.get(), box.left + column * module, box.top + row * module,
                                module, module);
            }
        }
        cairo_fill(cairo_.get());
    }
    void end_page() { cairo_show_page(cairo_.get()); }

  private:
    struct Free {
        void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
        void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
        void operator()(PangoLayout *layout) const { g_object_unref(layout); }
    };
    using OwnedLayout = std::unique_ptr<PangoLayout, Free>;

    static cairo_status_t append(void *pdf, const unsigned char *bytes, unsigned int size) {
        static_cast<std::string *>(pdf)->append(reinterpret_cast<const char *>(bytes), size);
        return CAIRO_STATUS_SUCCESS;
    }

    [[nodiscard]] OwnedLayout lay_out(const LocalizedMessage& words, double width_mm) const {
        OwnedLayout layout(pango_cairo_create_layout(cairo_.get()));
        // Paper has no pixels to round letters and gaps to.
        pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
        PangoFontDescription *font = pango_font_description_from_string("Noto Sans");
        pango_font_description_set_absolute_size(font, words.size_mm * PANGO_SCALE);
        if (words.is_bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_width(layout.get(), static_cast<int>(width_mm * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        // A negative height counts lines.
        pango_layout_set_height(layout.get(), -words.most_lines);
        // Bytes that are no letters are drawn as such, not refused.
        gchar *valid =
            g_utf8_make_valid(words.text.c_str(), static_cast<gssize>(words.text.size()));
        pango_layout_set_text(layout.get(), valid, -1);
        g_free(valid);
        return layout;
    }

    std::unique_ptr<cairo_surface_t, Free> surface_;
    std::unique_ptr<cairo_t, Free> cairo_;
};

// The words with the largest letters, from the given ones down, with which they stand whole on that
// room.
LocalizedMessage fit(const LabelPaper& paper, LocalizedMessage words, const Box& bounds) {
    while (words.size_mm > smallest_letters) {
        const auto extent = paper.measure(words, bounds.width);
        if (extent.is_whole && extent.height_mm <= bounds.height) return words;
        words.size_mm -= letter_step;
    }
    return words;
}

void draw_label(LabelPaper& paper, const Label& label, const Box& box) {
    const double margin = box.height / 12;
    Box bounds{box.left + margin, box.top + margin, box.width - 2 * margin,
               box.height - 2 * margin};
    if (label.code.side > 0) {
        const double side = std::min(bounds.height * 0.6, bounds.width * 0.3);
        paper.draw_code(
            {bounds.left + bounds.width - side, bounds.top + bounds.height - side, side, side},
            label.code);
        bounds.width -= side + margin;
    }
    const double group_size = box.height / 6;
    const double organisation_size = box.height / 9;
    const double below = (label.organisation.empty() ? 0 : organisation_size * 2) +
                         (label.group.empty() ? 0 : group_size * 1.5);
    const Box name_bounds{bounds.left, bounds.top, bounds.width, bounds.height - below};
    const LocalizedMessage name = fit(paper, {label.name, box.height / 3, true, 3}, name_bounds);
    paper.write(name_bounds, name);
    const double group_top = bounds.top + bounds.height - group_size * 1.4;
    if (!label.organisation.empty()) {
        const double top = bounds.top + paper.measure(name, bounds.width).height_mm;
        const double bottom = label.group.empty() ? bounds.top + bounds.height : group_top;
        const Box organisation_bounds{bounds.left, top, bounds.width, bottom - top};
        paper.write(
            organisation_bounds,
            fit(paper, {label.organisation, organisation_size, false, 2}, organisation_bounds));
    }
    if (!label.group.empty()) {
        paper.write({bounds.left, group_top, bounds.width, group_size * 1.4},
                    {label.group, group_size, true, 1});
    }
}

Box place_on_sheet(std::size_t index) {
    const LabelSize paper = paper_size(LabelStock::sheet);
    const double left = (paper.width_mm - sheet_columns * badge_size.width_mm) / 2;
    const double top = (paper.height_mm - sheet_rows * badge_size.height_mm) / 2;
    const auto column = static_cast<double>(index % sheet_columns);
    const std::size_t row_number = index / sheet_columns;
    return {left + column * badge_size.width_mm,
            top + static_cast<double>(row_number) * badge_size.height_mm, badge_size.width_mm,
            badge_size.height_mm};
}

}  // namespace

std::optional<LabelStock> parse_label_stock(std::string_view text) {
    if (text == "62x29") return LabelStock::narrow;
    if (text == "90x55") return LabelStock::badge;
    if (text == "a4") return LabelStock::sheet;
    return std::nullopt;
}

LabelSize paper_size(LabelStock stock) {
    switch (stock) {
        case LabelStock::narrow:
            return {62, 29};
        case LabelStock::badge:
            return badge_size;
        case LabelStock::sheet:
            break;
    }
    return {210, 297};
}

std::string media_name(LabelStock stock) {
    if (stock == LabelStock::sheet) return "iso_a4_210x297mm";
    const LabelSize size = paper_size(stock);
    return fmt::format("Custom.{}x{}mm", size.width_mm, size.height_mm);
}

std::string draw_labels(std::span<const Label> labels, LabelStock stock) {
    const LabelSize size = paper_size(stock);
    std::string pdf;
    {
        LabelPaper paper(size, pdf);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (stock != LabelStock::sheet) {
                draw_label(paper, labels[i], {0, 0, size.width_mm, size.height_mm});
                paper.end_page();
                continue;
            }
            const std::size_t place = i % labels_a_sheet;
            draw_label(paper, labels[i], place_on_sheet(place));
            if (place + 1 == labels_a_sheet || i + 1 == labels.size()) paper.end_page();
        }
    }
    return pdf;
}

}  // namespace stormote
