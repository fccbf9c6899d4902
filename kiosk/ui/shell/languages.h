// Languages: the screen on which one is chosen when the bar cannot show all of them. The screen
// thread.
#pragma once

#include <optional>

#include "kiosk/ui/shell/frame.h"

namespace stormote {

std::optional<FrameIntent> draw_languages(Ui& ui, const FrameView& view);

}  // namespace stormote
