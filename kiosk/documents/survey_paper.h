// Survey paper: the compiled survey as a document: a chart of bars for each question that has them,
// what was written as lists; and the same as a PDF. Pure; one thread.
#pragma once

#include <string>

#include "kiosk/documents/content/document.h"
#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// Error when the event has no survey.
[[nodiscard]] Result<Document> compose_survey(const EventState& state, const Texts& texts);
[[nodiscard]] Result<std::string> draw_survey(const EventState& state, const Texts& texts);

}  // namespace stormote
