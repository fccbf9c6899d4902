// Room map: the plan of the room with one table of it shown, on a card. A plan is never turned
// round, whichever way the words run. The words beside it say the same. The screen thread.
#pragma once

#include "kiosk/ui/widgets/text_block.h"
#include "sync/model/seating_map.h"

namespace stormote {

// Whether a card of that size shows the tables large enough to be told apart.
[[nodiscard]] bool room_map_fits(const Ui& ui, Size card, const SeatingMap& map);
// The way leads from the entrance; from another table where one is given.
void draw_room_map(Ui& ui, const Rect& card, const SeatingMap& map, GroupNumber own,
                   std::optional<GroupNumber> from = std::nullopt);

}  // namespace stormote
