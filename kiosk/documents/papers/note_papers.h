// Note papers: what was noted, and the proposals of it, as papers of their own. Pure.
#pragma once

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/papers/audience.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// Every note by question and group, whatever its kind.
[[nodiscard]] Document compose_notes(const EventState& state, const Texts& texts,
                                     Audience audience);
// The proposals alone, numbered by question.
[[nodiscard]] Document compose_proposals(const EventState& state, const Texts& texts,
                                         Audience audience);

}  // namespace stormote
