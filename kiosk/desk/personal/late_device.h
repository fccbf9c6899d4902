// Late device: a kiosk that is opened after the last day on which registrations are there, and has
// not heard from a store since: what has been erased meanwhile it does not know, so it shows
// nobody's name. Pure.
#pragma once

#include <cstdint>
#include <string>

#include "sync/model/device_role.h"
#include "sync/model/event_state.h"

namespace stormote {

// "2023-01-10", that last day, where the device is late. Empty: it may show names. An organiser's
// device never is: from there it is seen to that things are destroyed. By local days of corrected
// times; `heard_ms` is of the last exchange, 0 where there was none; one after now counts as none.
[[nodiscard]] std::string late_since(const EventState& state, DeviceRole role, std::int64_t now_ms,
                                     std::int64_t heard_ms);

}  // namespace stormote
