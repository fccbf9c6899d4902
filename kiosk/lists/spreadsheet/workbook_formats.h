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

// What the cells of a workbook may take together: an archive of a few bytes can name one text in
// millions of cells.
class CellBudget {
  public:
    // False once the cells take more than a list can.
    [[nodiscard]] bool take(std::size_t text_bytes, std::size_t cells = 1) {
        constexpr std::size_t cell_bytes = 32;
        const std::size_t each = text_bytes + cell_bytes;
        if (cells > left_ / each) {
            left_ = 0;
            return false;
        }
        left_ -= each * cells;
        return true;
    }

  private:
    std::size_t left_ = 2 * most_sheet_bytes;
};
[[nodiscard]] Error too_much_text(const std::string& sheet);

// Where a sheet would have more rows, or a row more cells, than a list can be.
[[nodiscard]] Error too_many_rows(const std::string& sheet);
[[nodiscard]] Error too_many_cells(const std::string& sheet, std::size_t row);

}  // namespace stormote
