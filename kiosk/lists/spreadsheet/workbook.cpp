#include "kiosk/lists/spreadsheet/workbook.h"

#include "kiosk/lists/spreadsheet/workbook_formats.h"

namespace stormote {

namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
// A compound file: what Excel wrote until 2003, and what a protected XLSX is wrapped in.
constexpr std::string_view compound_mark = "\xD0\xCF\x11\xE0";

}  // namespace

bool is_workbook(std::string_view bytes) {
    return bytes.starts_with(zip_mark) || bytes.starts_with(compound_mark);
}

Error too_much_text(const std::string& sheet) {
    return input_error({"The sheet \"{}\" holds more text than a list of people can. Copy the list "
                        "into a file of its own."},
                       sheet);
}

Error too_many_rows(const std::string& sheet) {
    return input_error({"The sheet \"{}\" has more than {} rows. Split it."}, sheet,
                       most_sheet_rows);
}

Error too_many_cells(const std::string& sheet, std::size_t row) {
    return input_error(
        {"Row {} of the sheet \"{}\" has more than {} cells. Copy the list of people "
         "into a sheet of its own."},
        row, sheet, most_sheet_cells);
}

Result<Workbook> read_workbook(std::string_view bytes) {
    if (bytes.starts_with(compound_mark)) {
        return input_error(
            {"The spreadsheet is protected by a password, or of Excel 97 to 2003. "
             "Open it, and save it as .xlsx without a password."});
    }
    auto archive = ZipArchive::open(bytes, most_sheet_bytes);
    if (!archive) return archive.error();
    if (archive.value().contains("content.xml")) return read_ods(archive.value());
    if (archive.value().contains("[Content_Types].xml")) return read_xlsx(archive.value());
    return input_error({"The file is an archive, and holds no spreadsheet. Unpack it first."});
}

}  // namespace stormote
