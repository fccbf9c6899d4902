// Room map: the plan of the room with one table of it shown, on a card. A plan is never turned
// round, whichever way the words run. The words beside it say the same. The screen thread.
#pragma once

#include "kiosk/ui/widgets/text_block.h"
#include "sync/model/seating_map.h"

namespace stormote {

// Takes the card for the plan off the room: that share of its width beside the words on a wide
// screen, the lower part on a tall one. Nothing where it would be too small to read.
[[nodiscard]] std::optional<Rect> take_map_card(Ui& ui, Rect& bounds, const SeatingMap& map,
                                                float share);
// Whether a room of that size shows the tables large enough to be told apart.
[[nodiscard]] bool room_map_fits(const Ui& ui, Size room, const SeatingMap& map);
// The way leads from the entrance; from another table where one is given. The plan alone is drawn
// on what lies below it.
void draw_room_plan(Ui& ui, const Rect& rect, const SeatingMap& map, GroupNumber own,
                    std::optional<GroupNumber> from = std::nullopt);
void draw_room_map(Ui& ui, const Rect& card, const SeatingMap& map, GroupNumber own,
                   std::optional<GroupNumber> from = std::nullopt);

}  // namespace stormote
