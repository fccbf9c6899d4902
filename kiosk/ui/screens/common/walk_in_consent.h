// The last step of a walk-in: what would be stored, and whether that is agreed to. The screen
// thread.
#pragma once

#include "kiosk/ui/screens/common/walk_in.h"

namespace stormote {

std::optional<WalkInIntent> draw_walk_in_consent(Ui& ui, const Rect& frame_bounds,
                                                 const WalkInView& view);

}  // namespace stormote
