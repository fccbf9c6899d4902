// Staff closes the kiosk: what that means for whoever comes, and what is still on its way, before
// it is done. The screen thread.
#pragma once

#include "kiosk/ui/screens/staff/staff.h"

namespace stormote {

struct StaffClosingView {
    FrameView frame;
    bool is_entrance = true;
    StaffLine sync;            // as on the first page
    std::string waiting_line;  // "3 svar utan namn väntar ..."; may be empty
};

struct KeepKioskRunning {};
struct CloseKioskNow {};

// GoBack keeps it running.
using StaffClosingIntent = std::variant<KeepKioskRunning, CloseKioskNow, FrameIntent>;

std::optional<StaffClosingIntent> draw_staff_closing(Ui& ui, const StaffClosingView& view);

}  // namespace stormote
