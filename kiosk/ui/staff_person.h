// Staff's page of one person: how they stand, and what can be done for them: check in or out by
// hand, take a check-in back, correct the name, print the label again. The screen thread.
#pragma once

#include "kiosk/ui/staff.h"

namespace stormote {

enum class StaffDeed : std::uint8_t { check_in, print_label, correct_name, check_out, undo };

struct StaffPersonView {
    FrameView frame;
    std::string name;
    std::string organisation;
    std::string state_line;  // "Kom 17.36 · Grupp 4"
    std::string time_text;   // of the check-in that would be undone
    std::vector<StaffDeed> deeds;
    StaffLine printer;
    std::string news;
    // Undoing is asked about once more.
    bool is_undo_asked = false;
};

struct KeepCheckIn {};
struct ConfirmUndo {};

// GoBack is to the page before.
using StaffPersonIntent = std::variant<StaffDeed, KeepCheckIn, ConfirmUndo, FrameIntent>;

std::optional<StaffPersonIntent> draw_staff_person(Ui& ui, const StaffPersonView& view);

}  // namespace stormote
