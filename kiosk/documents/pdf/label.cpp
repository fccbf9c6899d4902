#include "kiosk/documents/pdf/label.h"

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/documents/pdf/paper_words.h"
#include "kiosk/documents/pdf/pdf_canvas.h"

namespace stormote {

namespace {

constexpr std::size_t sheet_columns = 2;
constexpr std::size_t sheet_rows = 5;
constexpr std::size_t labels_a_sheet = sheet_columns * sheet_rows;
// In millimetres. Smaller letters cannot be read on somebody's jacket.
constexpr double smallest_letters = 2.6;
constexpr double label_letter_step = 0.2;

constexpr LabelSize badge_size{90, 55};

struct Box {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

struct LabelText {
    std::string text;
    double size_mm = 4;
    bool is_bold = false;
    int most_lines = 1;
};

class LabelPaper {
  public:
    explicit LabelPaper(const LabelSize& size) : canvas_(size.width_mm, size.height_mm) {}

    // How high the words stand in a box of that width, and whether all of them do.
    struct Extent {
        double height_mm = 0;
        bool is_whole = true;
    };
    [[nodiscard]] Extent measure(const LabelText& words, double width_mm) const {
        const auto layout = lay_out(words, width_mm);
        return {PdfCanvas::height_of(layout), pango_layout_is_ellipsized(layout.get()) == FALSE};
    }
    void write(const Box& box, const LabelText& words) {
        canvas_.show(lay_out(words, box.width), box.left, box.top);
    }
    void draw_code(const Box& box, const LabelCode& code) {
        const double module = box.width / code.side;
        for (int row = 0; row < code.side; ++row) {
            for (int column = 0; column < code.side; ++column) {
                const auto at =
                    static_cast<std::size_t>(row) * static_cast<std::size_t>(code.side) +
                    static_cast<std::size_t>(column);
                if (!code.dark[at]) continue;
                cairo_rectangle(canvas_.cairo(), box.left + column * module, box.top + row * module,
                                module, module);
            }
        }
        cairo_fill(canvas_.cairo());
    }
    void end_page() { cairo_show_page(canvas_.cairo()); }
    [[nodiscard]] std::string finish() { return canvas_.finish(); }

  private:
    [[nodiscard]] PdfCanvas::Layout lay_out(const LabelText& words, double width_mm) const {
        const std::string text = shorten(words.text, longest_name_on_paper);
        auto layout = canvas_.lay_out({text, words.size_mm, words.is_bold}, width_mm);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        // A negative height counts lines.
        pango_layout_set_height(layout.get(), -words.most_lines);
        return layout;
    }

    PdfCanvas canvas_;
};

// The words with the largest letters, from the given ones down, with which they stand whole on that
// room.
LabelText fit(const LabelPaper& paper, LabelText words, const Box& bounds) {
    while (words.size_mm > smallest_letters) {
        const auto extent = paper.measure(words, bounds.width);
        if (extent.is_whole && extent.height_mm <= bounds.height) return words;
        words.size_mm -= label_letter_step;
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
    const LabelText name = fit(paper, {label.name, box.height / 3, true, 3}, name_bounds);
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

// Read at arm's length, by who looks for the table.
void draw_slip(LabelPaper& paper, const Label& label, const Box& box) {
    constexpr double margin = 9;
    constexpr double line_letters = 7;
    Box bounds{box.left + margin, box.top + margin, box.width - 2 * margin,
               box.height - 2 * margin};
    const Box group_bounds{bounds.left, bounds.top, bounds.width, bounds.height * 0.35};
    const LabelText group =
        fit(paper, {label.group, group_bounds.height * 0.7, true, 1}, group_bounds);
    paper.write(group_bounds, group);
    bounds.top += paper.measure(group, bounds.width).height_mm + line_letters / 2;
    const double bottom = box.top + box.height - margin;
    for (const std::string& line : label.lines) {
        const LabelText words{line, line_letters, false, 2};
        const double height = paper.measure(words, bounds.width).height_mm;
        if (bounds.top + height > bottom) return;
        paper.write({bounds.left, bounds.top, bounds.width, height}, words);
        bounds.top += height + line_letters / 2;
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
    if (text == "slip-a6") return LabelStock::slip;
    if (text == "slip-a4") return LabelStock::large_slip;
    return std::nullopt;
}

LabelSize paper_size(LabelStock stock) {
    switch (stock) {
        case LabelStock::narrow:
            return {62, 29};
        case LabelStock::badge:
            return badge_size;
        case LabelStock::slip:
            return {105, 148};
        case LabelStock::sheet:
        case LabelStock::large_slip:
            break;
    }
    return {210, 297};
}

std::string media_name(LabelStock stock) {
    if (stock == LabelStock::slip) return "iso_a6_105x148mm";
    if (stock == LabelStock::sheet || stock == LabelStock::large_slip) return "iso_a4_210x297mm";
    const LabelSize size = paper_size(stock);
    return fmt::format("Custom.{}x{}mm", size.width_mm, size.height_mm);
}

std::string draw_labels(std::span<const Label> labels, LabelStock stock) {
    const LabelSize size = paper_size(stock);
    LabelPaper paper(size);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (is_slip(stock)) {
            constexpr double slip_height = 148;
            draw_slip(paper, labels[i], {0, 0, size.width_mm, slip_height});
            paper.end_page();
            continue;
        }
        if (stock != LabelStock::sheet) {
            draw_label(paper, labels[i], {0, 0, size.width_mm, size.height_mm});
            paper.end_page();
            continue;
        }
        const std::size_t place = i % labels_a_sheet;
        draw_label(paper, labels[i], place_on_sheet(place));
        if (place + 1 == labels_a_sheet || i + 1 == labels.size()) paper.end_page();
    }
    return paper.finish();
}

}  // namespace stormote
