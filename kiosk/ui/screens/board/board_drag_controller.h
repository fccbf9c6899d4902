// BoardDragController: what fingers and keys do with the card that somebody holds: it is dragged or
// carried to another column or table, and put down there. One for each frame. The screen thread;
// keeps references to all that it is given.
#pragma once

#include "kiosk/ui/screens/board/board_sheet.h"

namespace stormote {

class BoardDragController {
  public:
    // The sheet begins in the corner of the bounds, and shows there as far as it is not moved.
    BoardDragController(Ui& ui, const Rect& bounds, const BoardView& view, const BoardSheet& sheet,
                        BoardIntents& intents)
        : ui_(ui),
          bounds_(bounds),
          view_(view),
          sheet_(sheet),
          intents_(intents),
          hand_(view.hand) {}

    // A finger has come down on a card.
    void press(const std::string& card, Point at);
    // The keys have taken it up.
    void lift(const std::string& card);

    // The keys carry a card from column to column.
    void take_keys();
    // A finger drags a card, or moves the sheet: where that is then.
    [[nodiscard]] Pan take_finger(Pan pan);

    // As it is held after this frame.
    [[nodiscard]] const BoardHand& hand() const { return hand_; }

  private:
    void carry_on(int columns);
    void drop();
    void drag_to(Point point, const Pan& pan);
    // What is held goes back to its own column, too.
    [[nodiscard]] bool takes(const BoardColumn& column) const;
    [[nodiscard]] std::optional<GroupNumber> group_under(Point point, const Pan& pan) const;

    Ui& ui_;
    Rect bounds_;
    const BoardView& view_;
    const BoardSheet& sheet_;
    BoardIntents& intents_;
    BoardHand hand_;
    bool is_card_pressed_ = false;
};

}  // namespace stormote
