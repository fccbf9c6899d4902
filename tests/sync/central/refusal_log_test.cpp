#include "sync/central/refusal_log.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/raw_sockets.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const RefusalLog::Time start{std::chrono::hours(100)};

struct Harness {
    std::vector<std::string> lines;
    RefusalLog log{[this](const Error& line) { lines.push_back(line.english()); }};

    void refuse(const std::string& address, RefusalLog::Time now = start) {
        log.write({address, some_event, "", RefusalCode::unknown_token}, now);
    }
};

}  // namespace

TEST_CASE("a refused request is one line, with address, event, device and code") {
    Harness harness;
    harness.refuse("192.0.2.7");
    harness.log.write({"2001:db8::1", std::nullopt, "entré 1", RefusalCode::unknown_path}, start);
    REQUIRE(harness.lines ==
            std::vector<std::string>{
                "Refused: address 192.0.2.7, event 01000000-0000-0000-0000-000000000000, "
                "device -, code 2 (unknown token).",
                "Refused: address 2001:db8::1, event -, device entré 1, code 10 (unknown path)."});
}

TEST_CASE("a flood of refusals fills no disk, and hides nobody else's") {
    Harness harness;
    for (int i = 0; i < 5'000; ++i) harness.refuse("192.0.2.7");
    harness.refuse("192.0.2.8");
    REQUIRE(harness.lines.size() == 11);
    REQUIRE(harness.lines.back().find("192.0.2.8") != std::string::npos);
    harness.log.sum_up(start + std::chrono::seconds(59));
    REQUIRE(harness.lines.size() == 11);
    harness.log.sum_up(start + std::chrono::seconds(60));
    REQUIRE(harness.lines.size() == 12);
    REQUIRE(harness.lines.back() == "Refused: address 192.0.2.7, 4990 more within a minute.");
    harness.refuse("192.0.2.7", start + std::chrono::seconds(60));
    REQUIRE(harness.lines.size() == 13);
}

TEST_CASE("a flood from many addresses is counted together") {
    Harness harness;
    for (int i = 0; i < 10'000; ++i) harness.refuse("address " + std::to_string(i));
    REQUIRE(harness.lines.size() == 100);
    harness.log.sum_up(start + std::chrono::minutes(1));
    REQUIRE(harness.lines.size() == 101);
    REQUIRE(harness.lines.back() == "Refused: other addresses, 9900 more within a minute.");
}

TEST_CASE("the log tells where a request came from through a proxy, and no secret") {
    ServedStore served;
    const std::string secret_token = write_token({});
    const auto ask = [&](const std::string& header) {
        const RawClient client(served.server->port());
        client.say("GET " + status_path(some_event) + "?name=Berit HTTP/1.1\r\nHost: x\r\n" +
                   "Stormote-Protocol: 1\r\nAuthorization: Bearer " + secret_token + "\r\n" +
                   header + "\r\n");
        static_cast<void>(client.hear());
        return served.log().back();
    };
    const auto address = [](const std::string& line) {
        const std::string start_of_line = "Refused: address ";
        REQUIRE(line.starts_with(start_of_line));
        return line.substr(start_of_line.size(), line.find(',') - start_of_line.size());
    };
    CHECK(address(ask("")) == "127.0.0.1");
    CHECK(address(ask("X-Forwarded-For: 192.0.2.7\r\n")) == "192.0.2.7");
    // The last one is what the proxy saw; those before are what the client says of itself.
    CHECK(address(ask("X-Forwarded-For: 10.0.0.1, 2001:db8::1\r\n")) == "2001:db8::1");
    CHECK(address(ask("X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-For: 192.0.2.8\r\n")) ==
          "192.0.2.8");
    CHECK(address(ask("X-Forwarded-For: somebody\r\n")) == "127.0.0.1");
    for (const std::string& line : served.log()) {
        CHECK(line.find(secret_token) == std::string::npos);
        CHECK(line.find("Berit") == std::string::npos);
    }
}

TEST_CASE("who joins stands in the log, and no secret") {
    ServedStore served;
    const auto connection = served.connect();
    const std::string token = served.enrol(*connection);
    REQUIRE(served.log() == std::vector<std::string>{"The device device has joined event " +
                                                     to_string(some_event) + "."});
    REQUIRE(served.log().front().find(token) == std::string::npos);
}
