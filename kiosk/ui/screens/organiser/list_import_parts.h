// What the pages of a list's import have in common: words and buttons in a column on one card in
// the middle of the page. The screen thread.
//
// Source: list_import.cpp.
#pragma once

#include "kiosk/ui/widgets/column.h"

namespace stormote {

// Where the column may stand, between the frame's header and bar.
[[nodiscard]] Rect card_bounds(const Ui& ui, const Rect& frame_bounds);
void draw_on_card(Ui& ui, const Rect& bounds, const Column& column);

}  // namespace stormote
