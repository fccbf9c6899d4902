// Frame views: what header and bar show of an event, taken from its state: plain values. The state
// must stand still meanwhile. The screen thread.
#pragma once

#include "kiosk/ui/shell/frame.h"
#include "sync/model/event_state.h"

namespace stormote {

// Header and bar: who invites, what and when, and the programme item of this moment.
[[nodiscard]] FrameView frame_view(const EventState& state, const Texts& texts,
                                   std::int64_t wall_ms);

// "12 oktober" of "2022-10-12..."; empty when it is no date.
[[nodiscard]] std::string day_text(std::string_view local_time, const Texts& texts);

}  // namespace stormote
