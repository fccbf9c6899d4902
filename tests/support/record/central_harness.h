// CentralHarness: a central store within the test, with devices enrolled by name.
#pragma once

#include "sync/central/central_service.h"
#include "sync/central/open_store.h"
#include "sync/replication/store_client.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

// Where a store is that is no file.
struct StoreUrl {
    std::string url;
};

class CentralHarness {
  public:
    explicit CentralHarness(std::filesystem::path file, std::uint64_t seed = 1);
    explicit CentralHarness(StoreUrl store, std::uint64_t seed = 1);

    [[nodiscard]] Store& store() { return *store_; }
    [[nodiscard]] StoreConnection& connection() { return connection_; }
    [[nodiscard]] ManualClock& clock() { return clock_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

    // The token of a new device.
    std::string enrol(const EventId& event, const std::string& name);
    StoreClient client(const EventId& event, const std::string& token);

    // Of a store in a file: the file as it is now, and the store as it was then.
    [[nodiscard]] Bytes back_up();
    void restore(const Bytes& copy);

    // Every operation that the store would give, in the order of its log.
    std::vector<Operation> operations(const EventId& event);

  private:
    // Goes to whatever service is open at the time.
    class Connection final : public StoreConnection {
      public:
        explicit Connection(CentralHarness& harness) : harness_(harness) {}
        Result<StoreResponse> send(const StoreRequest& request) override {
            return harness_.service_->handle(request);
        }

      private:
        CentralHarness& harness_;
    };

    void open();

    std::filesystem::path file_;
    StoreUrl address_;
    SeededRandom random_;
    ManualClock clock_{1'665'590'400'000};
    std::unique_ptr<Store> store_;
    std::unique_ptr<CentralService> service_;
    Connection connection_{*this};
};

}  // namespace stormote::testing
