// Event views: what screens show of an event, taken from its state: plain values, so that a screen
// never holds on to the state. The state must stand still meanwhile. The screen thread.
#pragma once

#include "kiosk/desk/desk.h"
#include "kiosk/desk/door_report.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/notice.h"
#include "kiosk/ui/verdict.h"

namespace stormote {

// Header and bar: who invites, what and when, and the programme item of this moment.
[[nodiscard]] FrameView frame_view(const EventState& state, const Texts& texts,
                                   std::int64_t wall_ms);

// "12 oktober" of "2022-10-12..."; empty when it is no date.
[[nodiscard]] std::string day_text(std::string_view local_time, const Texts& texts);

// "Bord Lönnen"; empty for a group without a name.
[[nodiscard]] std::string table_text(const EventState& state, GroupNumber group,
                                     const Texts& texts);

// "87 av 104 anmälda, och 2 till".
[[nodiscard]] std::string door_text(const DoorCount& count, const Texts& texts);

// For an admission; frame and countdown are the caller's.
[[nodiscard]] VerdictView verdict_view(const EventState& state, const CheckInOutcome& outcome,
                                       const Texts& texts);

// For every other outcome. `own_device` tells "here" from "at another screen".
[[nodiscard]] NoticeView notice_view(const EventState& state, const CheckInOutcome& outcome,
                                     const DeviceId& own_device, const Texts& texts);

}  // namespace stormote
