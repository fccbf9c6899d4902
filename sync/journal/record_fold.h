// RecordFold: an event as its record has it: the fold of the operations that are believed, and how
// many of each device are not. One owner.
#pragma once

#include <map>

#include "sync/journal/journal.h"
#include "sync/model/event_state.h"

namespace stormote {

struct RecordFold {
    EventState state;
    // They are kept and passed on, and have no effect.
    std::map<DeviceId, std::uint64_t> without_effect;

    void take(const Operation& operation, Belief belief) {
        switch (belief) {
            case Belief::believed:
                state.fold(operation);
                break;
            case Belief::purged:
                // As if its body were gone already.
                state.fold(Operation{operation.header, std::nullopt});
                break;
            case Belief::without_effect:
                ++without_effect[operation.header.device];
                break;
        }
    }
    // For a journal to fill; it must not outlive this.
    [[nodiscard]] OperationSink sink() {
        return [this](const Operation& operation, Belief belief) { take(operation, belief); };
    }
};

}  // namespace stormote
