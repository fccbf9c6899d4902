// Token file: where a machine keeps what it shows the central store, one file an event, readable
// by its owner only: STATE/tokens/EVENT-ID; and beside it the next one (device_token.h). Any
// thread.
#pragma once

#include <filesystem>

#include "sync/replication/device_token.h"
#include "sync/replication/pairing.h"

namespace stormote {

// Nothing when there is none, or what lies there is no token.
[[nodiscard]] std::optional<std::string> load_token(const std::filesystem::path& state_directory,
                                                    const EventId& event);
// Durable on return. Throws MachineFailure.
void save_token(const std::filesystem::path& state_directory, const EventId& event,
                const Token& token);
// The token that lies there, or that will: as it is renewed, it is saved there.
[[nodiscard]] DeviceToken kept_token(const std::filesystem::path& state_directory,
                                     const EventId& event, const Token& token);

[[nodiscard]] Error missing_token();

}  // namespace stormote
