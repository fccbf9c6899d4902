#include "kiosk/lists/csv_reader.h"

#include <algorithm>

#include "kiosk/lists/list_problem.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// How far a quoted cell that is too long is followed to see where it ends: many of them must not
// make reading slow.
constexpr std::size_t longest_look_bytes = 1 << 20;

class CsvParser {
  public:
    CsvParser(std::string_view text, char separator) : text_(text), separator_(separator) {}

    CsvTable read() {
        while (place_ < text_.size() && table_.problems.size() < most_list_problems) {
            if (table_.rows.size() > most_csv_rows) {
                report(line_, SIZE_MAX,
                       input_error({"The list has more than 200,000 rows. Split it."}));
                break;
            }
            read_row();
        }
        return std::move(table_);
    }

  private:
    void read_row() {
        CsvRow row{line_, {}};
        const std::size_t problems = table_.problems.size();
        bool is_more = true;
        while (is_more) {
            if (row.cells.size() == most_csv_cells) {
                report(line_, SIZE_MAX, input_error({"The row has more than 1,000 cells."}));
                place_ = std::min(text_.find_first_of("\r\n", place_), text_.size());
                end_line();
                break;
            }
            row.cells.push_back({"", line_});
            const bool is_whole = is_at_quote() ? read_quoted(row) : read_plain(row);
            if (!is_whole) break;
            is_more = place_ < text_.size() && text_[place_] == separator_;
            if (is_more) {
                ++place_;
            } else {
                end_line();
            }
        }
        if (width_ == 0) width_ = row.cells.size();
        const bool is_empty = std::all_of(row.cells.begin(), row.cells.end(),
                                          [](const auto& c) { return trim_text(c.text).empty(); });
        if (!is_empty && problems == table_.problems.size()) table_.rows.push_back(std::move(row));
    }

    bool read_plain(CsvRow& row) {
        CsvCell& cell = row.cells.back();
        const std::size_t start = place_;
        while (place_ < text_.size() && text_[place_] != separator_ && !is_line_end()) ++place_;
        cell.text = text_.substr(start, place_ - start);
        if (cell.text.find('"') != std::string::npos) {
            report(line_, row.cells.size() - 1,
                   input_error({"There is a quotation mark inside the cell. Remove it, or put the "
                                "whole cell in quotation marks and double those inside."}));
        }
        check_length(row);
        return true;
    }

    // False: the marks do not fit, and reading has gone back to the end of the line they began on.
    bool read_quoted(CsvRow& row) {
        CsvCell& cell = row.cells.back();
        const std::size_t start = place_;
        const std::size_t first_line = line_;
        while (text_[place_] != '"') ++place_;
        ++place_;
        std::size_t separators = 0;
        bool has_swallowed_rows = false;
        for (;;) {
            if (place_ == text_.size() || place_ - start > longest_look_bytes) {
                return give_up(row, start, first_line,
                               input_error({"The quotation mark that opens this cell is never "
                                            "closed. Close or remove it."}));
            }
            const char c = text_[place_];
            if (c == '"' && is_next('"')) {
                cell.text += c;
                place_ += 2;
                continue;
            }
            if (c == '"') break;
            if (c == separator_) ++separators;
            if (is_line_end()) {
                // A whole row within a cell, or the whole rest of one, is nothing that people
                // write.
                const std::size_t before = line_ == first_line ? row.cells.size() - 1 : 0;
                has_swallowed_rows |= separators > 1 && before + separators + 1 == width_;
                separators = 0;
                cell.text += '\n';
                end_line();
                continue;
            }
            cell.text += c;
            ++place_;
        }
        const std::size_t last_line = line_;
        ++place_;
        while (place_ < text_.size() && is_space(text_[place_])) ++place_;
        if (place_ < text_.size() && text_[place_] != separator_ && !is_line_end()) {
            return give_up(row, start, first_line,
                           input_error({"The quotation mark that opens this cell is closed on "
                                        "line {} in the middle of a text. Remove it, or double the "
                                        "quotation marks inside the cell."},
                                       last_line));
        }
        if (has_swallowed_rows) {
            return give_up(row, start, first_line,
                           input_error({"The quotation mark that opens this cell is closed only "
                                        "on line {}, and whole rows lie between. Close or remove "
                                        "it."},
                                       last_line));
        }
        check_length(row);
        return true;
    }

    bool give_up(const CsvRow& row, std::size_t start, std::size_t line, const Error& message) {
        report(line, row.cells.size() - 1, message);
        line_ = line;
        place_ = std::min(text_.find_first_of("\r\n", start), text_.size());
        end_line();
        return false;
    }

    void check_length(const CsvRow& row) {
        const CsvCell& cell = row.cells.back();
        if (const auto problem = check_cell_length(cell.text)) {
            report(cell.line, row.cells.size() - 1, *problem);
        }
    }

    void report(std::size_t line, std::size_t cell, const Error& message) {
        table_.problems.push_back({line, cell, message});
    }

    [[nodiscard]] bool is_at_quote() const {
        std::size_t place = place_;
        while (place < text_.size() && is_space(text_[place])) ++place;
        return place < text_.size() && text_[place] == '"';
    }
    [[nodiscard]] bool is_space(char c) const {
        return c == ' ' || (c == '\t' && separator_ != '\t');
    }
    [[nodiscard]] bool is_next(char c) const {
        return place_ + 1 < text_.size() && text_[place_ + 1] == c;
    }
    [[nodiscard]] bool is_line_end() const {
        return text_[place_] == '\r' || text_[place_] == '\n';
    }
    void end_line() {
        if (place_ == text_.size()) return;
        place_ += text_[place_] == '\r' && is_next('\n') ? 2U : 1U;
        ++line_;
    }

    std::string_view text_;
    char separator_;
    std::size_t place_ = 0;
    std::size_t line_ = 1;
    std::size_t width_ = 0;  // cells of the first row
    CsvTable table_;
};

}  // namespace

std::optional<Error> check_cell_length(std::string_view text) {
    if (text.size() <= longest_csv_cell || count_code_points(text) <= longest_csv_cell) {
        return std::nullopt;
    }
    return input_error(
        {"The cell is longer than 10,000 characters. Shorten it; or a quotation "
         "mark is missing."});
}

CsvTable read_csv(std::string_view text, char separator) {
    return CsvParser(text, separator).read();
}

}  // namespace stormote
