// Limited child: work on what somebody else made, which could make it endless, in a process of its
// own with little time and memory. Call it while the program has one thread.
#pragma once

#include <functional>
#include <optional>

#include "sync/base/bytes.h"

namespace stormote {

struct ChildLimits {
    unsigned processor_seconds = 5;
    std::size_t memory_bytes = std::size_t{1} << 30;
};

// What the work gave; nothing where it took more than it may, or broke. It must not wait for
// anything, since only the processor's time is counted. Throws MachineFailure where there is no
// process to be had.
[[nodiscard]] std::optional<Bytes> run_limited(const std::function<Bytes()>& work,
                                               const ChildLimits& limits = {});

}  // namespace stormote
