// Statistics sheets: the statistics of one meeting as the sheets of a spreadsheet: the figures, the
// sectors with bars, and how people arrived with columns. Pure.
#pragma once

#include <vector>

#include "kiosk/documents/spreadsheet/workbook.h"
#include "sync/report/statistics/statistics.h"

namespace stormote {

// Sectors that nobody came from have rows, too, with nothing but noughts.
[[nodiscard]] std::vector<TableSheet> statistics_sheets(const Statistics& statistics,
                                                        const Texts& texts);

}  // namespace stormote
