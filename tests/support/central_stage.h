// CentralStage: a central store within the test, with devices enrolled by name.
#pragma once

#include "sync/central/central_service.h"
#include "sync/replication/store_client.h"
#include "tests/support/temporary_folder.h"

namespace stormote::testing {

class CentralStage {
  public:
    explicit CentralStage(std::filesystem::path file, std::uint64_t seed = 1)
        : file_(std::move(file)), random_(seed) {
        open();
    }

    [[nodiscard]] Store& store() { return *store_; }
    [[nodiscard]] StoreConnection& connection() { return connection_; }
    [[nodiscard]] ManualClock& clock() { return clock_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

    // The token of a new device.
    std::string enrol(const EventId& event, const std::string& name) {
        const auto secret = random_.bytes<16>();
        auto invited = store_->invite(event, name, hash_bytes(secret));
        if (!invited) throw std::runtime_error(invited.error().english());
        const auto token = StoreClient(connection_, event, "").join(secret);
        if (!token) throw std::runtime_error(token.error().english());
        StoreClient joined(connection_, event, write_token(*token));
        if (auto done = joined.confirm_joined(); !done) {
            throw std::runtime_error(done.error().english());
        }
        return write_token(*token);
    }
    StoreClient client(const EventId& event, const std::string& token) {
        return {connection_, event, token};
    }

    // The store's file as it is now, and the store as it was then.
    [[nodiscard]] Bytes back_up() {
        store_.reset();
        Bytes copy = read_file(file_);
        open();
        return copy;
    }
    void restore(const Bytes& copy) {
        store_.reset();
        write_file(file_, copy);
        open();
    }

    // Every operation that the store would give, in the order of its log.
    std::vector<Operation> operations(const EventId& event) {
        std::vector<Operation> all;
        std::uint64_t position = 0;
        for (;;) {
            PullPage page = store_->read(event, position, {});
            std::move(page.batch.operations.begin(), page.batch.operations.end(),
                      std::back_inserter(all));
            if (page.state != PageState::more) return all;
            if (page.next <= position) throw std::runtime_error("the log does not go on");
            position = page.next;
        }
    }

  private:
    // Goes to whatever service is open at the time.
    class Connection final : public StoreConnection {
      public:
        explicit Connection(CentralStage& stage) : stage_(stage) {}
        Result<StoreResponse> send(const StoreRequest& request) override {
            return stage_.service_->handle(request);
        }

      private:
        CentralStage& stage_;
    };

    void open() {
        auto opened = open_store("sqlite:" + file_.string(), random_);
        if (!opened) throw std::runtime_error(opened.error().english());
        store_ = std::move(opened).value();
        service_ = std::make_unique<CentralService>(*store_, clock_, random_);
    }

    std::filesystem::path file_;
    SeededRandom random_;
    ManualClock clock_{1'665'590'400'000};
    std::unique_ptr<Store> store_;
    std::unique_ptr<CentralService> service_;
    Connection connection_{*this};
};

}  // namespace stormote::testing
