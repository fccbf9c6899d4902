// CSV reader: a text as rows of cells (RFC 4180, any separator), each with the line that it begins
// on, and everything that is wrong with its quotation marks. Pure, any thread.
//
// A quotation mark that is never closed would swallow the rest of the file: the problem is named
// at the line where it opened, and reading goes on at the next line, so that all are found at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

constexpr std::size_t most_csv_rows = 200'000;
constexpr std::size_t most_csv_cells = 1000;      // in one row
constexpr std::size_t longest_csv_cell = 10'000;  // characters

struct CsvCell {
    std::string text;
    std::size_t line = 0;  // of the file, from 1
};

struct CsvRow {
    std::size_t line = 0;
    std::vector<CsvCell> cells;
};

struct CsvProblem {
    std::size_t line = 0;
    std::size_t cell = 0;  // from 0; SIZE_MAX: the row as a whole
    Error message;
};

struct CsvTable {
    std::vector<CsvRow> rows;  // without those that are empty or have problems
    std::vector<CsvProblem> problems;
};

// What is said of a cell that is too long to be one; nothing where it is not.
[[nodiscard]] std::optional<Error> check_cell_length(std::string_view text);

// The text is UTF-8. CR, LF and CRLF end a line; spaces around a quoted cell are ignored.
[[nodiscard]] CsvTable read_csv(std::string_view text, char separator);

}  // namespace stormote
