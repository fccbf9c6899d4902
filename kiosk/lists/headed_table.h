// Headed table: a CSV file whose first row says what its columns are, as every list that people
// give is read: encoding, separator, headings in Swedish or English, and all that is wrong with it
// by line and column. What the cells mean is the caller's. Pure, any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/lists/csv_reader.h"
#include "kiosk/lists/list_problem.h"

namespace stormote {

// A word that may head a column, as heading_key() writes it, for a column by its number from 0.
struct HeadingWord {
    std::size_t column = 0;
    std::string_view word;
};
using HeadingWords = std::span<const HeadingWord>;

// Small letters and digits, without dots and signs, written together: "E-postadress" is
// "epostadress".
[[nodiscard]] std::string heading_key(std::string_view heading);

// What stands in brackets does not matter where the whole is not known: "epost (privat)".
[[nodiscard]] std::optional<std::size_t> find_heading(HeadingWords words, std::string_view heading);

// Comma, semicolon or tab: whichever parts the first line that is not empty into most known words,
// then into most cells; quotation marks are respected.
[[nodiscard]] char detect_separator(std::string_view text, HeadingWords words);

// A file as rows of cells, the headings among them if there are any. A problem: the file is no
// text.
[[nodiscard]] CsvTable read_list_rows(std::string_view bytes, HeadingWords words,
                                      ListProblems& problems);

// The first row of a list. A column is asked for by its number, or its enumerator.
struct ListHeadings {
    std::vector<std::string> headings;                // as the list spells them
    std::vector<std::size_t> lines;                   // that each stands on
    std::vector<std::optional<std::size_t>> columns;  // of each heading; nothing: not known
    std::vector<std::optional<std::size_t>> places;   // of each column; nothing: it has no heading

    template <typename Column>
    [[nodiscard]] std::optional<std::size_t> place(Column column) const {
        return places[static_cast<std::size_t>(column)];
    }
    // The heading that a problem with the column is named by; empty when there is none.
    template <typename Column>
    [[nodiscard]] std::string heading(Column column) const {
        const auto found = place(column);
        return found ? headings[*found] : "";
    }
};

struct HeadedTable {
    ListHeadings headings;     // none where their row cannot be read
    std::vector<CsvRow> rows;  // those below, without a problem; none where the headings have one
};

// Names what is wrong with the file as a whole, its headings and its quotation marks; there are no
// problems yet. A heading that is not known is none here.
[[nodiscard]] HeadedTable read_headed_table(std::string_view bytes, HeadingWords words,
                                            std::size_t column_count, ListProblems& problems);

}  // namespace stormote
