// JournalEnvironment: what a journal needs from outside. Pure values; the clock and the generator
// must outlive the journal.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "sync/base/clock.h"
#include "sync/base/crypto.h"
#include "sync/model/ids.h"

namespace stormote {

// $STORMOTE_STATE, else $XDG_STATE_HOME/stormote, else ~/.local/state/stormote.
[[nodiscard]] std::filesystem::path default_state_directory();

struct JournalEnvironment {
    const Clock& clock;
    Random& random;
    std::filesystem::path state_directory = default_state_directory();
    HashingCost hashing_cost{};
    // What people call this device; the host name when empty.
    std::string device_name{};
    // Disk space to write for the WAL on opening, so that a commit takes half the time; for a
    // program that stays open through an evening.
    std::size_t wal_reserve_bytes{0};
    // Where the event's key may rest already unwrapped, looked up before the passphrase is asked
    // for; nowhere where empty.
    std::function<std::optional<SymmetricKey>(const EventId&)> kept_key{};
};
constexpr std::size_t usual_wal_reserve_bytes = 8U << 20;

}  // namespace stormote
