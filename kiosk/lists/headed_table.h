// Headed table: a list one of whose first rows says what its columns are, as every list that people
// give is read: CSV or spreadsheet, headings in Swedish or English, and all that is wrong with it
// by line and column. What the cells mean is the caller's. Pure, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/lists/list_rows.h"

namespace stormote {

// The row of headings. A column is asked for by its number, or its enumerator.
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
    ListProblems notes;        // what is good to know, and stops nothing
    ListEncoding encoding = ListEncoding::unicode;
};

// Names what is wrong with the file as a whole, its headings and its quotation marks; there are no
// problems yet. A heading that is not known is none here.
[[nodiscard]] HeadedTable read_headed_table(const ListSource& source, HeadingWords words,
                                            std::size_t column_count, ListProblems& problems);
// The same of rows that were read from something else than a file.
[[nodiscard]] HeadedTable headed_table_of(ListRows rows, HeadingWords words,
                                          std::size_t column_count, ListProblems& problems);

}  // namespace stormote
