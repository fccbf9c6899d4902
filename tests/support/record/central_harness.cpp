#include "tests/support/record/central_harness.h"

namespace stormote::testing {

CentralHarness::CentralHarness(std::filesystem::path file, std::uint64_t seed)
    : file_(std::move(file)), address_{"sqlite:" + file_.string()}, random_(seed) {
    open();
}

CentralHarness::CentralHarness(StoreUrl store, std::uint64_t seed)
    : address_(std::move(store)), random_(seed) {
    open();
}

std::string CentralHarness::enrol(const EventId& event, const std::string& name) {
    const auto secret = random_.bytes<16>();
    auto invited = store_->invite(event, name, hash_bytes(secret), clock_.wall_ms());
    if (!invited) throw std::runtime_error(invited.error().english());
    const auto token = StoreClient(connection_, event, "").join(secret);
    if (!token) throw std::runtime_error(token.error().english());
    StoreClient joined(connection_, event, write_token(*token));
    if (auto done = joined.confirm_joined(); !done) {
        throw std::runtime_error(done.error().english());
    }
    return write_token(*token);
}

StoreClient CentralHarness::client(const EventId& event, const std::string& token) {
    return {connection_, event, token};
}

Bytes CentralHarness::back_up() {
    store_.reset();
    Bytes copy = read_file(file_);
    open();
    return copy;
}

void CentralHarness::restore(const Bytes& copy) {
    store_.reset();
    write_file(file_, copy);
    open();
}

std::vector<Operation> CentralHarness::operations(const EventId& event) {
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

void CentralHarness::open() {
    auto opened = open_store(address_.url, random_);
    if (!opened) throw std::runtime_error(opened.error().english());
    store_ = std::move(opened).value();
    service_ = std::make_unique<CentralService>(*store_, clock_, random_);
}

}  // namespace stormote::testing
