// Event paper: what the posters and tickets of an event say of themselves: who publishes it, and
// when what it says was so. Pure; any thread.
#pragma once

#include <string>

#include "kiosk/documents/pdf/pdf_paper.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// Dated as event_date_ms() has it, so that the same record gives the same bytes.
[[nodiscard]] PaperDescription describe_paper(std::string title, const EventState& state,
                                              const Texts& texts);

}  // namespace stormote
