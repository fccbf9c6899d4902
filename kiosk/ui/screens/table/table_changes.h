// Table changes: as a round ends, who of a table goes to which other one, and where that stands in
// the room. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"
#include "sync/model/seating_map.h"

namespace stormote {

struct SeatChange {
    std::string name;
    int group_number = 0;
    std::string table_name;  // may be empty
    std::string place;       // may be empty
};

struct TableChangesView {
    FrameView frame;
    int group_number = 0;  // of the table that they leave
    int round = 0;
    std::string time_text;  // "19.40": when the round begins or began; may be empty
    std::vector<SeatChange> people;
    std::size_t selected = 0;
    std::optional<SeatingMap> map;  // where the tables have places
    Scroll scroll;
};

struct ChooseChange {
    std::size_t index;
};
struct ScrollChanges {
    Scroll scroll;
};

// GoBack leads back to the table.
using TableChangesIntent = std::variant<ChooseChange, ScrollChanges, FrameIntent>;

std::optional<TableChangesIntent> draw_table_changes(Ui& ui, const TableChangesView& view);

}  // namespace stormote
