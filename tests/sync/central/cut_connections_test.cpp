// A connection that is cut at each byte of a push and of a pull: whoever comes again loses nothing,
// and nothing is there twice.
#include "sync/replication/token_file.h"
#include "tests/support/machine/relay.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// One attempt: what follows is the test's.
std::unique_ptr<StoreConnection> connect_to(int port) {
    HttpOptions options;
    options.attempts = 1;
    auto connection = connect_http("http://127.0.0.1:" + std::to_string(port), options);
    REQUIRE(connection);
    return std::move(connection).value();
}

// By a connection of its own that is cut after so many bytes. Whether it was cut.
template <typename Ask>
bool ask_until_cut(const ServedStore& served, std::size_t bytes, const Ask& ask) {
    const Relay relay(served.server->port(), bytes, Relay::AtEnd::cut);
    const auto connection = connect_to(relay.port());
    ask(*connection);
    return relay.is_holding();
}

struct Device {
    ServedStore served;
    std::unique_ptr<StoreConnection> connection = served.connect();
    std::string token = served.enrol(*connection);
    SignedDevice device{some_event, served.random};

    StoreClient client(StoreConnection& by) const { return {by, some_event, token}; }
};

}  // namespace

TEST_CASE("a push that is cut at any byte is taken once when it comes again") {
    Device one;
    REQUIRE(one.client(*one.connection).push(one.device.all()));
    std::uint64_t sequence = 1;
    std::size_t taken_unheard = 0;
    bool is_cut = true;
    for (std::size_t bytes = 1; is_cut; ++bytes) {
        CAPTURE(bytes);
        one.device.add_many(1);
        const Batch batch = one.device.batch(sequence + 1, sequence + 1);
        ++sequence;
        bool is_heard = false;
        is_cut = ask_until_cut(one.served, bytes, [&](StoreConnection& connection) {
            is_heard = one.client(connection).push(batch).ok();
        });
        // What was answered is there; what was not may be.
        const auto again = one.client(*one.connection).push(batch);
        REQUIRE(again);
        REQUIRE(again->added + again->known == 1);
        if (is_heard) REQUIRE(again->known == 1);
        if (!is_heard && again->known == 1) ++taken_unheard;
    }
    // Of both: cut before it was taken, and after.
    CHECK(taken_unheard > 10);
    CHECK(taken_unheard < sequence - 100);
    const PullPage all = one.served.store->read(some_event, 0, {});
    std::vector<Operation> held = all.batch.operations;
    for (PullPage page = all; page.state == PageState::more;) {
        page = one.served.store->read(some_event, page.next, {});
        held.insert(held.end(), page.batch.operations.begin(), page.batch.operations.end());
    }
    CHECK(held == one.device.operations());
    CHECK(one.served.store->status(some_event).quarantined == 0);
}

TEST_CASE("a page that is cut at any byte is not taken for a whole one") {
    Device one;
    one.device.add_many(3);
    REQUIRE(one.client(*one.connection).push(one.device.all()));
    const auto whole = one.client(*one.connection).pull(0, {});
    REQUIRE(whole);
    REQUIRE(whole->batch == one.device.all());
    std::size_t cut_pages = 0;
    bool is_cut = true;
    for (std::size_t bytes = 1; is_cut; ++bytes) {
        CAPTURE(bytes);
        Result<PullPage> page = missing_token();
        is_cut = ask_until_cut(one.served, bytes, [&](StoreConnection& connection) {
            page = one.client(connection).pull(0, {});
        });
        // The connection may be cut after its last byte.
        if (page) {
            REQUIRE(*page == *whole);
        } else {
            ++cut_pages;
        }
        REQUIRE((page.ok() || is_cut));
    }
    CHECK(cut_pages > 500);
}
