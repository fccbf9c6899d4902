// Workbook: the sheets of a spreadsheet file before they are written: tables with their names, and
// the charts beside them. Pure values, in the reader's language already where they are texts.
#pragma once

#include <string>
#include <vector>

#include "sync/report/table.h"

namespace stormote {

enum class ChartKind : std::uint8_t {
    columns,  // upright, for what follows in time
    bars,     // lying, for names
};

// A chart of a table's rows: real figures of the sheet, which change when somebody changes them.
struct SheetChart {
    ChartKind kind = ChartKind::columns;
    std::string title;
    std::string meaning;     // the alternative text: what it shows, with its figures
    std::string label_name;  // of the axis with the labels
    std::string value_name;  // of the axis with the figures
    std::size_t label_column = 0;
    std::size_t value_column = 0;
};

struct TableSheet {
    std::string name;  // any text: what a sheet may be called is made of it
    Table table;
    std::vector<SheetChart> charts{};  // below each other, beside the table
};

}  // namespace stormote
