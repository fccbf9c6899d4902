// What the pages on the way out have in common: a foot with a quiet sentence, or the warning that
// the page closes, and the page's buttons. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

struct FarewellFoot {
    Icon icon = Icon::lock;
    std::string words;
    // Nobody has touched anything for a while; stands where the sentence stood.
    std::optional<int> closes_in_s;
    std::vector<ButtonLook> buttons;  // the last is the thing to do
};

// Beside each other where the glass is wide, below each other where it is not. The height does not
// change while the sentence and the warning do.
[[nodiscard]] float farewell_foot_height(Ui& ui, float width, const FarewellFoot& foot);
// Which button was pressed.
std::optional<std::size_t> draw_farewell_foot(Ui& ui, const Rect& rect, const FarewellFoot& foot);

// A page with nothing typed on it closes soon.
void draw_close_warning(Ui& ui, const Rect& rect, int seconds);

}  // namespace stormote
