// Kernel keys: whether this machine's kernel keeps keys for whoever runs the test; containers often
// forbid it.
#pragma once

#include "sync/base/random.h"
#include "sync/journal/keys/kept_key.h"

namespace stormote::testing {

constexpr const char *no_keys = "the kernel keeps no keys for this user here";

inline bool can_keep_keys() {
    SystemRandom random;
    const EventId event{Uuid{random.bytes<16>()}};
    const bool is_kept = keep_key(event, SymmetricKey{}).ok();
    forget_kept_key(event);
    return is_kept;
}

}  // namespace stormote::testing
