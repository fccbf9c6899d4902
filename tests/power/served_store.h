// ServedStore: a central store on a thread of the test, on a disk that forgets nothing. The thread
// that made it asks it, between the requests of programs.
#pragma once

#include <set>
#include <thread>

#include "sync/central/central_server.h"
#include "sync/central/open_store.h"
#include "sync/replication/store_client.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

class ServedStore {
  public:
    ServedStore();
    ~ServedStore();
    ServedStore(const ServedStore&) = delete;
    ServedStore& operator=(const ServedStore&) = delete;

    [[nodiscard]] std::string url() const;
    // The token of a new device.
    [[nodiscard]] std::string enrol(const EventId& event, const std::string& name);
    [[nodiscard]] std::uint64_t quarantined(const EventId& event);
    // The chain hashes of all operations.
    [[nodiscard]] std::set<std::string> record(const EventId& event);

  private:
    TemporaryFolder folder_;
    SystemRandom random_;
    SystemClock clock_;
    std::unique_ptr<Store> store_;
    std::unique_ptr<CentralService> service_;
    std::unique_ptr<CentralServer> server_;
    std::thread thread_;
};

// Every operation that a store gives, in the order of its log.
[[nodiscard]] std::vector<Operation> read_all(StoreClient& client);

}  // namespace stormote::testing
