// Languages: where one is chosen when the bar has no room for all of them. The screen thread.
#pragma once

#include <optional>

#include "kiosk/ui/shell/frame.h"

namespace stormote {

std::optional<FrameIntent> draw_languages(Ui& ui, const FrameView& view);

}  // namespace stormote
