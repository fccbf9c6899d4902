// XlsxFile: one XLSX file (ISO/IEC 29500), made in memory by libxlsxwriter and read back before it
// is handed out. The same calls make the same bytes. Any thread; several wait for each other,
// because the library has state of its own.
//
// The library assembles each part of the file in a temporary file and does not notice when a disk
// is full. Those lie in memory (/dev/shm) where the machine has room there, and a file in which
// anything is missing is made again elsewhere or is an error.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "sync/base/error.h"

struct lxw_workbook;

namespace stormote {

// What the file must hold, for the check.
struct XlsxContent {
    std::size_t cells = 0;       // that are not empty, of all sheets
    std::size_t text_bytes = 0;  // of all different texts together

    bool operator==(const XlsxContent&) const = default;
};

using FillWorkbook = std::function<XlsxContent(lxw_workbook&)>;

// Calls `fill` once for each try, with a workbook that has nothing in it yet; it must be filled
// with the same each time. Error: none of the folders for temporary files has room, or memory is
// short.
[[nodiscard]] Result<std::string> make_xlsx(const FillWorkbook& fill);
// The same with other folders for the temporary files, in this order.
[[nodiscard]] Result<std::string> make_xlsx(const FillWorkbook& fill,
                                            std::span<const std::string> folders);

}  // namespace stormote
