// Token file: where a machine keeps what it shows the central store, one file an event, readable
// by its owner only: STATE/tokens/EVENT-ID. Any thread.
#pragma once

#include <filesystem>

#include "sync/replication/pairing.h"

namespace stormote {

// Nothing when there is none, or what lies there is no token.
[[nodiscard]] std::optional<std::string> load_token(const std::filesystem::path& state_directory,
                                                    const EventId& event);
// Durable on return. Throws MachineFailure.
void save_token(const std::filesystem::path& state_directory, const EventId& event,
                const Token& token);

[[nodiscard]] Error missing_token();

}  // namespace stormote
