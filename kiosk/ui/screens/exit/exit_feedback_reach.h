// Exit feedback reach: how somebody who wants to be contacted can be reached: as in their
// registration, which the screen does not show, or by another number or address, which is typed.
// The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"

namespace stormote {

struct ExitFeedbackReachView {
    FrameView frame;
    Steps steps;
    std::string name;              // whom it is about
    bool has_registered = false;   // a telephone number or an e-mail address
    bool uses_registered = false;  // as they chose
    std::string typed;
    NoteKeys keys{.open = true, .use = KeyboardUse::address};
    std::optional<int> clears_in_s;
};

struct UseRegistered {
    bool wanted = true;
};
struct ChangeReach {
    std::string typed;
};
struct TurnReachKeys {
    NoteKeys keys;
};
struct SendWish {};

using ExitFeedbackReachIntent =
    std::variant<UseRegistered, ChangeReach, TurnReachKeys, SendWish, FrameIntent>;

std::optional<ExitFeedbackReachIntent> draw_exit_feedback_reach(Ui& ui,
                                                                const ExitFeedbackReachView& view);

}  // namespace stormote
