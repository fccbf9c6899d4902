// Staff gives somebody another group: the open groups, with how many sit there. Plain values in, an
// intent out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"
#include "sync/model/ids.h"

namespace stormote {

struct StaffGroup {
    GroupNumber number = 0;
    std::string table;  // its name and place; may be empty
    int people = 0;     // who are to sit there and have not gone home
    int here = 0;       // of them
    int chairs = 0;     // 0: not said
    bool is_theirs = false;
};

struct StaffGroupsView {
    FrameView frame;
    std::string name;  // of the person
    int round = 0;     // 0: there is only one
    std::vector<StaffGroup> groups;
    Scroll scroll;
};

struct ChooseStaffGroup {
    std::size_t index;
};
struct ScrollStaffGroups {
    Scroll scroll;
};
// GoBack leaves everything as it was.
using StaffGroupsIntent = std::variant<ChooseStaffGroup, ScrollStaffGroups, FrameIntent>;

std::optional<StaffGroupsIntent> draw_staff_groups(Ui& ui, const StaffGroupsView& view);

}  // namespace stormote
