#include "sync/http/connection_table.h"

#include <catch2/catch.hpp>
#include <sys/socket.h>

#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/wait.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

using Phase = ConnectionTable::Phase;

const ConnectionTable::Time start = std::chrono::steady_clock::now();

// A connection of a stranger, and the table's end of it.
struct Harness {
    ConnectionLimits limits = [] {
        ConnectionLimits made;
        made.places = 3;
        made.silence = std::chrono::hours(1);
        made.head = std::chrono::seconds(10);
        made.patience = std::chrono::seconds(10);
        made.least_bytes_a_second = 1'000;
        return made;
    }();
    ConnectionTable table{limits};
    RawListener listener;
    std::vector<RawClient> clients;
    std::vector<RawClient> ends;

    ConnectionTable::Connection& connect() {
        clients.emplace_back(listener.port());
        ends.push_back(listener.accept());
        return table.add(ends.back().socket(), "192.0.2.1", start);
    }
    bool is_open_after(const ConnectionTable::Connection& connection, int seconds) {
        table.close_slow(start + std::chrono::seconds(seconds));
        return !connection.is_closed;
    }
};

}  // namespace

TEST_CASE("a body must come at the least speed, and one that does is let come") {
    Harness harness;
    auto& slow = harness.connect();
    auto& steady = harness.connect();
    for (auto *each : {&slow, &steady}) harness.table.enter(*each, Phase::body, 0, start);
    harness.table.receive(slow, 100);
    harness.table.receive(steady, 100'000);
    CHECK(harness.is_open_after(slow, 10));
    CHECK_FALSE(harness.is_open_after(slow, 11));
    CHECK(harness.is_open_after(steady, 109));
    CHECK_FALSE(harness.is_open_after(steady, 111));
}

TEST_CASE("an answer must be taken at the least speed") {
    Harness harness;
    auto& connection = harness.connect();
    harness.table.enter(connection, Phase::answer, 5'000, start);
    CHECK(harness.is_open_after(connection, 14));
    CHECK_FALSE(harness.is_open_after(connection, 16));
}

TEST_CASE("a head must come in its time, and the store's own work may take as long as it takes") {
    Harness harness;
    auto& head = harness.connect();
    auto& work = harness.connect();
    harness.table.enter(work, Phase::work, 0, start);
    CHECK(harness.is_open_after(head, 9));
    CHECK_FALSE(harness.is_open_after(head, 11));
    CHECK(harness.is_open_after(work, 1'000));
}

TEST_CASE("what has come and was not read yet is not the other side's silence") {
    Harness harness;
    auto& connection = harness.connect();
    harness.clients.back().say("GET / HTTP/1.1\r\n\r\n");
    REQUIRE(wait_until([&] { return !harness.ends.back().is_left_waiting(); }));
    CHECK(harness.is_open_after(connection, 11));
}

TEST_CASE("when places run short, the oldest connection without a token is closed") {
    Harness harness;
    auto& device = harness.connect();
    auto& oldest = harness.connect();
    auto& at_work = harness.connect();
    harness.table.keep_place(device);
    harness.table.enter(at_work, Phase::work, 0, start);
    auto& fourth = harness.connect();
    CHECK(oldest.is_closed);
    auto& fifth = harness.connect();
    CHECK(fourth.is_closed);
    CHECK_FALSE((device.is_closed || at_work.is_closed || fifth.is_closed));
    CHECK(harness.table.size() == 3);
    // Whose place was given away is not answered any more.
    CHECK_FALSE(harness.table.remove(oldest));
    CHECK(harness.table.remove(device));
}
