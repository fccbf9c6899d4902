// The evening's questions as tabs, on one row or two; titles that are too long end in an ellipsis.
// The screen thread.
#pragma once

#include <optional>

#include "kiosk/ui/screens/table/table.h"

namespace stormote {

[[nodiscard]] float question_tabs_height(Ui& ui, float width, const TableView& view);
std::optional<std::size_t> draw_question_tabs(Ui& ui, const Rect& rect, const TableView& view);

}  // namespace stormote
