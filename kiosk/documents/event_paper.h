// Event paper: what every paper of an event says of itself: who publishes it, and when what it says
// was so. Pure; any thread.
#pragma once

#include <string>

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/pdf/pdf_paper.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// Dated at the event's end, so that the same record gives the same bytes.
[[nodiscard]] PaperDescription describe_paper(std::string title, const EventState& state,
                                              const Texts& texts);
// The same for a document, with the municipality's colour and logo; without any block.
[[nodiscard]] Document begin_document(std::string title, const EventState& state,
                                      const Texts& texts);

}  // namespace stormote
