#include "kiosk/documents/pdf/table_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/documents/pdf/paper_words.h"

namespace stormote {

namespace {

constexpr double cell_padding = 1.5;  // above and below the words of a row
constexpr double caption_gap = 1.5;
// Rows of more lines may be broken between pages.
constexpr std::size_t most_lines_together = 12;
const std::string no_words;

// What is to be read in rows of many columns is written in smaller letters.
double letter_size(std::size_t columns) {
    if (columns <= 3) return body_letters.size_mm;
    return columns <= 5 ? 3.6 : 3.1;
}

// Between columns.
double gap_of(std::size_t columns) {
    return columns <= 5 ? 5 : 3;
}

class TableRows {
  public:
    TableRows(const Typesetting& setting, const TextTable& table, PdfElementId parent)
        : setting_(setting), table_(table), element_(setting.structure.add(parent, "Table")) {
        letters_.size_mm = letter_size(table.columns.size());
        letters_.line_height = 1.4;
        place_columns();
    }

    FlowRows lay_out() {
        FlowRows rows = caption();
        const FlowRows headings = heading_row();
        repeated_ = std::make_shared<const FlowRows>(repeated(headings));
        append_rows(rows, headings, caption_gap, 0);
        if (table_.rows.empty()) return rows;
        const PdfElementId body = setting_.structure.add(element_, "TBody");
        for (std::size_t at = 0; at < table_.rows.size(); ++at) {
            const bool is_last = at + 1 == table_.rows.size();
            append_rows(rows, body_row(table_.rows[at], body, is_last), 0, 0);
            // The last row does not stand alone on a page.
            if (at + 2 == table_.rows.size()) rows.back().keeps_next = true;
        }
        return rows;
    }

  private:
    void place_columns() {
        double start = 0;
        for (const double width : column_widths()) {
            places_.push_back({start, width, table_.columns[places_.size()].alignment});
            start += width + gap_of(table_.columns.size());
        }
    }

    // By their shares; but a column that is too narrow for its longest word takes what it lacks
    // from those that have more than theirs need. Where that is not enough, words of headings are
    // kept whole at least.
    [[nodiscard]] std::vector<double> column_widths() const {
        double shares = 0;
        for (const TableColumn& column : table_.columns) shares += share_of(column);
        const double room = text_width - gap_of(table_.columns.size()) *
                                             static_cast<double>(table_.columns.size() - 1);
        std::vector<double> widths;
        std::vector<double> headings;
        std::vector<double> words;
        for (std::size_t at = 0; at < table_.columns.size(); ++at) {
            widths.push_back(room * share_of(table_.columns[at]) / shares);
            headings.push_back(widest_word(table_.columns[at].heading, heading_letters()));
            words.push_back(
                std::max(headings.back(), widest_word(longest_word(at), cell_letters(at))));
        }
        if (!level(widths, words)) level(widths, headings);
        return widths;
    }

    // Whether there is room for what each needs.
    static bool level(std::vector<double>& widths, const std::vector<double>& needed) {
        double lacking = 0;
        double spared = 0;
        for (std::size_t at = 0; at < widths.size(); ++at) {
            const double spare = widths[at] - needed[at];
            (spare < 0 ? lacking : spared) += std::abs(spare);
        }
        if (lacking > spared) return false;
        for (std::size_t at = 0; at < widths.size(); ++at) {
            const double spare = widths[at] - needed[at];
            widths[at] -= spare < 0 ? spare : spare * lacking / spared;
        }
        return true;
    }

    static double share_of(const TableColumn& column) { return std::max(column.share, 0.01); }

    [[nodiscard]] LetterStyle heading_letters() const {
        LetterStyle letters = letters_;
        letters.size_mm = std::min(letters.size_mm, small_letters.size_mm);
        letters.is_bold = true;
        letters.colour = quiet_ink_colour;
        return letters;
    }

    [[nodiscard]] LetterStyle cell_letters(std::size_t column) const {
        LetterStyle letters = letters_;
        letters.is_bold = column == 0 && table_.has_row_headers;
        return letters;
    }

    // Of the cells of a column, by its bytes: to measure all of them would take as long as to set
    // them. Hyphens part words as blanks do.
    [[nodiscard]] std::string longest_word(std::size_t column) const {
        std::string_view longest;
        for (const auto& row : table_.rows) {
            if (column >= row.size()) continue;
            std::string_view rest = row[column];
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find_first_of(" \n-"), rest.size() - 1) + 1;
                if (end > longest.size()) longest = rest.substr(0, end);
                rest.remove_prefix(end);
            }
        }
        return shorten(longest, longest_name_on_paper);
    }

    // More than a quarter of the page is nothing to make room for.
    [[nodiscard]] double widest_word(std::string words, const LetterStyle& letters) const {
        constexpr double most = text_width / 4;
        std::replace(words.begin(), words.end(), ' ', '\n');
        double widest = 0;
        for (const ShapedLine& word :
             setting_.canvas.shape({words, letters.size_mm, letters.is_bold}, text_width)) {
            widest = std::max(widest, word.width + 0.1);
        }
        return std::min(widest, most);
    }

