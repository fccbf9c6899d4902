// Compressed bodies between devices and stores of this and of earlier versions.
#include <catch2/catch.hpp>

#include "sync/replication/packed_body.h"
#include "tests/support/machine/peak_memory.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/relay.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::size_t megabyte = 1U << 20;
// More than unpacking may take, and less than the bomb would.
#if defined(STORMOTE_SANITIZED)
constexpr std::size_t most_unpacking_mb = 500;
#else
constexpr std::size_t most_unpacking_mb = 100;
#endif

std::string push_head(const std::string& token, std::size_t size, const std::string& coding) {
    return "POST " + operations_path(some_event) +
           " HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 1\r\nAuthorization: Bearer " + token +
           "\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + std::to_string(size) +
           "\r\n\r\n";
}

std::string as_text(const Bytes& bytes) {
    return {bytes.begin(), bytes.end()};
}

RefusalCode code_of_answer(const std::string& answer) {
    const std::string body = answer.substr(answer.find("\r\n\r\n") + 4);
    const auto refusal = decode_refusal(Bytes(body.begin(), body.end()));
    REQUIRE(refusal);
    return refusal->code;
}

// A batch much larger than its head.
SignedDevice busy_device(Random& random) {
    SignedDevice device(some_event, random);
    device.add_many(2'000);
    return device;
}

}  // namespace

