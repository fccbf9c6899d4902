#include "sync/replication/http_connection.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <thread>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "sync/replication/store_client.h"
#include "tests/support/machine/must_end.h"
#include "tests/support/machine/raw_sockets.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};

}  // namespace

TEST_CASE("a store that takes a request and then says nothing is given up") {
    const RawListener silent;
    auto connection =
        connect_http("http://127.0.0.1:" + std::to_string(silent.port()),
                     {.certificate = {}, .attempts = 1, .silence_limit = Milliseconds(20)});
    REQUIRE(connection);
    std::atomic<bool> has_ended = false;
    std::optional<Result<StoreStatus>> status;
    std::thread caller([&] {
        status = StoreClient(**connection, some_event, "x").status();
        has_ended = true;
    });
    const RawClient taken = silent.accept();
    // Well before the limit that the HTTP library has of its own.
    const bool ended_in_time = wait_until([&] { return has_ended.load(); }, Milliseconds(4'000));
    caller.join();
    CHECK(ended_in_time);
    REQUIRE_FALSE(*status);
    CHECK(status->error().english().find("broke") != std::string::npos);
}

TEST_CASE("an answer that is larger than any of a store is not read to its end") {
    const MustEnd ends("The answer of a store that never stops talking");
    const RawListener talking;
    std::thread store([&talking] {
        const RawClient client = talking.accept();
        static_cast<void>(client.hear());
        client.say("HTTP/1.1 200 OK\r\nStormote-Protocol: 1\r\nContent-Length: 40000000\r\n\r\n");
        client.say(std::string(most_message_bytes + 1, 'x'));
        // Until the other side goes; it does not wait for the rest.
        static_cast<void>(client.hear());
    });
    const auto status = [&] {
        const auto connection =
            connect_http("http://127.0.0.1:" + std::to_string(talking.port()), {"", 1});
        return StoreClient(**connection, some_event, "x").status();
    }();
    store.join();
    REQUIRE_FALSE(status);
    CHECK(status.error().english().find("larger than a store may send") != std::string::npos);
}

TEST_CASE("a connection that the store has closed does not end the program that writes to it") {
    // As at the start of a program that has no store and no connection yet.
    std::signal(SIGPIPE, SIG_DFL);
    REQUIRE(connect_http("http://127.0.0.1:1", {}));
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    close(ends[0]);
    const auto written = write(ends[1], "x", 1);
    const int reason = errno;
    close(ends[1]);
    CHECK(written == -1);
    CHECK(reason == EPIPE);
}

TEST_CASE("a proxy that reaches no store is asked again, and is not taken for another program") {
    const RawListener proxy;
    auto connection = connect_http("http://127.0.0.1:" + std::to_string(proxy.port()),
                                   {.certificate = {}, .attempts = 2});
    REQUIRE(connection);
    std::optional<Result<StoreStatus>> status;
    std::thread caller([&] { status = StoreClient(**connection, some_event, "x").status(); });
    for (int attempt = 0; attempt < 2; ++attempt) {
        const RawClient taken = proxy.accept();
        static_cast<void>(taken.hear());
        taken.say(
            "HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/html\r\n"
            "Connection: close\r\n\r\n<html>No server is available.</html>");
    }
    caller.join();
    REQUIRE_FALSE(*status);
    CHECK(status->error().english().find("does not answer") != std::string::npos);
}
