// Help foot: what every help ends with: the staff's way in, and the way back. The screen thread.
#pragma once

#include <optional>
#include <variant>

#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct OpenStaff {};

// GoBack closes the help.
using HelpFootIntent = std::variant<OpenStaff, FrameIntent>;

// Takes its room off the foot of the bounds.
std::optional<HelpFootIntent> draw_help_foot(Ui& ui, Rect& bounds);

}  // namespace stormote