    FlowRows caption() {
        if (table_.caption.empty()) return {};
        const PdfElementId element = setting_.structure.add(element_, "Caption");
        LetterStyle letters = body_letters;
        letters.is_bold = true;
        FlowRows rows = text_rows(setting_, table_.caption, letters, {}, element);
        for (FlowRow& row : rows) row.keeps_next = true;
        return rows;
    }

    FlowRows heading_row() {
        const LetterStyle letters = heading_letters();
        const PdfElementId head = setting_.structure.add(element_, "THead");
        const PdfElementId row = setting_.structure.add(head, "TR");
        std::vector<std::vector<FlowLine>> cells;
        for (std::size_t at = 0; at < table_.columns.size(); ++at) {
            const PdfElementId cell = setting_.structure.add(row, "TH");
            setting_.structure.at(cell).scope = PdfHeaderScope::column;
            cells.push_back(
                text_lines(setting_, table_.columns[at].heading, letters, places_[at], cell));
            // Headings of fewer lines stand at the foot of the row, by what they are above.
            std::size_t most = 0;
            for (const auto& lines : cells) most = std::max(most, lines.size());
            cells_height_ = most;
        }
        for (auto& lines : cells) {
            lines.insert(lines.begin(), cells_height_ - lines.size(), FlowLine{});
        }
        FlowRows rows = slices(std::move(cells), {table_line, setting_.colour});
        rows.front().marks.push_back(rule(0, {table_line, setting_.colour}));
        for (FlowRow& slice : rows) slice.keeps_next = true;
        return rows;
    }

    // As they are shown on the pages that follow: seen, and not read again.
    static FlowRows repeated(FlowRows rows) {
        for (FlowRow& row : rows) {
            for (FlowMark& mark : row.marks) mark.element.reset();
        }
        return rows;
    }

    FlowRows body_row(const std::vector<std::string>& texts, PdfElementId body, bool is_last) {
        const PdfElementId row = setting_.structure.add(body, "TR");
        std::vector<std::vector<FlowLine>> cells;
        for (std::size_t at = 0; at < table_.columns.size(); ++at) {
            const bool is_header = at == 0 && table_.has_row_headers;
            const PdfElementId cell = setting_.structure.add(row, is_header ? "TH" : "TD");
            if (is_header) setting_.structure.at(cell).scope = PdfHeaderScope::row;
            const std::string& text = at < texts.size() ? texts[at] : no_words;
            cells.push_back(text_lines(setting_, text, cell_letters(at), places_[at], cell));
        }
        FlowRows rows = slices(std::move(cells), is_last ? Line{table_line, setting_.colour}
                                                         : Line{hairline, hairline_colour});
        for (FlowRow& slice : rows) slice.repeated = repeated_;
        if (rows.size() <= most_lines_together) {
            for (std::size_t at = 0; at + 1 < rows.size(); ++at) rows[at].keeps_next = true;
        } else {
            keep_lines_together(rows, 0);
        }
        return rows;
    }

    struct Line {
        double height = 0;
        std::uint32_t colour = 0;
    };

    static FlowMark rule(double top, const Line& line) {
        return {std::nullopt, 0, top, FlowBox{text_width, line.height, line.colour}};
    }

    // The lines of all cells beside each other, with a rule below the last.
    FlowRows slices(std::vector<std::vector<FlowLine>> cells, const Line& below) const {
        std::size_t count = 1;
        for (const auto& lines : cells) count = std::max(count, lines.size());
        FlowRows rows(count);
        for (std::size_t at = 0; at < count; ++at) {
            FlowRow& row = rows[at];
            const double padding = at == 0 ? cell_padding : 0;
            for (auto& lines : cells) {
                if (at >= lines.size() || lines[at].height == 0) continue;
                row.height = std::max(row.height, lines[at].height);
                lines[at].mark.top += padding;
                row.marks.push_back(std::move(lines[at].mark));
            }
            // A row without words is as high as one with a line of them.
            if (row.marks.empty()) row.height = letters_.size_mm * letters_.line_height;
            row.height += padding;
        }
        FlowRow& last = rows.back();
        last.marks.push_back(rule(last.height + cell_padding, below));
        last.height += cell_padding + below.height;
        return rows;
    }

    const Typesetting& setting_;
    const TextTable& table_;
    PdfElementId element_;
    LetterStyle letters_;
    std::vector<TextPlace> places_;
    std::shared_ptr<const FlowRows> repeated_;
    std::size_t cells_height_ = 0;
};

}  // namespace

FlowRows table_rows(const Typesetting& setting, const TextTable& table, PdfElementId parent) {
    if (table.columns.empty()) return {};
    return TableRows(setting, table, parent).lay_out();
}

}  // namespace stormote
