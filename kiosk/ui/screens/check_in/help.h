// Help: how checking in goes, in four pictures and sentences, and the staff's way in.
// The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/shell/call_staff.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct HelpView {
    FrameView frame;
    std::string staff_line;  // where the staff is; a general sentence where empty
    bool walk_ins = true;
    bool is_called = false;  // staff has been called from here
};

struct OpenStaff {};

// GoBack closes the help.
using HelpIntent = std::variant<OpenStaff, CallStaff, FrameIntent>;

std::optional<HelpIntent> draw_help(Ui& ui, const HelpView& view);

}  // namespace stormote
