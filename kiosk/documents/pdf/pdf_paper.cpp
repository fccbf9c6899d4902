#include "kiosk/documents/pdf/pdf_paper.h"

#include <algorithm>

#include <cairo-pdf.h>

#include "kiosk/documents/pdf/paper_words.h"
#include "kiosk/documents/pdf/pdf_canvas.h"
#include "kiosk/documents/pdf/pdf_structure.h"

namespace stormote {

namespace {

constexpr double letter_step = 0.4;

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
    explicit Parts(const PaperSize& size) : canvas(size.width_mm, size.height_mm) {}

    PdfCanvas canvas;
    PdfStructure structure;
    bool is_in_list = false;
    bool is_page_full = false;

    // A page is handed over only when the next one begins or the paper is finished: of a tag that
    // ends behind the last page, cairo 1.18 makes one page more.
    void turn_full_page() {
        if (is_page_full) cairo_show_page(canvas.cairo());
        is_page_full = false;
    }

    // Items that follow each other are one list, which ends with its page.
    void begin_list() {
        if (!is_in_list) cairo_tag_begin(canvas.cairo(), "L", nullptr);
        is_in_list = true;
    }
    void end_list() {
        if (is_in_list) cairo_tag_end(canvas.cairo(), "L");
        is_in_list = false;
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

PdfPaper::PdfPaper(const PaperSize& size, std::string_view title, std::string_view language)
    : parts_(std::make_unique<Parts>(size)) {
    const PdfCanvas& canvas = parts_->canvas;
    parts_->structure.title = shorten(title, longest_name_on_paper);
    parts_->structure.language = language;
    cairo_pdf_surface_set_metadata(canvas.surface(), CAIRO_PDF_METADATA_TITLE,
                                   parts_->structure.title.c_str());
    // The outermost tag makes the whole a tagged PDF.
    cairo_tag_begin(canvas.cairo(), "Document", nullptr);
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
    parts_->turn_full_page();
    cairo_t *cairo = parts_->canvas.cairo();
    const PaperTag tag = row.front().words.tag;
    if (tag == PaperTag::list_item) {
        parts_->begin_list();
    } else {
        parts_->end_list();
    }
    cairo_tag_begin(cairo, name_of(tag), nullptr);
    for (const auto& [words, left, width] : row) {
        parts_->canvas.show(parts_->lay_out(words, width), left, top);
    }
    cairo_tag_end(cairo, name_of(tag));
}

void PdfPaper::rule(const PaperBox& box, std::uint32_t colour) {
    parts_->turn_full_page();
    cairo_t *cairo = parts_->canvas.cairo();
    const auto part = [colour](int shift) { return (colour >> shift & 0xFFU) / 255.0; };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
    cairo_rectangle(cairo, box.left, box.top, box.width, box.height);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
}

void PdfPaper::code(const QrModules& modules, const PaperBox& box, std::string_view meaning) {
    parts_->turn_full_page();
    parts_->end_list();
    cairo_t *cairo = parts_->canvas.cairo();
    parts_->structure.figures.emplace_back(meaning);
    cairo_tag_begin(cairo, "Figure", nullptr);
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
    cairo_tag_end(cairo, "Figure");
}

void PdfPaper::begin_section(std::string_view language) {
    parts_->turn_full_page();
    parts_->end_list();
    parts_->structure.languages.emplace_back(language);
    cairo_tag_begin(parts_->canvas.cairo(), "Sect", nullptr);
}

void PdfPaper::end_section() {
    parts_->end_list();
    cairo_tag_end(parts_->canvas.cairo(), "Sect");
}

void PdfPaper::end_page() {
    parts_->end_list();
    parts_->turn_full_page();
    parts_->is_page_full = true;
}

std::string PdfPaper::finish() {
    parts_->end_list();
    cairo_tag_end(parts_->canvas.cairo(), "Document");
    parts_->turn_full_page();
    return complete_pdf(parts_->canvas.finish(), parts_->structure);
}

}  // namespace stormote
