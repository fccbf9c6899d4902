// Joining by a code that was scanned: for a kiosk that has no event yet. Any thread but that of the
// screen, since it waits for the network.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sync/journal/journal.h"
#include "sync/replication/http_connection.h"

namespace stormote {

struct CodeJoin {
    std::filesystem::path file;  // that is made
    std::optional<std::string> passphrase;
    // Empty: where the code says.
    std::string central;
    HttpOptions http;
};

// Error: what was scanned is no pairing text, or does not lead there. Throws MachineFailure.
[[nodiscard]] Result<> join_by_code(const std::string& scanned, const CodeJoin& wanted,
                                    const JournalEnvironment& environment);

// What a scanner's keys say of a pairing text: one that believes in an American keyboard types +
// and ? on a Swedish one where the text has - and _.
[[nodiscard]] std::string as_pairing_text(std::string scanned);

}  // namespace stormote
