// Farewell views: when the evening ends, and what the farewell shows of the event, taken from its
// state: plain values. The state must stand still meanwhile. The screen thread.
#pragma once

#include "kiosk/ui/screens/check_in/farewell.h"
#include "sync/model/event_state.h"

namespace stormote {

// Around the event's end by its settings: so long before and after it most who come to the entrance
// are on their way home. Once an organiser has ended the meeting they are until it is opened again.
constexpr std::int64_t farewell_before_end_ms = 15 * 60'000;
constexpr std::int64_t farewell_after_end_ms = 60 * 60'000;
[[nodiscard]] bool is_farewell_time(const EventState& state, std::int64_t now_ms);

// `frame` is the frame of every screen; its programme line gives way to when the event ends.
[[nodiscard]] FarewellView farewell_view(const EventState& state, FrameView frame,
                                         const Texts& texts, std::int64_t now_ms);

}  // namespace stormote
