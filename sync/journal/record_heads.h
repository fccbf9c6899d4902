// Record heads: how far the record of each device has come, as operations state it. Pure.
#pragma once

#include <vector>

#include "sync/journal/journal.h"

namespace stormote {

[[nodiscard]] inline std::vector<RecordHead> record_heads(const Journal& journal) {
    std::vector<RecordHead> heads;
    for (const DeviceHead& known : journal.heads()) {
        heads.push_back(
            {known.device, static_cast<std::int64_t>(known.head.sequence), known.head.chain_hash});
    }
    return heads;
}

}  // namespace stormote
