// Farewell: the entrance's first screen while the evening ends. Most who come to it are on their
// way home: they say what they thought, or check out. Whoever comes just now is let in from here.
// The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct FarewellView {
    FrameView frame;
    int question_count = 0;  // of the survey; 0: there is none
    bool is_over = false;    // an organiser has ended the meeting: nobody is let in any more
};

// With the letters of a real keyboard that were typed here already.
struct CheckOut {
    std::string first_letters;
};
struct ArriveLate {};

using FarewellIntent = std::variant<OpenWayOut, CheckOut, ArriveLate, FrameIntent>;

std::optional<FarewellIntent> draw_farewell(Ui& ui, const FarewellView& view);

}  // namespace stormote
