#include "kiosk/documents/pdf/document_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/documents/pdf/chart_rows.h"
#include "kiosk/documents/pdf/paper_words.h"
#include "kiosk/documents/pdf/picture_rows.h"
#include "kiosk/documents/pdf/table_rows.h"
#include "kiosk/documents/pdf/title_rows.h"

namespace stormote {

namespace {

struct HeadingStyle {
    LetterStyle letters;
    double above = 0;
    double below = 0;
};

// By level.
constexpr std::array<HeadingStyle, 3> heading_styles{{{{6.4, true, ink_colour, 1.25}, 12, 3.2},
                                                      {{5.2, true, ink_colour, 1.3}, 9, 2.4},
                                                      {{4.3, true, ink_colour, 1.35}, 6.5, 1.6}}};
constexpr std::array<std::string_view, 3> heading_kinds{"H2", "H3", "H4"};

constexpr double paragraph_gap = 3;
constexpr double block_gap = 6;
constexpr double item_gap = 1.8;
constexpr double item_indent = 5.5;
constexpr double step_indent = 7.5;  // behind a number of two digits
constexpr std::uint32_t command_ground = 0xEEF2F3;
constexpr double contents_indent = 6;
constexpr double page_number_width = 12;

int level_of(const Heading& heading) {
    return std::clamp(heading.level, 1, 3);
}

bool is_command(const Block& block) {
    const auto *paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr && paragraph->style == ParagraphStyle::command;
}

class DocumentWriter {
  public:
    DocumentWriter(const Typesetting& setting, const Document& document)
        : setting_(setting), document_(document) {
        for (const Block& block : document.blocks) {
            const auto *heading = std::get_if<Heading>(&block);
            if (heading != nullptr && !is_blank(heading->text)) {
                made_.headings.push_back({drawable(heading->text), level_of(*heading)});
            }
        }
    }

    DocumentRows write() {
        made_.rows = title_rows(setting_, document_);
        breaks_page_ = document_.title_page.has_value();
        for (const Block& block : document_.blocks) {
            FlowRows rows = std::visit([this](const auto& kind) { return rows_of(kind); }, block);
            if (rows.empty()) continue;
            if (std::exchange(breaks_page_, false)) {
                rows.front().begins_page = true;
            } else if (is_command(block) && !made_.rows.empty()) {
                // What to type stays with the step that says so.
                made_.rows.back().keeps_next = true;
            }
            append_rows(made_.rows, std::move(rows), 0, 0);
        }
        return std::move(made_);
    }

  private:
    static void space(FlowRows& rows, double above, double below) {
        if (rows.empty()) return;
        rows.front().above = above;
        rows.back().below = below;
    }
    PdfElementId add(std::string_view kind) {
        return setting_.structure.add(PdfStructure::root, kind);
    }

    FlowRows heading_rows(std::string_view text, int level) {
        const auto at = static_cast<std::size_t>(level - 1);
        const HeadingStyle& style = heading_styles[at];
        FlowRows rows = text_rows(setting_, text, style.letters, {}, add(heading_kinds[at]));
        for (FlowRow& row : rows) row.keeps_next = true;
        space(rows, style.above, style.below);
        return rows;
    }

    FlowRows rows_of(const Heading& heading) {
        if (is_blank(heading.text)) return {};
        FlowRows rows = heading_rows(heading.text, level_of(heading));
        if (!rows.empty()) rows.front().heading = heading_;
        ++heading_;
        return rows;
    }

    FlowRows rows_of(const Paragraph& paragraph) {
        const LetterStyle& letters = paragraph.style == ParagraphStyle::lead    ? lead_letters
                                     : paragraph.style == ParagraphStyle::aside ? small_letters
                                                                                : body_letters;
        if (paragraph.style == ParagraphStyle::command) return command_rows(paragraph.text);
        FlowRows rows =
            text_rows(setting_, paragraph.text, letters, {}, add("P"), paragraph.strong);
        space(rows, 0, paragraph.style == ParagraphStyle::lead ? block_gap : paragraph_gap);
        return rows;
    }

    // On a tinted ground that goes on below each line.
    FlowRows command_rows(std::string_view text) {
        constexpr double padding = 2.5;
        FlowRows rows =
            text_rows(setting_, text, command_letters,
                      {step_indent + padding, text_width - step_indent - 2 * padding}, add("P"));
        for (FlowRow& row : rows) {
            row.marks.insert(row.marks.begin(),
                             {std::nullopt, step_indent, 0,
                              FlowBox{text_width - step_indent, row.height, command_ground}});
            row.keeps_next = &row != &rows.back();
        }
        space(rows, item_gap, paragraph_gap);
        return rows;
    }

