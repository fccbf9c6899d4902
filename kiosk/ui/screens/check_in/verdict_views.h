// Verdict views: the answer at the door, a welcome or a notice, taken from what the desk decided
// and the event state: plain values. The state must stand still meanwhile. The screen thread.
#pragma once

#include "kiosk/desk/desk.h"
#include "kiosk/ui/screens/check_in/notice.h"
#include "kiosk/ui/screens/check_in/verdict.h"

namespace stormote {

// Where a group sits, for whoever it is.
[[nodiscard]] SeatAnswer seat_answer(const EventState& state, GroupNumber group,
                                     const Texts& texts);

// For an admission, and for whoever is here already and asks the way; frame and countdown are the
// caller's.
[[nodiscard]] VerdictView verdict_view(const EventState& state, const CheckInOutcome& outcome,
                                       const Texts& texts);

// For every other outcome. `own_device` tells "here" from "at another screen".
[[nodiscard]] NoticeView notice_view(const EventState& state, const CheckInOutcome& outcome,
                                     const DeviceId& own_device, const Texts& texts);

}  // namespace stormote
