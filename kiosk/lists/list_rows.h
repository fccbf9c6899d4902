// List rows: a list as rows of cells, whatever program saved it: a text that is parted by commas,
// semicolons or tabs, as it is also pasted, or a sheet of a spreadsheet. Pure, any thread.
#pragma once

#include "kiosk/lists/csv_reader.h"
#include "kiosk/lists/heading_words.h"
#include "kiosk/lists/list_problem.h"
#include "kiosk/lists/list_source.h"
#include "kiosk/lists/list_text.h"

namespace stormote {

// Comma, semicolon or tab: whichever parts a line at the beginning into most known words, then the
// first one into most cells; quotation marks are respected.
[[nodiscard]] char detect_separator(std::string_view text, HeadingWords words);

struct ListRows {
    CsvTable table;      // the headings among its rows, if there are any
    ListProblems notes;  // which sheet was read, and which rows the program hid
    ListEncoding encoding = ListEncoding::unicode;
};

// Of several sheets the one whose headings are known best, a hidden one last. A problem: the file
// is neither text nor a spreadsheet, or has no such sheet.
[[nodiscard]] ListRows read_list_rows(const ListSource& source, HeadingWords words,
                                      ListProblems& problems);

// The row that holds the headings: the first, or one of the next that holds more known words, at
// least two: titles stand above it. 0 where there are no rows.
[[nodiscard]] std::size_t find_heading_row(const std::vector<CsvRow>& rows, HeadingWords words);

}  // namespace stormote
