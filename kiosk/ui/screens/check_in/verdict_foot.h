// The foot of the verdict: done, the next of a party, and that nobody need hurry. The screen
// thread.
#pragma once

#include "kiosk/ui/screens/check_in/verdict.h"

namespace stormote {

// Nobody should feel hurried by a ring that runs out. Empty where none runs. The foot says it where
// it is a column beside the card; elsewhere it is the screen's to say.
[[nodiscard]] std::string verdict_hint(const Ui& ui, const VerdictView& view);
// From the bottom edge of the verdict's room upwards.
[[nodiscard]] float verdict_foot_height(Ui& ui, float width, const VerdictView& view);
std::optional<VerdictIntent> draw_verdict_foot(Ui& ui, const Rect& foot, const VerdictView& view);

}  // namespace stormote