    FlowRows rows_of(const BulletList& list) {
        if (list.items.empty()) return {};
        const PdfElementId element = add("L");
        if (list.first_number > 0) {
            setting_.structure.at(element).labels = PdfListLabels::numbers;
        }
        FlowRows rows;
        int number = list.first_number;
        for (const ListItem& item : list.items) {
            const std::string label = number > 0 ? std::to_string(number++) + "." : "•";
            append_rows(rows, item_rows(item, label, element), 0, item_gap);
        }
        space(rows, 0, paragraph_gap);
        return rows;
    }

    FlowRows item_rows(const ListItem& item, const std::string& words, PdfElementId list) {
        const PdfElementId element = setting_.structure.add(list, "LI");
        const PdfElementId label = setting_.structure.add(element, "Lbl");
        const PdfElementId body = setting_.structure.add(element, "LBody");
        const bool is_bullet = words.front() < '0' || words.front() > '9';
        const double indent = is_bullet ? item_indent : step_indent;
        const TextPlace place{indent, text_width - indent};
        FlowRows rows = text_rows(setting_, item.text, body_letters, place, body, item.strong);
        if (!item.source.empty()) {
            FlowRows source = text_rows(setting_, item.source, small_letters, place,
                                        setting_.structure.add(body, "Span"));
            append_rows(rows, std::move(source), 0, 0);
            // Where it comes from stays with the end of what it says.
            keep_lines_together(rows, 0);
        }
        if (rows.empty()) return rows;
        LetterStyle letters = body_letters;
        letters.is_bold = true;
        letters.colour = setting_.colour;
        FlowRow& first = rows.front();
        for (FlowLine& line :
             text_lines(setting_, words, letters, {is_bullet ? 1.2 : 0, indent}, label)) {
            first.marks.insert(first.marks.begin(), std::move(line.mark));
        }
        return rows;
    }

    FlowRows rows_of(const TextTable& table) {
        FlowRows rows = table_rows(setting_, table, PdfStructure::root);
        space(rows, table.caption.empty() ? paragraph_gap : block_gap, block_gap);
        return rows;
    }

    FlowRows rows_of(const BarChart& chart) {
        FlowRows rows = chart_rows(setting_, chart, PdfStructure::root);
        space(rows, block_gap, block_gap);
        return rows;
    }

    FlowRows rows_of(const FigureRow& pictures) {
        FlowRows rows = picture_rows(setting_, pictures, PdfStructure::root);
        space(rows, paragraph_gap, block_gap);
        return rows;
    }

    FlowRows rows_of(const TableOfContents& contents) {
        FlowRows rows;
        if (!contents.heading.empty()) rows = heading_rows(contents.heading, 1);
        const PdfElementId element = add("TOC");
        for (std::size_t at = 0; at < made_.headings.size(); ++at) {
            if (made_.headings[at].level <= 2) append_rows(rows, entry_rows(at, element), 0, 0);
        }
        return rows;
    }

    FlowRows entry_rows(std::size_t heading, PdfElementId contents) {
        const auto& [text, level] = made_.headings[heading];
        PdfStructure& structure = setting_.structure;
        const PdfElementId entry = structure.add(contents, "TOCI");
        const PdfElementId link = structure.add(structure.add(entry, "Reference"), "Link");
        LetterStyle letters = body_letters;
        letters.is_bold = level == 1;
        const double start = level == 1 ? 0 : contents_indent;
        FlowRows rows = text_rows(setting_, text, letters,
                                  {start, text_width - start - page_number_width}, link);
        if (rows.empty()) return rows;
        for (FlowRow& row : rows) row.link = FlowLink{link, heading};
        rows.back().marks.push_back({link, text_width, rows.back().marks.front().top,
                                     FlowPageNumber{heading, letters.size_mm, letters.is_bold}});
        rows.front().above = level == 1 ? 2.5 : 0.4;
        return rows;
    }

    FlowRows rows_of(const PageBreak& /*turn*/) {
        breaks_page_ = true;
        return {};
    }

    const Typesetting& setting_;
    const Document& document_;
    DocumentRows made_;
    std::size_t heading_ = 0;  // the next one
    bool breaks_page_ = false;
};

}  // namespace

DocumentRows document_rows(const Typesetting& setting, const Document& document) {
    return DocumentWriter(setting, document).write();
}

}  // namespace stormote
