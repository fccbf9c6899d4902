// What devices and stores of an earlier version say, kept byte for byte in
// tests/fixtures/protocol-1, against those of today.
#include <deque>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "sync/central/sqlite/sqlite_store.h"
#include "sync/replication/sync_worker.h"
#include "tests/support/machine/must_end.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

constexpr int exchanges = 16;

// Recorded when two kiosks joined, pushed and pulled twice; the numbers are in their order.
std::string recorded(int number, const char *which) {
    return to_string(read_file(fs::path(STORMOTE_SOURCES) / "tests/fixtures/protocol-1" /
                               fmt::format("{:02}.{}", number, which)));
}

std::size_t head_size(const std::string& message) {
    return message.find("\r\n\r\n") + 4;
}

std::string head_of(const std::string& message) {
    return message.substr(0, head_size(message));
}

Bytes body_of(const std::string& message) {
    const std::string body = message.substr(head_size(message));
    return {body.begin(), body.end()};
}

bool is_whole(const std::string& message) {
    constexpr std::string_view length = "Content-Length: ";
    if (message.find("\r\n\r\n") == std::string::npos) return false;
    const auto at = message.find(length);
    const std::size_t body =
        at == std::string::npos ? 0 : std::stoul(message.substr(at + length.size()));
    return message.size() >= head_size(message) + body;
}

std::string hear_whole(const RawClient& client) {
    std::string message;
    while (!is_whole(message)) {
        const std::string piece = client.hear();
        if (piece.empty()) break;
        message += piece;
    }
    return message;
}

EventId recorded_event() {
    return *parse_id<EventId>(
        recorded(1, "request").substr(std::string("GET /v1/events/").size(), 36));
}

// Gives the store's id and the tokens that the earlier store had drawn.
class RecordedChance final : public Random {
  public:
    RecordedChance() {
        drawn_.push_back(Bytes{});
        const auto status = decode_status(body_of(recorded(4, "answer")));
        drawn_.back().assign(status->store.bytes.begin(), status->store.bytes.end());
        for (const int join : {2, 7}) {
            const auto token = decode_join_answer(body_of(recorded(join, "answer")))->token;
            drawn_.emplace_back(token.begin(), token.end());
        }
    }
    void fill(std::span<std::uint8_t> bytes) override {
        REQUIRE_FALSE(drawn_.empty());
        REQUIRE(bytes.size() == drawn_.front().size());
        std::copy(drawn_.front().begin(), drawn_.front().end(), bytes.begin());
        drawn_.pop_front();
    }

  private:
    std::deque<Bytes> drawn_;
};

// An array that has grown at its end begins, after its first byte, with what it was.
bool begins_with_items_of(const Bytes& array, const Bytes& earlier) {
    return array.size() >= earlier.size() &&
           std::equal(earlier.begin() + 1, earlier.end(), array.begin() + 1);
}

// Answers as the earlier store did, whatever it is asked, and goes.
void answer_as_recorded(const RawListener& listener, std::initializer_list<int> numbers,
                        std::vector<std::string>& asked) {
    const RawClient device = listener.accept();
    for (const int number : numbers) {
        asked.push_back(hear_whole(device));
        device.say(recorded(number, "answer"));
    }
}

}  // namespace

TEST_CASE("devices of protocol 1 are answered as they were when it was recorded") {
    TemporaryFolder folder;
    RecordedChance chance;
    const ManualClock clock(1'665'590'460'000);
    auto store = SqliteStore::open(folder / "c.db", chance).value();
    const EventId event = recorded_event();
    for (const int join : {2, 7}) {
        const auto secret = decode_join_request(body_of(recorded(join, "request")))->secret;
        REQUIRE(store->invite(event, fmt::format("device {}", join), hash_bytes(secret),
                              clock.wall_ms()));
    }
    CentralService service(*store, clock, chance);
    auto server = CentralServer::create(service, {"127.0.0.1:0", "", ""}).value();
    std::thread serving([&server] { server->run(); });
    {
        const MustEnd must_end("The answers to a device of protocol 1");
        const RawClient device(server->port());
        for (int number = 1; number <= exchanges; ++number) {
            CAPTURE(number);
            const std::string expected = recorded(number, "answer");
            device.say(recorded(number, "request"));
            const std::string answer = hear_whole(device);
            INFO(head_of(answer));
            CHECK(answer.substr(0, 12) == expected.substr(0, 12));
            CHECK(answer.find("\r\nStormote-Protocol: 1\r\n") != std::string::npos);
            CHECK(answer.find("\r\nContent-Type: application/cbor\r\n") != std::string::npos);
            CHECK(answer.find("\r\nContent-Encoding:") == std::string::npos);
            const bool is_status =
                recorded(number, "request").find("/status ") != std::string::npos;
            if (is_status && expected.starts_with("HTTP/1.1 200")) {
                CHECK(begins_with_items_of(body_of(answer), body_of(expected)));
            } else {
                CHECK(body_of(answer) == body_of(expected));
            }
        }
    }
    server->stop();
    serving.join();
}

TEST_CASE("a store of protocol 1 is understood by a device of today") {
    const RawListener listener;
    std::vector<std::string> asked;
    std::thread store([&] { answer_as_recorded(listener, {2, 3, 4, 5, 10, 1}, asked); });
    {
        const MustEnd must_end("The answers of a store of protocol 1");
        const auto connection =
            connect_http("http://127.0.0.1:" + std::to_string(listener.port()), {"", 1}).value();
        StoreClient client(*connection, recorded_event(), "");
        REQUIRE(client.join({}));
        REQUIRE(client.confirm_joined());
        const auto status = client.status();
        REQUIRE(status);
        CHECK_FALSE(status->can_wait);
        const auto pushed = client.push(*decode_batch(body_of(recorded(5, "request"))));
        REQUIRE(pushed);
        CHECK(pushed->added > 0);
        const auto page = client.pull(0, {});
        REQUIRE(page);
        CHECK(page->batch == *decode_batch(body_of(recorded(5, "request"))));
        const auto refused = client.status();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().english().find("does not know this device's token") !=
              std::string::npos);
    }
    store.join();
    REQUIRE(asked.size() == 6);
    for (const std::string& request : asked) {
        // What the earlier store insists on.
        CHECK(request.find("\r\nStormote-Protocol: 1\r\n") != std::string::npos);
        CHECK(request.find("\r\nContent-Encoding:") == std::string::npos);
    }
    // The same words for the same batch.
    CHECK(body_of(asked[3]) == body_of(recorded(5, "request")));
}
