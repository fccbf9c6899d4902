// People blocks: papers with the names of who came: attendance, who is here, the organisations and
// what they left, and certificates. For the municipality and the people themselves, never for
// everybody. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/papers/audience.h"
#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// Who came, by name, with their organisations, below a heading of that level.
void add_participants(std::vector<Block>& blocks, const EventState& state, const Texts& texts,
                      int level);

// Who came and when, with those who registered late, came unregistered or in somebody's place
// marked; then who did not come.
[[nodiscard]] Document compose_attendance(const EventState& state, const Texts& texts);

// Who is in the building: how many first, then all by family name, each with a box to tick off.
// Of the time that is given, which it says; nothing: of the event's.
[[nodiscard]] Document compose_people_here(const EventState& state, const Texts& texts,
                                           std::optional<std::int64_t> at_ms);

// Each organisation that somebody came from: who, when, and what they wrote and wished; for
// everybody how many alone. Then those that nobody came from.
[[nodiscard]] Document compose_organisations(const EventState& state, const Texts& texts,
                                             Audience audience);

}  // namespace stormote
