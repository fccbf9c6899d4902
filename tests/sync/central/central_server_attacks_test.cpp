// What a stranger, or a device gone mad, can do to the server that everybody needs.
#include <catch2/catch.hpp>
#include <zlib.h>

#include "tests/support/machine/must_end.h"
#include "tests/support/machine/peak_memory.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// More than any of it needs, and a fraction of what is sent.
#if defined(STORMOTE_SANITIZED)
constexpr std::size_t most_mb = 500;
#else
constexpr std::size_t most_mb = 100;
#endif
constexpr std::size_t megabyte = 1U << 20;

std::string head(const std::string& method, const std::string& path, const std::string& token,
                 const std::string& more) {
    return method + " " + path + " HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 1\r\n" +
           (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") + more + "\r\n";
}

std::string length(std::size_t bytes) {
    return "Content-Length: " + std::to_string(bytes) + "\r\n";
}

std::string zeros_compressed(std::size_t megabytes) {
    z_stream stream{};
    // 16 more: with a gzip header.
    REQUIRE(deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string zeros(megabyte, '\0');
    std::string packed;
    std::string piece(megabyte, '\0');
    for (std::size_t i = 0; i < megabytes; ++i) {
        stream.next_in = reinterpret_cast<Bytef *>(zeros.data());
        stream.avail_in = megabyte;
        const int flush = i + 1 == megabytes ? Z_FINISH : Z_NO_FLUSH;
        do {
            stream.next_out = reinterpret_cast<Bytef *>(piece.data());
            stream.avail_out = megabyte;
            deflate(&stream, flush);
            packed.append(piece, 0, megabyte - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

// Says the same again and again until that much is said, or the server does not want more.
void say_much(const RawClient& client, const std::string& unit, std::size_t megabytes) {
    std::string piece;
    while (piece.size() < megabyte) piece += unit;
    for (std::size_t i = 0; i < megabytes; ++i) {
        if (!client.try_to_say(piece)) return;
    }
}

RefusalCode code_in(const std::string& answer) {
    const std::string body = answer.substr(answer.find("\r\n\r\n") + 4);
    const auto refusal = decode_refusal(Bytes(body.begin(), body.end()));
    REQUIRE(refusal);
    return refusal->code;
}

}  // namespace

TEST_CASE("a small compressed body that unpacks large is never unpacked") {
    ServedStore served;
    const std::string token = served.enrol(*served.connect());
    const std::string bomb = zeros_compressed(400);
    REQUIRE(bomb.size() < 4 * megabyte);
    for (const std::string& path : {std::string("/nowhere"), operations_path(some_event)}) {
        for (const std::string& shown : {std::string(), token}) {
            const PeakMemory memory;
            const RawClient client(served.server->port());
            static_cast<void>(client.try_to_say(
                head("POST", path, shown, "Content-Encoding: gzip\r\n" + length(bomb.size())) +
                bomb));
            REQUIRE(client.hear().starts_with("HTTP/1.1 400"));
            CHECK(memory.grown_mb() < most_mb);
        }
    }
}

TEST_CASE("a million tiny headers, an endless header and an endless request line take no memory") {
    ServedStore served;
    for (const auto& [beginning, unit] :
         {std::pair<std::string, std::string>{"GET / HTTP/1.1\r\nHost: x\r\n", "a:b\r\n"},
          {"GET / HTTP/1.1\r\nHost: x\r\nX: ", "a"},
          {"GET /", "a"},
          {"", "a"},
          {"", "\r\n"}}) {
        CAPTURE(beginning, unit);
        const PeakMemory memory;
        const RawClient client(served.server->port());
        client.say(beginning);
        say_much(client, unit, 120);
        CHECK(memory.grown_mb() < most_mb);
    }
    const auto connection = served.connect(1);
    REQUIRE(StoreClient(*connection, some_event, served.enrol(*connection)).status());
}

TEST_CASE("a large body that nobody wants is answered before it is read, and then not read") {
    ServedStore served;
    const std::string token = served.enrol(*served.connect());
    const std::string operations = operations_path(some_event);
    const MustEnd must_end("An answer to a request whose body has not come");
    struct Case {
        std::string path;
        std::string token;
        std::string length;
        RefusalCode code;
    };
    const std::string chunks = "Transfer-Encoding: chunked\r\n";
    for (const Case& each :
         {Case{"/nowhere", "", length(200 * megabyte), RefusalCode::unknown_path},
          {"/nowhere", "", chunks, RefusalCode::unknown_path},
          {operations, "", length(200 * megabyte), RefusalCode::unknown_token},
          {operations, write_token({}), length(200 * megabyte), RefusalCode::unknown_token},
          {operations, write_token({}), chunks, RefusalCode::unknown_token},
          {operations, token, length(most_push_bytes + 1), RefusalCode::too_large},
          {join_path(some_event), "", length(257), RefusalCode::too_large}}) {
        CAPTURE(each.path, each.length);
        const PeakMemory memory;
        const RawClient client(served.server->port());
        client.say(head("POST", each.path, each.token, each.length));
        const std::string answer = client.hear_to_the_end();
        INFO(answer);
        CHECK(answer.find("Stormote-Protocol: 1\r\n") != std::string::npos);
        CHECK(code_in(answer) == each.code);
        say_much(client, std::string(1'000, 'x'), 200);
        CHECK(memory.grown_mb() < most_mb);
    }
}

TEST_CASE("a body whose length cannot be told, or is told twice, is refused") {
    ServedStore served;
    const std::string token = served.enrol(*served.connect());
    const MustEnd must_end("An answer to a request whose body has no clear length");
    for (const std::string& lines :
         {std::string("Transfer-Encoding: gzip, chunked\r\n"),
          "Transfer-Encoding: chunked\r\n" + length(7), length(7) + length(8)}) {
        CAPTURE(lines);
        const RawClient client(served.server->port());
        client.say(head("POST", operations_path(some_event), token, lines));
        // In the library's words or in ours; and nothing that follows is a request of its own.
        CHECK(client.hear().starts_with("HTTP/1.1 400"));
        static_cast<void>(client.try_to_say(head("GET", "/nowhere", "", "")));
        CHECK(client.hear_to_the_end().find("404") == std::string::npos);
    }
}

TEST_CASE("a body that does not say its length is counted as it comes") {
    ServedStore served;
    const std::string token = served.enrol(*served.connect());
    const std::string start =
        head("POST", operations_path(some_event), token, "Transfer-Encoding: chunked\r\n");
    const std::string chunk = "100000\r\n" + std::string(megabyte, 'x') + "\r\n";
    const PeakMemory memory;
    const RawClient client(served.server->port());
    client.say(start);
    for (int i = 0; i < 30; ++i) REQUIRE(client.try_to_say(chunk));
    client.say("0\r\n\r\n");
    REQUIRE(code_in(client.hear()) == RefusalCode::too_large);
    // Who never comes to an end is not listened to for ever.
    const RawClient endless(served.server->port());
    endless.say(start);
    int said = 0;
    while (said < 300 && endless.try_to_say(chunk)) ++said;
    CHECK(said < 300);
    CHECK(memory.grown_mb() < most_mb);
}

TEST_CASE("what all bodies take together is limited, and a device is told to come again") {
    ListenOptions options = patient_options();
    options.most_held_bytes = megabyte;
    ServedStore served(options);
    const std::string token = served.enrol(*served.connect());
    const std::string operations = operations_path(some_event);
    {
        const RawClient first(served.server->port());
        first.say(head("POST", operations, token, length(megabyte)));
        REQUIRE(first.try_to_say(std::string(megabyte - 1, 'x')));
        // Not too long by itself, but beside the first. Says only its head, and takes no room.
        const auto ask = [&] {
            const RawClient client(served.server->port());
            client.say(head("POST", operations, token, length(2) + "Expect: 100-continue\r\n"));
            return client.hear();
        };
        const MustEnd must_end("An answer to one body too many");
        // What the first has said may still be on its way.
        std::string early;
        REQUIRE(wait_until([&] { return (early = ask()).starts_with("HTTP/1.1 503"); }));
        REQUIRE(code_in(early) == RefusalCode::machine);
        const RawClient second(served.server->port());
        second.say(head("POST", operations, token, "Transfer-Encoding: chunked\r\n"));
        REQUIRE(second.try_to_say("100000\r\n" + std::string(megabyte, 'x') + "\r\n0\r\n\r\n"));
        REQUIRE(second.hear().starts_with("HTTP/1.1 503"));
        REQUIRE(first.try_to_say("x"));
        REQUIRE(first.hear().starts_with("HTTP/1.1 400"));
    }
    // What was held is free again.
    const auto connection = served.connect(1);
    SignedDevice device(some_event, served.random);
    device.add_many(100);
    REQUIRE(StoreClient(*connection, some_event, token).push(device.all()));
}

TEST_CASE("400 connections that trickle take no place from a device that has shown its token") {
    ListenOptions options = patient_options();
    options.places = 100;
    ServedStore served(options);
    const auto connection = served.connect(1);
    StoreClient client(*connection, some_event, served.enrol(*connection));
    REQUIRE(client.status());
    std::vector<RawClient> strangers;
    for (int i = 0; i < 400; ++i) {
        strangers.emplace_back(served.server->port());
        static_cast<void>(strangers.back().try_to_say("GET /v1/ev"));
    }
    for (int i = 0; i < 20; ++i) REQUIRE(client.status());
    // The oldest had to go, the newest are let be.
    const MustEnd must_end("The oldest connection of a stranger");
    CHECK(strangers.front().hear().empty());
    CHECK(strangers.back().is_left_waiting());
    // Who comes now gets a place, too.
    REQUIRE(served.connect(1)->send({StoreMethod::get, "/", "", "", {}})->status == 404);
}

TEST_CASE("a token that somebody made up keeps no place, whatever it is shown for") {
    ListenOptions options = patient_options();
    options.places = 10;
    ServedStore served(options);
    const MustEnd must_end("The connection of a stranger with a made-up token");
    for (const std::string& path : {join_path(some_event), joined_path(some_event)}) {
        const RawClient stranger(served.server->port());
        stranger.say(head("POST", path, write_token({}), length(3)));
        static_cast<void>(stranger.try_to_say("abc"));
        REQUIRE(stranger.hear().starts_with("HTTP/1.1 4"));
        // While the server still sees to its answer, another one goes.
        std::vector<RawClient> others;
        REQUIRE(wait_until([&] {
            others.emplace_back(served.server->port());
            return !stranger.is_left_waiting();
        }));
        REQUIRE(stranger.hear_to_the_end().empty());
    }
}

TEST_CASE("a socket that is half closed gets its answer, and half a request gets none") {
    ListenOptions options = patient_options();
    options.silence_limit = std::chrono::milliseconds(100);
    ServedStore served(options);
    const MustEnd must_end("A connection that the other side has half closed");
    const RawClient whole(served.server->port());
    whole.say(head("GET", "/nowhere", "", ""));
    whole.fall_silent();
    CHECK(whole.hear_to_the_end().starts_with("HTTP/1.1 404"));
    const RawClient half(served.server->port());
    half.say("GET /nowhere HTTP/1.1\r\nHost: x\r\nStormote-");
    half.fall_silent();
    CHECK(half.hear_to_the_end().find("404") == std::string::npos);
    const RawClient body(served.server->port());
    body.say(head("POST", join_path(some_event), "", length(18)) + "half");
    body.fall_silent();
    CHECK(body.hear_to_the_end().find("200") == std::string::npos);
}

TEST_CASE("who falls silent in the middle of a request is given up") {
    ListenOptions options = patient_options();
    options.silence_limit = std::chrono::milliseconds(100);
    ServedStore served(options);
    const MustEnd must_end("A connection whose client has fallen silent");
    const RawClient in_head(served.server->port());
    in_head.say("GET /v1/ev");
    CHECK(in_head.hear().empty());
    // What comes too late is not taken for a request of its own.
    static_cast<void>(in_head.try_to_say(head("GET", "/nowhere", "", "")));
    CHECK(in_head.hear().empty());
    const RawClient in_body(served.server->port());
    in_body.say(head("POST", join_path(some_event), "", length(18)) + "half");
    CHECK(in_body.hear().empty());
}

TEST_CASE("a head that never comes to its end is given up, however busily it comes") {
    ListenOptions options = patient_options();
    options.head_limit = std::chrono::milliseconds(100);
    ServedStore served(options);
    const RawClient client(served.server->port());
    client.say("GET / HTTP/1.1\r\nX: ");
    // Never silent for long, and never at the end.
    REQUIRE(wait_until([&client] { return !client.try_to_say("a"); }));
}
