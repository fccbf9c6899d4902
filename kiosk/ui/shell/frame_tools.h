// Frame tools: what the bar of the other screens holds beside languages, on a screen that has no
// bar. The screen thread.
#pragma once

#include <optional>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/icon_button.h"

namespace stormote {

// Back, larger text and contrast, as round buttons from the left.
enum class Tools { all, without_back };
[[nodiscard]] float tools_width(const Ui& ui, Tools tools);
std::optional<FrameIntent> draw_tools(Ui& ui, const Rect& rect, Tools tools);

}  // namespace stormote
