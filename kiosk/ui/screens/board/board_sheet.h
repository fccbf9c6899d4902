// BoardSheet: what a card is dragged over: all groups beside or below each other, larger than what
// shows of them where it must be. The screen thread.
#pragma once

#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

class BoardSheet {
  public:
    BoardSheet() = default;
    BoardSheet(const BoardSheet&) = delete;
    BoardSheet& operator=(const BoardSheet&) = delete;
    virtual ~BoardSheet() = default;

    [[nodiscard]] virtual const PanRange& range() const = 0;
    // The group there on the sheet, gaps aside.
    [[nodiscard]] virtual std::optional<GroupNumber> group_at(Point point) const = 0;
};

}  // namespace stormote
