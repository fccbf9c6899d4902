// Next welcome: the welcome right after somebody has checked in: their group and table stay where
// they were, without a name, for whoever needs a second look, while the next person can begin. The
// screen thread.
#pragma once

#include "kiosk/ui/screens/check_in/answer_card.h"
#include "kiosk/ui/screens/check_in/welcome.h"

namespace stormote {

std::optional<WelcomeIntent> draw_next_welcome(Ui& ui, const WelcomeView& view,
                                               const SeatAnswer& answer);

}  // namespace stormote
