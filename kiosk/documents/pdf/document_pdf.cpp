#include "kiosk/documents/pdf/document_pdf.h"

#include <algorithm>
#include <utility>

#include "kiosk/documents/pdf/document_rows.h"
#include "kiosk/documents/pdf/page_flow.h"
#include "kiosk/documents/pdf/paper_words.h"
#include "kiosk/documents/pdf/pdf_completion.h"
#include "sync/base/assets.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::uint32_t usual_colour = 0x0B4F5C;
constexpr double least_contrast_of_words = 7;
constexpr double footer_top = a4_upright.height_mm - 20;
constexpr double footer_number_width = 36;

Texts texts_of(const std::string& language) {
    auto loaded = load_texts(language);
    return loaded ? std::move(loaded).value() : Texts();
}

struct Place {
    std::size_t page = 0;
    double top = 0;
};

class DocumentPages {
  public:
    explicit DocumentPages(const Document& document)
        : document_(document),
          texts_(texts_of(document.language)),
          canvas_(a4_upright.width_mm, a4_upright.height_mm, document.language) {
        if (texts_.reads_from_right()) canvas_.read_from_right();
        const std::uint32_t colour = document.colour.value_or(usual_colour);
        const Typesetting setting{canvas_, structure_,
                                  readable_on_white(colour, least_contrast_of_words)};
        content_ = document_rows(setting, document);
        pages_ = place_rows(content_.rows, first_line_top, last_line_bottom);
        if (document.pages == PageFit::one) fit_one_page();
        find_headings();
    }

    std::string write() {
        for (page_ = 0; page_ < pages_.size(); ++page_) {
            for (const PlacedRow& placed : pages_[page_].rows) draw(placed);
            // A page of the title alone has nothing below it.
            if (page_ > 0 || !document_.title_page) draw_footer();
            cairo_show_page(canvas_.cairo());
        }
        return complete_pdf(canvas_.finish(), structure_, describe());
    }

  private:
    // Down to about a third of the room between what stands below each other; what is still too
    // long takes a second page.
    void fit_one_page() {
        constexpr double step = 0.9;
        for (int steps = 10; steps > 0 && pages_.size() > 1; --steps) {
            for (FlowRow& row : content_.rows) {
                row.above *= step;
                row.below *= step;
            }
            pages_ = place_rows(content_.rows, first_line_top, last_line_bottom);
        }
    }

