// Staff: behind the PIN. Find a person; check them in by hand, or out; undo a check-in; see how
// full the house is; leave the kiosk. The only screen that lists people. The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/frame.h"

namespace stormote {

constexpr std::size_t most_staff_entries = 8;

struct StaffEntry {
    std::string name;
    std::string organisation;
    std::string time_text;  // "17.36"; empty for somebody who is not here
    int group_number = 0;
};

enum class StaffMode { latest, searching };

struct StaffView {
    FrameView frame;
    StaffMode mode = StaffMode::latest;
    std::string typed;  // of the search
    // Those who are here, newest first; of a search, whoever is found. As many as fit are shown.
    std::vector<StaffEntry> entries;
    // The entry whose undoing is to be confirmed.
    std::optional<std::size_t> confirming;
    std::string door_line;  // "61 av 104 anmälda, och 2 till"
    std::string sync_line;  // "Allt är skickat" or what waits; may be empty
    std::string news;       // what was just done; may be empty
};

struct OpenStaffSearch {};
struct CloseStaffSearch {};
struct ChangeStaffSearch {
    std::string typed;
};
struct AskToUndo {
    std::size_t index;
};
struct CheckInByHand {
    std::size_t index;
};
struct CheckOut {
    std::size_t index;
};
struct ConfirmUndo {
    std::size_t index;
};
struct KeepCheckIn {};
struct LeaveKiosk {};

// GoBack locks the staff page.
using StaffIntent =
    std::variant<OpenStaffSearch, CloseStaffSearch, ChangeStaffSearch, AskToUndo, CheckInByHand,
                 CheckOut, ConfirmUndo, KeepCheckIn, LeaveKiosk, FrameIntent>;

std::optional<StaffIntent> draw_staff(Ui& ui, const StaffView& view);

}  // namespace stormote
