// Survey paper: the compiled survey as a tagged PDF on A4: a chart of bars for each question that
// has them, what was written as lists. Pure; one thread.
#pragma once

#include <string>

#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// Error when the event has no survey.
[[nodiscard]] Result<std::string> draw_survey(const EventState& state, const Texts& texts);

}  // namespace stormote
