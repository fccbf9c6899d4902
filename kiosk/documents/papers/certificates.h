// Certificates: a page for each person who came, to be signed by the municipality: that they took
// part, when and how long. Pure.
#pragma once

#include "kiosk/documents/content/document.h"
#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// By name, behind a page that says how many they are. Error: nobody has come.
[[nodiscard]] Result<Document> compose_certificates(const EventState& state, const Texts& texts);

}  // namespace stormote
