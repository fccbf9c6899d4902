// A row of buttons in the middle, one of which may carry a countdown; below each other where the
// screen is too narrow. The screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

// By itself back to the start: what is left of that time. The app owns it; a touch extends it.
struct Countdown {
    std::int64_t left_ms = 0;
    std::int64_t total_ms = 0;  // 0: none is running
};

struct RowButton {
    ButtonStyle style;
    Countdown countdown;
};

// A button with the countdown's ring in it, where one is running. Whether it was pressed.
bool countdown_button(Ui& ui, const Rect& rect, const RowButton& style);
[[nodiscard]] Size countdown_button_size(Ui& ui, const RowButton& style, float widest);

[[nodiscard]] float button_row_height(Ui& ui, float width, const std::vector<RowButton>& buttons);
// Which one was pressed.
std::optional<std::size_t> button_row(Ui& ui, const Rect& rect,
                                      const std::vector<RowButton>& buttons);

}  // namespace stormote
