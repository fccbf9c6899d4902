// The foot of the verdict: done, the next of a party, and that nobody need hurry. The screen
// thread.
#pragma once

#include "kiosk/ui/screens/check_in/verdict.h"

namespace stormote {

// From the bottom edge of the verdict's room upwards.
[[nodiscard]] float verdict_foot_height(Ui& ui, float width, const VerdictView& view);
std::optional<VerdictIntent> draw_verdict_foot(Ui& ui, const Rect& foot, const VerdictView& view);

}  // namespace stormote
