// Evening views: the card of what an organiser sees to at this hour, in words. Plain values; the
// state must stand still meanwhile. The screen thread.
#pragma once

#include <optional>

#include "kiosk/desk/evening/evening_report.h"
#include "kiosk/ui/screens/organiser/organiser.h"
#include "sync/base/texts.h"

namespace stormote {

// Nothing before the doors open, hours after an end that nobody has said, and where the event does
// not say when it starts.
[[nodiscard]] std::optional<EveningCard> evening_card(const EventState& state,
                                                      const std::optional<EveningReport>& report,
                                                      const Texts& texts);

// The parts of the evening, with the one of this moment. Empty where the event does not say when it
// starts.
[[nodiscard]] std::vector<EveningStep> evening_steps(const std::optional<EveningReport>& report,
                                                     const Texts& texts);

}  // namespace stormote
