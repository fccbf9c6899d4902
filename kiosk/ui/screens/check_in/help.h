// Help: the ways to check in and to staff, each a card that leads there, and the staff's own way
// in.
// The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/screens/check_in/help_foot.h"
#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/shell/call_staff.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct HelpView {
    FrameView frame;
    std::string staff_line;  // where the staff is; a general sentence where empty
    bool walk_ins = true;
    bool leads = true;       // the cards lead to what they tell of; staff is called from anywhere
    bool is_called = false;  // staff has been called from here
};

// Back to where tickets are read.
struct ShowTicket {};

// GoBack closes the help.
using HelpIntent =
    std::variant<ShowTicket, TypeName, NotRegistered, OpenStaff, CallStaff, FrameIntent>;

std::optional<HelpIntent> draw_help(Ui& ui, const HelpView& view);

}  // namespace stormote
