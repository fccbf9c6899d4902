// The seating map: tables as numbered circles in rows, one of them marked, and the way to it from
// the entrance at the lower edge. The screen thread.
#pragma once

#include <vector>

#include "kiosk/ui/ui.h"

namespace stormote {

struct SeatingMapView {
    std::vector<std::vector<int>> rows;  // group numbers, from the far wall to the entrance
    int marked = 0;                      // the group to walk to
};

// Whether there is anything to draw.
[[nodiscard]] bool has_map(const SeatingMapView& view);
// On a card of its own, filling the rectangle.
void draw_seating_map(Ui& ui, const Rect& rect, const SeatingMapView& view);

}  // namespace stormote