TEST_CASE("a device and its store pack what is large, both ways, and hold the same") {
    ServedStore served;
    const Relay relay(served.server->port());
    const SignedDevice device = busy_device(served.random);
    const std::size_t plain_bytes = encode_batch(device.all()).size();
    const auto connection =
        connect_http("http://127.0.0.1:" + std::to_string(relay.port()), {"", 1}).value();
    StoreClient client(*connection, some_event, served.enrol(*served.connect()));
    REQUIRE(client.status());
    const std::size_t before_push = relay.passed_bytes();
    REQUIRE(client.push(device.all())->added == 2'001);
    const std::size_t before_pull = relay.passed_bytes();
    CHECK(before_pull - before_push < plain_bytes * 4 / 5);
    REQUIRE(client.pull(0, {})->batch == device.all());
    CHECK(relay.passed_bytes() - before_pull < plain_bytes * 4 / 5);
}

TEST_CASE("a device packs nothing before a store has said that it takes such") {
    const RawListener listener;
    std::string asked;
    std::thread store([&] {
        const RawClient device = listener.accept();
        while (asked.find("\r\n\r\n") == std::string::npos) asked += device.hear();
        device.say(
            "HTTP/1.1 401 Unauthorized\r\nStormote-Protocol: 1\r\nContent-Length: 0\r\n\r\n");
    });
    {
        SeededRandom random(1);
        const auto connection =
            connect_http("http://127.0.0.1:" + std::to_string(listener.port()), {"", 1}).value();
        static_cast<void>(
            StoreClient(*connection, some_event, "x").push(busy_device(random).all()));
    }
    store.join();
    CHECK(asked.find("Accept-Encoding: zstd\r\n") != std::string::npos);
    CHECK(asked.find("Content-Encoding") == std::string::npos);
}

TEST_CASE("a store of an earlier version in the place of another is sent what it understands") {
    const RawListener listener;
    std::vector<std::string> heads;
    std::thread store([&] {
        const RawClient device = listener.accept();
        const auto hear_request = [&device] {
            std::string request;
            std::size_t size = 0;
            while (size == 0 || request.size() < size) {
                const std::string piece = device.hear();
                if (piece.empty()) break;
                request += piece;
                const auto end = request.find("\r\n\r\n");
                const auto at = request.find("Content-Length: ");
                if (end == std::string::npos) continue;
                size = end + 4 + (at < end ? std::stoul(request.substr(at + 16)) : 0);
            }
            return request.substr(0, request.find("\r\n\r\n"));
        };
        const std::string start = "Stormote-Protocol: 1\r\nContent-Length: ";
        const std::string refusal =
            as_text(encode_refusal({RefusalCode::malformed, "a body must not be compressed"}));
        const std::string taken = as_text(encode_push_answer({PushOutcome::taken, 2'001}));
        heads.push_back(hear_request());
        device.say("HTTP/1.1 400 Bad Request\r\nAccept-Encoding: zstd\r\n" + start +
                   std::to_string(refusal.size()) + "\r\n\r\n" + refusal);
        heads.push_back(hear_request());
        device.say("HTTP/1.1 400 Bad Request\r\n" + start + std::to_string(refusal.size()) +
                   "\r\n\r\n" + refusal);
        heads.push_back(hear_request());
        device.say("HTTP/1.1 200 OK\r\n" + start + std::to_string(taken.size()) + "\r\n\r\n" +
                   taken);
    });
    SeededRandom random(1);
    const auto answer = [&] {
        const auto connection =
            connect_http("http://127.0.0.1:" + std::to_string(listener.port()), {"", 1}).value();
        StoreClient client(*connection, some_event, "x");
        static_cast<void>(client.status());
        return client.push(busy_device(random).all());
    }();
    store.join();
    REQUIRE(answer);
    CHECK(answer->added == 2'001);
    REQUIRE(heads.size() == 3);
    CHECK(heads[1].find("Content-Encoding: zstd") != std::string::npos);
    CHECK(heads[2].find("Content-Encoding") == std::string::npos);
}

TEST_CASE("a compressed body is unpacked no further than a push may be large") {
    ServedStore served;
    const std::string token = served.enrol(*served.connect());
    const Bytes bomb = pack_if_smaller(Bytes(200 * megabyte));
    REQUIRE(bomb.size() < megabyte);
    // One that lies about its size: what follows the magic number and its descriptor is the size.
    Bytes liar = pack_if_smaller(Bytes(4 * megabyte));
    REQUIRE(unpacked_size(liar) == 4 * megabyte);
    std::fill_n(liar.begin() + 5, 4, std::uint8_t{0});
    REQUIRE(unpacked_size(liar) < 4 * megabyte);
    struct Case {
        Bytes body;
        std::string token;
        RefusalCode code;
    };
    for (const Case& each : {Case{bomb, token, RefusalCode::too_large},
                             {bomb, write_token({}), RefusalCode::unknown_token},
                             {liar, token, RefusalCode::malformed},
                             {Bytes(1'000, 'x'), token, RefusalCode::malformed},
                             {{}, token, RefusalCode::malformed}}) {
        const PeakMemory memory;
        const RawClient client(served.server->port());
        client.say(push_head(each.token, each.body.size(), "zstd"));
        static_cast<void>(client.try_to_say(as_text(each.body)));
        CHECK(code_of_answer(client.hear()) == each.code);
        CHECK(memory.grown_mb() < most_unpacking_mb);
    }
    // What it took is free again.
    const auto connection = served.connect(1);
    StoreClient client(*connection, some_event, token);
    REQUIRE(client.status());
    REQUIRE(client.push(busy_device(served.random).all()));
}

TEST_CASE("what bodies take unpacked is counted with all that is held") {
    ListenOptions options = patient_options();
    options.most_held_bytes = megabyte;
    ServedStore served(options);
    const std::string token = served.enrol(*served.connect());
    const Bytes body = pack_if_smaller(Bytes(2 * megabyte));
    const RawClient client(served.server->port());
    client.say(push_head(token, body.size(), "zstd") + as_text(body));
    CHECK(client.hear().starts_with("HTTP/1.1 503"));
}

TEST_CASE("an answer that unpacks larger than any of a store is not unpacked") {
    const RawListener listener;
    std::thread store([&] {
        const RawClient device = listener.accept();
        static_cast<void>(device.hear());
        const std::string bomb = as_text(pack_if_smaller(Bytes(200 * megabyte)));
        device.say(
            "HTTP/1.1 200 OK\r\nStormote-Protocol: 1\r\nContent-Encoding: zstd\r\n"
            "Content-Length: " +
            std::to_string(bomb.size()) + "\r\n\r\n" + bomb);
        static_cast<void>(device.hear());
    });
    const auto status = [&] {
        const auto connection =
            connect_http("http://127.0.0.1:" + std::to_string(listener.port()), {"", 1}).value();
        return StoreClient(*connection, some_event, "x").status();
    }();
    store.join();
    REQUIRE_FALSE(status);
    CHECK(status.error().english().find("cannot be read") != std::string::npos);
}

TEST_CASE("an idle device costs less than a kilobyte a minute") {
    ServedStore served;
    const Relay relay(served.server->port());
    const auto connection =
        connect_http("http://127.0.0.1:" + std::to_string(relay.port()), {"", 1}).value();
    StoreClient client(*connection, some_event, served.enrol(*served.connect()));
    REQUIRE(client.pull(0, DeviceId{Uuid{{7}}}, std::chrono::seconds(1)));
    const std::size_t first = relay.passed_bytes();
    REQUIRE(client.pull(1'665'590'400'000, DeviceId{Uuid{{7}}}, std::chrono::seconds(1)));
    const std::size_t one_wait = relay.passed_bytes() - first;
    REQUIRE(client.status());
    const std::size_t bytes_a_minute =
        one_wait * 60 / static_cast<std::size_t>(longest_wait.count()) +
        // An exchange every half hour.
        3 * one_wait / 30;
    CAPTURE(one_wait);
    CHECK(bytes_a_minute < 1'000);
}
