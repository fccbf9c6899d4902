// Destruction paper: the destruction protocol of an event, for the municipality's archive and every
// later reader. Pure.
#pragma once

#include "kiosk/documents/content/document.h"
#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// Error: nothing was destroyed.
[[nodiscard]] Result<Document> compose_destruction(const EventState& state, const Texts& texts);

}  // namespace stormote
