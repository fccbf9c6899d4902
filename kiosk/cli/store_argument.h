// Store argument: the options and messages that commands share which talk to the central store.
// One thread.
#pragma once

#include <memory>
#include <string>

#include "kiosk/cli/command.h"
#include "sync/replication/exchange.h"
#include "sync/replication/http_connection.h"

namespace stormote {

// --central, --certificate and --pin-certificate.
struct StoreArgument {
    std::string url;
    std::string certificate;
    std::string pinned_certificate;

    void add_to(Subcommand& command);
    [[nodiscard]] HttpOptions http() const;
};

// Counts on a terminal; silent in a pipe.
ExchangeWatch show_progress(const CommandContext& context);
// Names every device of which something did not move, and says what contradicts what others hold:
// errors both.
Result<> conclude_moved(const std::vector<RefusedRun>& refused, std::uint64_t put_aside,
                        const CommandContext& context);
// Says what moved; an error where something contradicts what others hold.
Result<> conclude(const ExchangeReport& report, const CommandContext& context);

}  // namespace stormote
