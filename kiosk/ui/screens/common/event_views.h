// Event views: words for a table and for the numbers at the door, which several screens show, in
// the language of the screen as far as they are said in it. The state must stand still meanwhile.
// The screen thread.
#pragma once

#include "kiosk/desk/door_report.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"
#include "sync/model/seating_map.h"

namespace stormote {

// "Lönnen"; empty for a group without a name.
[[nodiscard]] std::string table_name(const EventState& state, GroupNumber group,
                                     const Texts& texts);
// "Bord Lönnen"; empty likewise.
[[nodiscard]] std::string table_text(const EventState& state, GroupNumber group,
                                     const Texts& texts);

// Where a group's table stands, in words: nobody should have to read a plan. May be empty; the map
// is that of the event, where it has one.
[[nodiscard]] std::string place_text(const EventState& state, GroupNumber group,
                                     const std::optional<SeatingMap>& map, const Texts& texts);

// "87 av 104 anmälda, och 2 till".
[[nodiscard]] std::string door_text(const DoorCount& count, const Texts& texts);

}  // namespace stormote
