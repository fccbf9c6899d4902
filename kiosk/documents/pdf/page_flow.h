// Page flow: puts rows onto pages as a typesetter would: what belongs together stays together where
// a page can hold it, a page begins without a gap, and a table goes on under its headings. Pure;
// any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/documents/pdf/flow_row.h"

namespace stormote {

struct PlacedRow {
    const FlowRow *row = nullptr;
    double top = 0;
    bool is_repeated = false;  // already said on an earlier page
};

struct FlowPage {
    std::vector<PlacedRow> rows;
};

// Between those heights of each page. The pages point to the rows. At least one page.
[[nodiscard]] std::vector<FlowPage> place_rows(const FlowRows& rows, double top, double bottom);

}  // namespace stormote
