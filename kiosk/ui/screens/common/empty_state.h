// Empty state: what stands where there is nothing to show yet: a badge, and what will come here.
// The screen thread.
#pragma once

#include <string_view>

#include "kiosk/ui/widgets/text_block.h"

namespace stormote {

// In the middle; without the badge where there is no room for it.
void draw_empty_state(Ui& ui, const Rect& bounds, Icon icon, std::string_view words);

}  // namespace stormote
