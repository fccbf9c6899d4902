// Limited child: work on what somebody else made, which could make it endless, in a process of its
// own with little time and memory. Any thread: what another one held at that moment stays held in
// the child, which is ended when it waits for that.
#pragma once

#include <functional>
#include <optional>

#include "sync/base/bytes.h"

namespace stormote {

struct ChildLimits {
    unsigned processor_seconds = 5;
    int wall_ms = 30'000;
    std::size_t memory_bytes = std::size_t{1} << 30;  // beyond what the program has already
};

// What the work gave; nothing where it took more than it may, or broke. Throws MachineFailure where
// there is no process to be had.
[[nodiscard]] std::optional<Bytes> run_limited(const std::function<Bytes()>& work,
                                               const ChildLimits& limits = {});

}  // namespace stormote
