// Joining errand: an association gives its word to an agreement, by a person who has shown a
// ticket. The screen thread.
#pragma once

#include "kiosk/ui/screens/exit/exit_feedback_errand.h"

namespace stormote {

// The page keeps nothing.
[[nodiscard]] std::optional<ErrandStep> draw_joining_errand(Ui& ui, const ErrandFrame& frame);

}  // namespace stormote
