// The forms of a spreadsheet file, for read_workbook() alone. Each takes what is left of the
// archive's budget. Pure, any thread.
//
// Sources: xlsx_workbook.cpp, ods_workbook.cpp.
#pragma once

#include "kiosk/lists/spreadsheet/workbook.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"

namespace stormote {

[[nodiscard]] Result<Workbook> read_xlsx(ZipArchive& archive);
[[nodiscard]] Result<Workbook> read_ods(ZipArchive& archive);

// Where a sheet would have more rows, or a row more cells, than a list can be.
[[nodiscard]] Error too_many_rows(const std::string& sheet);
[[nodiscard]] Error too_many_cells(const std::string& sheet, std::size_t row);

}  // namespace stormote
