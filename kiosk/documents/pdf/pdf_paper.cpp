#include "kiosk/documents/pdf/pdf_paper.h"

#include <algorithm>

#include "kiosk/documents/pdf/paper_words.h"
#include "kiosk/documents/pdf/pdf_canvas.h"
#include "kiosk/documents/pdf/pdf_completion.h"
#include "kiosk/documents/pdf/pdf_structure.h"

namespace stormote {

namespace {

constexpr double letter_step = 0.4;

std::string_view name_of(PaperTag tag) {
    switch (tag) {
        case PaperTag::title:
            return "H1";
        case PaperTag::heading:
            return "H2";
        case PaperTag::list_item:
            return "LBody";
        case PaperTag::paragraph:
            break;
    }
    return "P";
}

}  // namespace

struct PdfPaper::Parts {
    Parts(const PaperSize& paper, std::string_view language)
        : size(paper), canvas(paper.width_mm, paper.height_mm, language) {}

    PaperSize size;
    PdfCanvas canvas;
    PdfStructure structure;
    PdfDescription description;
    PdfElementId section = PdfStructure::root;  // to which what is written next belongs
    std::optional<PdfElementId> list{};         // which the next item goes on
    std::size_t page = 0;

    // Items that follow each other are one list, which ends with its page.
    PdfElementId begin(PaperTag tag) {
        if (tag != PaperTag::list_item) {
            list.reset();
            return structure.add(section, name_of(tag));
        }
        if (!list) list = structure.add(section, "L");
        return structure.add(structure.add(*list, "LI"), "LBody");
    }

    void mark(std::optional<PdfElementId> element) {
        structure.mark(page, element);
        canvas.begin_mark();
    }

    // What was laid out last is often what is written next. Stays valid until the next call.
    const PdfCanvas::Layout& lay_out(const PaperText& words, double width) {
        if (last_ && last_words_ == words && last_width_ == width) return last_;
        const bool is_heading = words.tag == PaperTag::title || words.tag == PaperTag::heading;
        const std::string text =
            shorten(words.text, is_heading ? longest_name_on_paper : longest_text_on_paper);
        last_ = canvas.lay_out({text, words.size_mm, words.is_bold}, width);
        if (words.is_centred) pango_layout_set_alignment(last_.get(), PANGO_ALIGN_CENTER);
        last_words_ = words;
        last_width_ = width;
        return last_;
    }

  private:
    PdfCanvas::Layout last_;
    PaperText last_words_;
    double last_width_ = 0;
};

PdfPaper::PdfPaper(const PaperSize& size, const PaperDescription& description)
    : parts_(std::make_unique<Parts>(size, description.language)) {
    parts_->description = {.title = shorten(description.title, longest_name_on_paper),
                           .language = description.language,
                           .publisher = shorten(description.publisher, longest_name_on_paper),
                           .dated_ms = description.dated_ms};
}

PdfPaper::~PdfPaper() = default;

double PdfPaper::height_of(const PaperText& words, double width) const {
    return PdfCanvas::height_of(parts_->lay_out(words, width));
}

PaperText PdfPaper::fit(PaperText words, double width, double height, double smallest_mm) const {
    const auto stands_whole = [&] {
        const auto& layout = parts_->lay_out(words, width);
        return PdfCanvas::height_of(layout) <= height &&
               (words.most_lines == 0 ||
                pango_layout_get_line_count(layout.get()) <= words.most_lines);
    };
    while (words.size_mm > smallest_mm && !stands_whole()) {
        words.size_mm = std::max(smallest_mm, words.size_mm - letter_step);
    }
    return words;
}

double PdfPaper::write(const PaperText& words, double left, double top, double width) {
    const double height = height_of(words, width);
    const PlacedText placed{words, left, width};
    write_beside(std::span(&placed, 1), top);
    return height;
}

void PdfPaper::write_beside(std::span<const PlacedText> row, double top) {
    std::optional<PdfElementId> element;
    for (const auto& [words, left, width] : row) {
        const PdfCanvas::Layout& layout = parts_->lay_out(words, width);
        // Blanks say nothing.
        if (!PdfCanvas::has_ink(layout)) continue;
        if (!element) element = parts_->begin(row.front().words.tag);
        parts_->mark(element);
        parts_->canvas.show(layout, left, top);
    }
}

void PdfPaper::rule(const PaperBox& box, std::uint32_t colour) {
    if (box.width <= 0 || box.height <= 0) return;
    parts_->mark(std::nullopt);
    parts_->canvas.fill_box(box.left, box.top, box.width, box.height, colour);
}

void PdfPaper::code(const QrModules& modules, const PaperBox& box, std::string_view meaning) {
    parts_->list.reset();
    cairo_t *cairo = parts_->canvas.cairo();
    const PdfElementId figure = parts_->structure.add(parts_->section, "Figure");
    parts_->structure.at(figure).alternative = drawable(meaning);
    const double bottom = parts_->size.height_mm - box.top - box.width;
    parts_->structure.at(figure).bounds =
        PdfBox{box.left * points_per_mm, bottom * points_per_mm,
               (box.left + box.width) * points_per_mm, (bottom + box.width) * points_per_mm};
    parts_->mark(figure);
    const double module = box.width / modules.side;
    for (int y = 0; y < modules.side; ++y) {
        // Dark modules beside each other are one bar: numbers are most of what a page takes.
        for (int x = 0, end = 0; x < modules.side; x = end + 1) {
            for (end = x; end < modules.side && modules.is_dark(end, y);) ++end;
            if (end == x) continue;
            cairo_rectangle(cairo, box.left + x * module, box.top + y * module, (end - x) * module,
                            module);
        }
    }
    cairo_fill(cairo);
}

void PdfPaper::begin_section(std::string_view language) {
    parts_->list.reset();
    parts_->section = parts_->structure.add(PdfStructure::root, "Sect");
    parts_->structure.at(parts_->section).language = language;
}

void PdfPaper::end_section() {
    parts_->list.reset();
    parts_->section = PdfStructure::root;
}

void PdfPaper::end_page() {
    parts_->list.reset();
    cairo_show_page(parts_->canvas.cairo());
    ++parts_->page;
}

std::string PdfPaper::finish() {
    return complete_pdf(parts_->canvas.finish(), parts_->structure, parts_->description);
}

}  // namespace stormote
