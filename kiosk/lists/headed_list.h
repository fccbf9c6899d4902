// Headed list: a headed table of which every heading must be known, as rows of cells by column, in
// whatever order the columns stand. What is wrong with it is told by line and heading. Pure, any
// thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/lists/headed_table.h"
#include "sync/model/fields.h"

namespace stormote {

// Of lists that are made for other purposes, too, what is not known is left aside.
enum class UnknownHeadings : std::uint8_t { refused, ignored };

struct HeadedColumns {
    HeadingWords words;
    std::size_t count = 0;
    std::size_t needed = 0;        // the column that no list may be without
    const char *needed_name = "";  // how its heading is usually spelled
    Sentence needed_for{""};       // what is said where it is missing
    Sentence known{""};            // what is said of a heading that is none of the words
    UnknownHeadings unknown = UnknownHeadings::refused;
    // Where columns may stand in further languages: those that `words` and `count` are of.
    const TranslatedHeadings *translated = nullptr;
};

struct HeadedRow {
    std::size_t line = 0;
    std::vector<std::optional<std::string>> cells;  // trimmed; nothing: there is no such column

    [[nodiscard]] const std::optional<std::string>& at(std::size_t column) const {
        return cells.at(column);
    }
    [[nodiscard]] std::string text(std::size_t column) const { return at(column).value_or(""); }
};

class HeadedList {
  public:
    // Reads the file; the problems are the caller's, and outlive this.
    HeadedList(const ListSource& source, const HeadedColumns& columns, ListProblems& problems);

    // None where the file or its headings have problems.
    [[nodiscard]] const std::vector<HeadedRow>& rows() const { return rows_; }

    // What is good to know of the file, and stops nothing.
    [[nodiscard]] const ListProblems& notes() const { return notes_; }

    // Names a problem of a row: in a column, or of the row as a whole.
    void complain(const HeadedRow& row, std::size_t column, Error message);
    void complain(const HeadedRow& row, Error message);
    // Notes what is good to know of a row in a column, and stops nothing.
    void remark(const HeadedRow& row, std::size_t column, Error message);
    // What a row says in further languages of a column that says `text` itself; `present` of those
    // that the list has no column for. A translation of nothing, or one that is longer than
    // `longest` characters, is a problem.
    [[nodiscard]] Translations translations(const HeadedRow& row, std::size_t column,
                                            const std::string& text, const Translations& present,
                                            std::size_t longest);
    // Whether it is the first of its kind in the list; else that is a problem of the needed column.
    [[nodiscard]] bool is_first(const HeadedRow& row, const std::string& what);

  private:
    void complain_at(std::size_t line, std::string column, Error message);
    void check_headings();
    [[nodiscard]] Error unknown_heading(const std::string& heading) const;

    HeadedColumns columns_;
    ListProblems& problems_;
    ListHeadings headings_;
    ListProblems notes_;
    std::map<std::string, std::size_t> lines_;
    std::vector<HeadedRow> rows_;
};

}  // namespace stormote
