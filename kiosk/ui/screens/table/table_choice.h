// Table choice: which table this screen stands on. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct TableCard {
    int number = 0;
    std::string name;  // "Bord Lönnen"; may be empty
    int here = 0;
    int all = 0;
    bool is_closed = false;  // its notes can be read, and written on
};

struct TableChoiceView {
    FrameView frame;
    std::vector<TableCard> tables;
    std::string news;  // what a scan led to, where it opened no table; may be empty
    Scroll scroll;
};

struct ChooseTable {
    std::size_t index;
};
struct ScrollTables {
    Scroll scroll;
};

using TableChoiceIntent = std::variant<ChooseTable, ScrollTables, FrameIntent>;

std::optional<TableChoiceIntent> draw_table_choice(Ui& ui, const TableChoiceView& view);

}  // namespace stormote
