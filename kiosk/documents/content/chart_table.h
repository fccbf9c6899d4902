// Chart table: what a bar chart says as a table, where it cannot be drawn. Pure, any thread.
#pragma once

#include "kiosk/documents/content/document.h"

namespace stormote {

// A row a bar: its label and its value in words, without headings.
[[nodiscard]] inline TextTable chart_table(const BarChart& chart) {
    TextTable table{chart.title, {{"", 1}, {"", 1, ColumnAlignment::end}}, {}, true};
    for (const Bar& bar : chart.bars) table.rows.push_back({bar.label, bar.shown});
    return table;
}

}  // namespace stormote
