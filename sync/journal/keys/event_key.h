// EventKey: the key that seals an event's bodies, and how it rests in the event file: wrapped by a
// passphrase (Argon2id), or plain where an organiser chose --no-passphrase. Pure, any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sync/base/crypto.h"
#include "sync/base/error.h"

namespace stormote {

// Asked at most once, only for a file that has a passphrase. Nothing: none is to be had.
using PassphraseSource = std::function<std::optional<std::string>()>;

// Without a passphrase the key is stored as it is.
[[nodiscard]] Bytes wrap_event_key(const SymmetricKey& key,
                                   const std::optional<std::string>& passphrase,
                                   const HashingCost& cost, Random& random);

// What stands in the wrapping's place once the key was destroyed: nobody opens the file any more.
[[nodiscard]] Bytes destroyed_event_key();

// Whether the wrapping holds the key closed until a passphrase is given; false for a damaged one.
[[nodiscard]] bool needs_passphrase(ByteView wrapping);

// Error on a wrong passphrase, a missing one, a damaged wrapping, or a key that was destroyed.
[[nodiscard]] Result<SymmetricKey> unwrap_event_key(ByteView wrapping, const PassphraseSource& ask);

}  // namespace stormote
