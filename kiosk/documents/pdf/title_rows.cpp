#include "kiosk/documents/pdf/title_rows.h"

#include <algorithm>
#include <utility>

namespace stormote {

namespace {

// The pixels of a side of a logo at most, as of one in an event's settings.
constexpr int longest_logo_side = 512;
constexpr double title_page_top = 78;  // from the first line's top, where the title may begin
constexpr double title_line_height = 1.18;

struct LogoSize {
    double height = 0;
    double most_width = 0;
};
constexpr LogoSize small_logo{11, 44};
constexpr LogoSize large_logo{22, 80};

class TitleRows {
  public:
    TitleRows(const Typesetting& setting, const Document& document)
        : setting_(setting), document_(document) {}

    FlowRows above_blocks() {
        LetterStyle letters = body_letters;
        letters.is_bold = true;
        letters.size_mm = 4.2;
        FlowRows rows = publisher(small_logo, letters);
        const double above = rows.empty() ? 0 : 13;
        append_rows(rows, title(10.5, 3), above, 7);
        return rows;
    }

    FlowRows page() {
        FlowRows rows = publisher(large_logo, {5.2, true});
        // Room in front of a page's first row is left out: an empty row keeps the title down.
        if (rows.empty()) rows.emplace_back();
        const double above = std::max(title_page_top - rows.front().height, 12.0);
        append_rows(rows, accent(), above, 7);
        append_rows(rows, title(14, 5), 0, 5);
        append_rows(rows,
                    text_rows(setting_, document_.title_page->subtitle,
                              {6, false, quiet_ink_colour, 1.35}, {}, add("P")),
                    0, 16);
        for (const std::string& line : document_.title_page->lines) {
            append_rows(rows,
                        text_rows(setting_, line, {4.6, false, ink_colour, 1.4}, {}, add("P")), 0,
                        0.8);
        }
        return rows;
    }

  private:
    PdfElementId add(std::string_view kind) {
        return setting_.structure.add(PdfStructure::root, kind);
    }

    // In the largest letters with which it takes no more lines than that.
    FlowRows title(double largest, std::size_t most_lines) {
        const PdfElementId element = add("H1");
        constexpr double smallest = 4.6;
        FlowRows rows;
        for (double size = largest; size > smallest; size -= 0.8) {
            rows = text_rows(setting_, document_.title, {size, true, ink_colour, title_line_height},
                             {}, element);
            if (rows.size() <= most_lines) break;
        }
        for (FlowRow& row : rows) row.keeps_next = true;
        return rows;
    }

    // A bar in the municipality's colour.
    FlowRows accent() {
        FlowRow row;
        row.height = 1.6;
        row.keeps_next = true;
        row.marks.push_back({std::nullopt, 0, 0, FlowBox{24, row.height, setting_.colour}});
        return {row};
    }

    // The logo and the name beside it.
    FlowRows publisher(const LogoSize& size, const LetterStyle& letters) {
        FlowRow row;
        double start = 0;
        if (auto logo = read_png(document_.logo_png, longest_logo_side)) {
            const double scale =
                std::min(size.height / logo->height, size.most_width / logo->width);
            const double width = logo->width * scale;
            row.height = logo->height * scale;
            // What is light needs a dark ground.
            if (is_light(*logo)) {
                row.marks.push_back(
                    {std::nullopt, 0, 0, FlowBox{width, row.height, setting_.colour}});
            }
            // The name beside it says what it stands for.
            row.marks.push_back({std::nullopt, 0, 0,
                                 FlowPicture{std::make_shared<const LogoPicture>(std::move(*logo)),
                                             width, row.height}});
            start = width + 4;
        }
        std::vector<FlowLine> lines = text_lines(setting_, document_.publisher, letters,
                                                 {start, text_width - start}, std::nullopt);
        if (lines.empty() && row.marks.empty()) return {};
        if (!lines.empty()) {
            const PdfElementId element = add("P");
            double height = 0;
            for (const FlowLine& line : lines) height += line.height;
            row.height = std::max(row.height, height);
            double top = (row.height - height) / 2;
            for (FlowLine& line : lines) {
                line.mark.element = element;
                line.mark.top += top;
                top += line.height;
                row.marks.push_back(std::move(line.mark));
            }
        }
        row.keeps_next = true;
        return {std::move(row)};
    }

    const Typesetting& setting_;
    const Document& document_;
};

}  // namespace

FlowRows title_rows(const Typesetting& setting, const Document& document) {
    TitleRows rows(setting, document);
    return document.title_page ? rows.page() : rows.above_blocks();
}

}  // namespace stormote
