#include "tests/power/served_store.h"

#include <iterator>
#include <stdexcept>

#include "sync/replication/http_connection.h"

namespace stormote::testing {

namespace {

template <typename Value>
Value must(Result<Value> result) {
    if (!result) throw std::runtime_error(result.error().english());
    return std::move(result).value();
}

}  // namespace

std::vector<Operation> read_all(StoreClient& client) {
    std::vector<Operation> all;
    std::uint64_t position = 0;
    for (;;) {
        PullPage page = must(client.pull(position, {}));
        std::move(page.batch.operations.begin(), page.batch.operations.end(),
                  std::back_inserter(all));
        if (page.state != PageState::more) return all;
        position = page.next;
    }
}

ServedStore::ServedStore()
    : store_(must(open_store("sqlite:" + (folder_ / "central.db").string(), random_))),
      service_(std::make_unique<CentralService>(*store_, clock_, random_)),
      server_(must(CentralServer::create(*service_, {"127.0.0.1:0", "", ""}))),
      thread_([this] { server_->run(); }) {}

ServedStore::~ServedStore() {
    server_->stop();
    thread_.join();
}

std::string ServedStore::url() const {
    return "http://127.0.0.1:" + std::to_string(server_->port());
}

std::string ServedStore::enrol(const EventId& event, const std::string& name) {
    const auto secret = random_.bytes<16>();
    must(store_->invite(event, name, hash_bytes(secret), SystemClock().wall_ms()));
    const auto connection = must(connect_http(url(), {}));
    return write_token(must(StoreClient(*connection, event, "").join(secret)));
}

std::uint64_t ServedStore::quarantined(const EventId& event) {
    return store_->status(event).quarantined;
}

std::set<std::string> ServedStore::record(const EventId& event) {
    const auto connection = must(connect_http(url(), {}));
    StoreClient client(*connection, event, enrol(event, "reader " + to_hex(random_.bytes<4>())));
    std::set<std::string> hashes;
    for (const Operation& operation : read_all(client)) {
        hashes.insert(to_hex(operation.header.chain_hash));
    }
    return hashes;
}

}  // namespace stormote::testing
