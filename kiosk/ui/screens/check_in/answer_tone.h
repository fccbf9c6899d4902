// Answer tones: which tone goes with which answer at the door. The screen says the same, in a
// shape, a colour and words. Pure, any thread.
#pragma once

#include <optional>

#include "kiosk/device/audio/tone.h"
#include "kiosk/ui/screens/check_in/notice.h"
#include "sync/model/verdict.h"

namespace stormote {

[[nodiscard]] Tone tone_of(Verdict verdict);
// Nothing for what somebody asked for themselves.
[[nodiscard]] std::optional<Tone> tone_of(NoticeKind kind);

}  // namespace stormote