    void find_headings() {
        headings_.resize(content_.headings.size());
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            for (const PlacedRow& placed : pages_[page].rows) {
                if (placed.row->heading) headings_[*placed.row->heading] = {page, placed.top};
            }
        }
    }

    // From the left edge, of something that is that wide.
    [[nodiscard]] double left_of(double start, double width) const {
        return texts_.reads_from_right() ? a4_upright.width_mm - side_margin - start - width
                                         : side_margin + start;
    }

    void draw(const PlacedRow& placed) {
        for (const FlowMark& mark : placed.row->marks) {
            std::visit(Match{[&](const FlowText& what) { draw(mark, placed.top, what); },
                             [&](const FlowBox& what) { draw(mark, placed.top, what); },
                             [&](const FlowPicture& what) { draw(mark, placed.top, what); },
                             [&](const FlowPageNumber& what) { draw(mark, placed.top, what); }},
                       mark.what);
        }
        if (placed.row->link) add_link(placed, *placed.row->link);
    }

    template <typename Drawing>
    void mark(std::optional<PdfElementId> element, const PaperBox& box, const Drawing& draw_it) {
        structure_.mark(page_, element);
        canvas_.begin_mark();
        draw_it();
        if (element && structure_.at(*element).kind == "Figure") widen(*element, box);
    }

    // A figure takes the room of all that was drawn of it on its first page.
    void widen(PdfElementId figure, const PaperBox& box) {
        PdfElement& element = structure_.at(figure);
        const auto *first = std::get_if<PdfMark>(&element.kids.front());
        if (first == nullptr || first->page != page_) return;
        const PdfBox place = place_of(box);
        PdfBox& bounds = element.bounds ? *element.bounds : element.bounds.emplace(place);
        bounds = {std::min(bounds.left, place.left), std::min(bounds.bottom, place.bottom),
                  std::max(bounds.right, place.right), std::max(bounds.top, place.top)};
    }

    static PdfBox place_of(const PaperBox& box) {
        return {box.left * points_per_mm,
                (a4_upright.height_mm - box.top - box.height) * points_per_mm,
                (box.left + box.width) * points_per_mm,
                (a4_upright.height_mm - box.top) * points_per_mm};
    }

    void draw(const FlowMark& placed, double top, const FlowText& text) {
        const ShapedLine& line = text.line;
        if (!line.has_ink) return;
        const double left = left_of(placed.start, line.width);
        const double baseline = top + placed.top;
        mark(placed.element, {left, baseline - line.ascent, line.width, line.height()}, [&] {
            canvas_.use_colour(text.colour);
            canvas_.show(line, left, baseline);
        });
    }

    void draw(const FlowMark& placed, double top, const FlowBox& box) {
        const double left = left_of(placed.start, box.width);
        mark(placed.element, {left, top + placed.top, box.width, box.height},
             [&] { canvas_.fill_box(left, top + placed.top, box.width, box.height, box.colour); });
    }

    void draw(const FlowMark& placed, double top, const FlowPicture& picture) {
        const double left = left_of(placed.start, picture.width);
        mark(placed.element, {left, top + placed.top, picture.width, picture.height}, [&] {
            canvas_.paint(*picture.picture, left, top + placed.top, picture.width, picture.height);
        });
    }

    void draw(const FlowMark& placed, double top, const FlowPageNumber& number) {
        const std::string words = std::to_string(headings_[number.heading].page + 1);
        for (const ShapedLine& line :
             canvas_.shape({words, number.size_mm, number.is_bold}, text_width)) {
            FlowMark at = placed;
            at.start -= line.width;
            draw(at, top, FlowText{line, ink_colour});
        }
    }

    void add_link(const PlacedRow& placed, const FlowLink& link) {
        const Place& target = headings_[link.heading];
        structure_.add({.element = link.element,
                        .page = page_,
                        .box = place_of({side_margin, placed.top, text_width, placed.row->height}),
                        .target_page = target.page,
                        .target_top = top_in_points(target),
                        .words = content_.headings[link.heading].text});
    }

    // A little above what is gone to, so that it does not stick to the edge of the window.
    static double top_in_points(const Place& place) {
        return (a4_upright.height_mm - place.top + 4) * points_per_mm;
    }

    void draw_footer() {
        const FlowMark rule{std::nullopt, 0, footer_top,
                            FlowBox{text_width, hairline, hairline_colour}};
        draw(rule, 0, std::get<FlowBox>(rule.what));
        const std::string number = texts_.get(Sentence{"Page {} of {}"}, page_ + 1, pages_.size());
        draw_footer_words(document_.footer, {0, text_width - footer_number_width});
        draw_footer_words(
            number, {text_width - footer_number_width, footer_number_width, ColumnAlignment::end});
    }

    // One line of them.
    void draw_footer_words(const std::string& words, const TextPlace& place) {
        const Typesetting setting{canvas_, structure_};
        const auto lines = text_lines(setting, words, small_letters, place, std::nullopt);
        if (lines.empty()) return;
        draw(lines.front().mark, footer_top + 2, std::get<FlowText>(lines.front().mark.what));
    }

    [[nodiscard]] PdfDescription describe() const {
        PdfDescription description{.title = document_.title,
                                   .language = document_.language,
                                   .publisher = document_.publisher};
        if (document_.dated_ms != 0) description.dated_ms = document_.dated_ms;
        for (std::size_t at = 0; at < headings_.size(); ++at) {
            const auto& [text, level] = content_.headings[at];
            description.outline.push_back(
                {text, level, headings_[at].page, top_in_points(headings_[at])});
        }
        return description;
    }

    const Document& document_;
    Texts texts_;
    PdfCanvas canvas_;
    PdfStructure structure_;
    DocumentRows content_;
    std::vector<FlowPage> pages_;
    std::vector<Place> headings_;
    std::size_t page_ = 0;
};

}  // namespace

std::string write_pdf(const Document& document) {
    return DocumentPages(document).write();
}

}  // namespace stormote
