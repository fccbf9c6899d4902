// XLSX writer: tables as the sheets of one XLSX file, for people who open it in Excel or
// LibreOffice: real dates, times and numbers, every text as a text that nothing runs, headings that
// stay in view, filters, widths by the content, pages that print. A last sheet says what the file
// is. Any thread; the same input makes the same bytes, in whatever time zone they are local.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/spreadsheet/workbook.h"
#include "sync/base/error.h"
#include "sync/model/event_state.h"

namespace stormote {

// What the last sheet tells, beside the columns.
struct WorkbookSubject {
    const EventState& state;
    Sentence title{""};
    Sentence contents{""};
};

// In a right-to-left language the sheets run from right to left. Error: more rows or sheets than a
// spreadsheet can hold, or no room for temporary files.
[[nodiscard]] Result<std::string> write_xlsx(const std::vector<TableSheet>& sheets,
                                             const WorkbookSubject& subject, const Texts& texts);

}  // namespace stormote
