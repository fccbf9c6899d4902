// BoardRoom: the board's tables on the plan of the room, tapped and dragged onto. One for each
// frame: drawn first, and once everything beside it is drawn, told what the finger does. The screen
// thread; keeps references to all that it is given.
#pragma once

#include "kiosk/ui/screens/board/board_room_layout.h"

namespace stormote {

// How a table stands out from the others.
struct TableLook {
    bool is_open = false;   // its people are in the panel
    bool is_aimed = false;  // somebody would be put down there
    std::string becomes;    // what is then said in place of the count
};
// The whole table; what of it can be touched is told by the caller.
void paint_table(Ui& ui, const PlacedTable& table, const TableLook& look);

class BoardRoom {
  public:
    BoardRoom(Ui& ui, const Rect& bounds, const BoardView& view, BoardIntents& intents);

    void draw();
    [[nodiscard]] const PanRange& range() const { return layout_.range(); }
    // Where the sheet is after the keys.
    [[nodiscard]] const Pan& pan() const { return pan_; }
    // Follows the finger, which may have come down on a card in the panel, and draws what it
    // holds: where the sheet is then.
    [[nodiscard]] Pan take_finger(const std::string& pressed_card, Pan pan);

  private:
    void show_wanted();
    void move_focus();
    void show(const PlacedTable& table);
    void keep_keys(const PlacedTable& table);
    void draw_floor();
    void draw_table(const PlacedTable& placed);
    [[nodiscard]] TableLook look_of(const BoardColumn& column) const;
    [[nodiscard]] PlacedTable on_screen(const PlacedTable& table) const;
    [[nodiscard]] Rect touchable(const Rect& rect) const;
    [[nodiscard]] KeyKind as_laid_out(KeyKind key) const;
    // Whether the finger that lifts has moved the sheet, and so has tapped nothing.
    [[nodiscard]] bool has_panned() const;
    void tap(const BoardColumn& column);
    void draw_lifted();

    Ui& ui_;
    Rect bounds_;
    const BoardView& view_;
    BoardIntents& intents_;
    BoardRoomLayout layout_;
    Pan pan_;
};

}  // namespace stormote
