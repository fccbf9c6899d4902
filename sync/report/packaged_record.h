// Packaged record: whether a package for the archive holds all of a record. Two kinds of operations
// say nothing of the evening, and need no package: what states that a package was made, and the
// introduction of a device that nothing but such statements follows. Pure.
#pragma once

#include <cstdint>
#include <span>

#include "sync/model/event_state.h"

namespace stormote {

// The number of a device's last operation that belongs in a package, of those up to a number; 0:
// none of them does.
[[nodiscard]] std::uint64_t last_to_package(const EventState& state, const DeviceId& device,
                                            std::uint64_t sequence);

// Whether one of the packages that the record tells of holds all that belongs in a package up to
// these heads: those of all devices.
[[nodiscard]] bool is_packaged(const EventState& state, std::span<const RecordHead> heads);

}  // namespace stormote
