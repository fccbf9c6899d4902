// Event date: when what is written of an event was so. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "sync/model/event_state.h"

namespace stormote {

// Its end, else its beginning. Never the clock's time: the same record makes the same bytes.
[[nodiscard]] std::optional<std::int64_t> event_date_ms(const EventState& state);

}  // namespace stormote
