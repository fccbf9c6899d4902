// Wall views: what the wall shows at an hour of the event, taken from its state: plain values. It
// follows the agenda by corrected time. Reads every attendee and note: ask for it on the desk's
// thread, once a second at most.
#pragma once

#include "kiosk/desk/notes/wall_notes.h"
#include "kiosk/documents/papers/full_names.h"
#include "kiosk/ui/screens/wall/wall.h"
#include "sync/base/texts.h"

namespace stormote {

// Without the logo, which is the screen's.
[[nodiscard]] WallView wall_view(const EventState& state, std::int64_t now_ms, const Texts& texts);

// The full names of everybody in the event. A note that has one of them in it is not for the wall,
// whoever let it there: it can be worded anew.
[[nodiscard]] FullNames names_off_wall(const EventState& state);

}  // namespace stormote
