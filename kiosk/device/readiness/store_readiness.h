// Store readiness: whether the central store answers this device: reached, its certificate right,
// the device let in, the clocks alike, and how much of the record each lacks. Asks, and sends
// nothing of the event. Takes up to some seconds: not for the screen thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/clock.h"
#include "sync/replication/store_access.h"
#include "sync/replication/store_client.h"
#include "sync/report/readiness.h"

namespace stormote {

struct StoreToTry {
    std::string url;     // empty: the hub that this machine has scanned a code of
    HttpOptions http{};  // its certificates count
    std::filesystem::path state_directory{};
    EventId event{};
    // How far the record goes here; empty: what each side lacks is not told.
    std::vector<DeviceHead> here{};
    // Known already: it is not looked for in the state directory.
    std::optional<StoreAccess> access{};
};

[[nodiscard]] ReadyPoint try_store(const StoreToTry& store, const Clock& clock);
// The same through a connection that there is, with the device's token.
[[nodiscard]] ReadyPoint ask_store(StoreClient& client, const StoreToTry& store,
                                   const Clock& clock);
// Where no store was named.
[[nodiscard]] ReadyPoint no_store();

}  // namespace stormote
