// Table chosen: at the end of a question, which of its notes the table wants everybody to see on
// the wall. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/note_card.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct TableChosenView {
    FrameView frame;
    std::string question;         // in full
    std::vector<NoteCard> notes;  // those that stand, oldest first
    std::size_t most = 3;         // may be chosen
    Scroll scroll;
};

struct ToggleNote {
    std::size_t index;
};
struct ScrollChosen {
    Scroll scroll;
};

// GoBack leads back to the table.
using TableChosenIntent = std::variant<ToggleNote, ScrollChosen, FrameIntent>;

std::optional<TableChosenIntent> draw_table_chosen(Ui& ui, const TableChosenView& view);

}  // namespace stormote
