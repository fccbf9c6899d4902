// Kept key: an event's unwrapped key in the kernel's memory, so that a program that crashed starts
// again without the passphrase. It outlives the program and its session, is read by processes of
// the same user alone, never lies on a disk or in swap, and is gone after a power cut or three days
// after it was last looked for. Any thread.
#pragma once

#include <optional>

#include "sync/base/crypto.h"
#include "sync/base/error.h"
#include "sync/model/ids.h"

namespace stormote {

// Nothing where none is kept, or where the kernel keeps no keys for this user.
[[nodiscard]] std::optional<SymmetricKey> find_kept_key(const EventId& event);
// Again is no harm. Error with the kernel's reason where it keeps no keys for this user.
Result<> keep_key(const EventId& event, const SymmetricKey& key);
// Where one is kept, nobody finds it from now on.
void forget_kept_key(const EventId& event);

}  // namespace stormote
