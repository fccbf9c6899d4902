// Spreadsheet files: small ones as the programs of the world write them, each with its own ways,
// and with invented people. For tests; any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace stormote::testing {

// An archive in memory, of files with these names.
[[nodiscard]] std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files);

// Microsoft Excel: texts shared and rich, dates by the style of their cells, headings below titles
// that are merged, a hidden row, and a sheet of notes in front.
[[nodiscard]] std::string excel_file();
// Microsoft Forms: times of start and end, the address "anonymous", questions as headings.
[[nodiscard]] std::string forms_file();
// LibreOffice Calc as XLSX: dates in a format of its own.
[[nodiscard]] std::string libreoffice_xlsx_file();
// LibreOffice Calc as ODS: repeated cells and rows, a comment, a hidden sheet, typed values.
[[nodiscard]] std::string ods_file();
// Google Sheets: no references on rows, dates as numbers, a checkbox.
[[nodiscard]] std::string google_file();
// Programs that write no table of texts: every text in its cell.
[[nodiscard]] std::string inline_file(const std::string& rows);

}  // namespace stormote::testing
