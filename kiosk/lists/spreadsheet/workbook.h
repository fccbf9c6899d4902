// Workbook: the sheets of a spreadsheet file as rows of texts, whatever program saved it: XLSX
// (ISO/IEC 29500) and ODS (ISO/IEC 26300). Values as people see them, and dates as ISO 8601 writes
// them. Formulas, macros and links to other files are never followed: what they gave when the file
// was saved is read. Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

// What a file unpacks to at most: more is no list of people.
constexpr std::size_t most_sheet_bytes = 200'000'000;
constexpr std::size_t most_sheet_rows = 200'000;
constexpr std::size_t most_sheet_cells = 1000;  // in one row

struct SheetRow {
    std::size_t number = 0;          // from 1, as the program shows it
    std::vector<std::string> cells;  // without empty ones at the end
    bool is_hidden = false;
};

struct Sheet {
    std::string name;
    bool is_hidden = false;
    std::vector<SheetRow> rows;  // without empty ones
};

struct Workbook {
    std::vector<Sheet> sheets;
};

// By their first bytes; a CSV file is none.
[[nodiscard]] bool is_workbook(std::string_view bytes);

// Error: no spreadsheet, an old or a protected one, damaged, or more than a list can be.
[[nodiscard]] Result<Workbook> read_workbook(std::string_view bytes);

}  // namespace stormote
