// Guide help: what stands behind "Help" for those who work here: the sheet of their role (assets/
// guide), to read and to scroll, without its pictures. The screen thread.
#pragma once

#include <optional>
#include <variant>

#include "kiosk/documents/content/document.h"
#include "kiosk/ui/screens/check_in/help_foot.h"
#include "kiosk/ui/shell/call_staff.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct GuideHelpView {
    FrameView frame;
    const Document *guide = nullptr;  // in the language of the frame
    Scroll scroll;
    bool can_call = false;   // nobody of the staff stands here
    bool is_called = false;  // they can see that somebody needs help
};

struct ScrollGuide {
    Scroll scroll;
};

using GuideHelpIntent = std::variant<OpenStaff, ScrollGuide, CallStaff, FrameIntent>;

std::optional<GuideHelpIntent> draw_guide_help(Ui& ui, const GuideHelpView& view);

}  // namespace stormote
