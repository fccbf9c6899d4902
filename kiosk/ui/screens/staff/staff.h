// Staff: behind the PIN. The first page lists who came last and finds everybody; it says how the
// door, the printer and the synchronisation stand, and leads on to a person's page, to what needs a
// look, to registering somebody, to the ready page, and out of the kiosk. The only screen that
// lists people. The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/frame.h"

namespace stormote {

constexpr std::size_t most_staff_entries = 8;

struct StaffEntry {
    std::string name;
    std::string organisation;
    std::string time_text;  // "17.36"; empty for somebody who is not here
    int group_number = 0;
};

enum class StaffMode { latest, searching };

// How something stands; empty where there is nothing to say.
struct StaffLine {
    std::string text;
    bool is_warning = false;
};

struct StaffView {
    FrameView frame;
    StaffMode mode = StaffMode::latest;
    std::string typed;    // of the search
    std::string same_as;  // the person whom the one that is looked for is the same as; may be empty
    // Those who are here, newest first; of a search, whoever is found. As many as fit are shown.
    std::vector<StaffEntry> entries;
    std::string door_line;  // "61 av 104 anmälda, och 2 till"
    StaffLine printer;
    StaffLine sync;
    std::string waiting_line;  // "3 svar utan namn väntar ..."; may be empty
    std::size_t problem_count = 0;
    bool can_register = true;  // somebody who was not expected
    bool is_before_doors = false;
    std::string news;  // what was just done; may be empty
};

struct OpenStaffSearch {};
struct CloseStaffSearch {};
struct ChangeStaffSearch {
    std::string typed;
};
struct ChooseEntry {
    std::size_t index;
};
struct OpenProblems {};
struct RegisterSomebody {};
struct OpenReadyPage {};
struct LeaveKiosk {};

// GoBack locks the staff page.
using StaffIntent =
    std::variant<OpenStaffSearch, CloseStaffSearch, ChangeStaffSearch, ChooseEntry, OpenProblems,
                 RegisterSomebody, OpenReadyPage, LeaveKiosk, FrameIntent>;

std::optional<StaffIntent> draw_staff(Ui& ui, const StaffView& view);

}  // namespace stormote
