// Table order: in which order the notes of a question stand: one is chosen, and moved by one at a
// touch, or dragged to its place. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/note_card.h"
#include "kiosk/ui/screens/table/pages/order_cards.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct TableOrderView {
    FrameView frame;
    std::string question;                 // in full
    std::vector<NoteCard> notes;          // in their order; none that awaits a choice
    std::optional<std::size_t> selected;  // the one that is moved
    bool follows_selected = false;        // the list moves until it is in sight
    Scroll scroll;
    CardHand hand;
};

struct SelectForOrder {
    std::size_t index;
};
struct ShiftSelected {
    bool up;
};
struct ScrollOrder {
    Scroll scroll;
    CardHand hand;
};
// The one in the hand is let go at that place among all.
struct PlaceHeldNote {
    std::size_t place;
};

// GoBack leads back to the table.
using TableOrderIntent =
    std::variant<SelectForOrder, ShiftSelected, ScrollOrder, PlaceHeldNote, FrameIntent>;

[[nodiscard]] std::optional<TableOrderIntent> draw_table_order(Ui& ui, const TableOrderView& view);

}  // namespace stormote
