// The last step of a walk-in: what would be stored and what people are told about it; asks whether
// they agree to it where the event asks for consent. The screen thread.
#pragma once

#include "kiosk/ui/screens/common/walk_in.h"

namespace stormote {

std::optional<WalkInIntent> draw_walk_in_information(Ui& ui, const Rect& frame_bounds,
                                                     const WalkInView& view);

}  // namespace stormote
