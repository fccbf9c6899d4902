// Requests that wait until there is something new, at a real server.
#include "sync/central/held_requests.h"

#include <catch2/catch.hpp>

#include "sync/http/listening_socket.h"
#include "tests/support/machine/must_end.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/wait.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr int longest_s = static_cast<int>(longest_wait.count());

std::string waiting_pull(const std::string& token, const EventId& event, std::uint64_t after,
                         int wait_s, const DeviceId& without = {}) {
    return "GET " + operations_path(event) + "?after=" + std::to_string(after) +
           (without.is_nil() ? "" : "&without=" + to_string(without)) +
           "&wait=" + std::to_string(wait_s) +
           " HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 1\r\nAuthorization: Bearer " + token +
           "\r\n\r\n";
}

struct Heard {
    int status = 0;
    Bytes body;
};

// A whole answer.
Heard hear_answer(const RawClient& client) {
    constexpr std::string_view length_name = "Content-Length: ";
    std::string all;
    for (;;) {
        const auto end = all.find("\r\n\r\n");
        if (end != std::string::npos) {
            const std::size_t length =
                std::stoul(all.substr(all.find(length_name) + length_name.size()));
            if (all.size() >= end + 4 + length) {
                return {std::stoi(all.substr(9, 3)),
                        Bytes(all.begin() + static_cast<long>(end) + 4, all.end())};
            }
        }
        const std::string piece = client.hear();
        if (piece.empty()) return {};
        all += piece;
    }
}

struct WaitingStore : ServedStore {
    using ServedStore::ServedStore;
    SignedDevice device{some_event, random};
    int enrolled = 0;

    std::string new_token(const EventId& event = some_event) {
        const auto secret = random.bytes<16>();
        const Token token = random.bytes<32>();
        REQUIRE(store->invite(event, "device " + std::to_string(++enrolled), hash_bytes(secret),
                              clock.wall_ms()));
        REQUIRE(store->join(event, hash_bytes(secret), hash_bytes(token), clock.wall_ms()) ==
                JoinOutcome::joined);
        return write_token(token);
    }
    void commit() {
        device.add_many(1);
        const auto answer = store->append(some_event, device.all(), {}, clock.wall_ms());
        REQUIRE(answer.added > 0);
    }
    [[nodiscard]] std::uint64_t position() { return store->read(some_event, 0, {}).next; }
    void wait_until_held(std::size_t count) const {
        REQUIRE(wait_until([&] { return server->waiting() == count; }));
    }
};

std::size_t threads_of_this_process() {
    const auto tasks = std::filesystem::directory_iterator("/proc/self/task");
    return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

}  // namespace

TEST_CASE("a thousand devices wait without a thread each, and all hear of a commit") {
    allow_many_sockets();
    constexpr std::size_t devices = 1'000;
    WaitingStore served;
    served.commit();
    const std::uint64_t before = served.position();
    std::vector<RawClient> clients;
    std::string token;
    for (std::size_t i = 0; i < devices; ++i) {
        if (i % HeldLimits{}.places_of_token == 0) token = served.new_token();
        clients.emplace_back(served.server->port());
        clients.back().say(waiting_pull(token, some_event, before, longest_s));
    }
    served.wait_until_held(devices);
    CHECK(threads_of_this_process() < devices / 10);
    const RawClient watcher(served.server->port());
    watcher.say("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(watcher.hear_to_the_end().find("stormote_central_waiting_requests " +
                                         std::to_string(clients.size()) + "\n") !=
          std::string::npos);
    const MustEnd must_end("Something new for a thousand who wait");
    served.commit();
    for (const RawClient& client : clients) {
        const Heard heard = hear_answer(client);
        REQUIRE(heard.status == 200);
        const auto page = decode_page(heard.body);
        REQUIRE(page);
        REQUIRE(page->batch.operations.size() == 1);
        REQUIRE(page->next > before);
    }
    CHECK(served.server->waiting() == 0);
}

TEST_CASE("what is there already is answered at once, and nothing new when the time is over") {
    WaitingStore served;
    const std::string token = served.new_token();
    served.commit();
    const RawClient client(served.server->port());
    client.say(waiting_pull(token, some_event, 0, longest_s));
    const auto all = decode_page(hear_answer(client).body);
    REQUIRE(all);
    CHECK(all->batch.operations.size() == 2);
    client.say(waiting_pull(token, some_event, all->next, 1));
    const auto none = decode_page(hear_answer(client).body);
    REQUIRE(none);
    CHECK(*none == PullPage{PageState::last, all->next, {}});
    // A cursor that the store does not know is not waited with.
    client.say(waiting_pull(token, some_event, 7, longest_s));
    CHECK(decode_page(hear_answer(client).body)->state == PageState::lost_position);
    client.say(waiting_pull(token, some_event, 0, longest_s + 1'000'000));
    CHECK(hear_answer(client).status == 200);
    const RawClient wrong(served.server->port());
    wrong.say("GET " + operations_path(some_event) +
              "?after=0&wait=soon HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 1\r\n"
              "Authorization: Bearer " +
              token + "\r\n\r\n");
    CHECK(hear_answer(wrong).status == 400);
}

TEST_CASE("who waits is not woken by another event, nor by what it pushed itself") {
    WaitingStore served;
    served.commit();
    const std::uint64_t before = served.position();
    const EventId other_event{Uuid{{2}}};
    const RawClient elsewhere(served.server->port());
    elsewhere.say(waiting_pull(served.new_token(other_event), other_event, 0, longest_s));
    const RawClient itself(served.server->port());
    itself.say(
        waiting_pull(served.new_token(), some_event, before, longest_s, served.device.device()));
    const RawClient other(served.server->port());
    const std::string token = served.new_token();
    other.say(waiting_pull(token, some_event, before, longest_s));
    served.wait_until_held(3);
    const MustEnd must_end("Something new for who waits");
    served.commit();
    const auto page = decode_page(hear_answer(other).body);
    REQUIRE(page);
    CHECK(page->batch.operations.size() == 1);
    // Who looked and found nothing new waits again.
    other.say(waiting_pull(token, some_event, page->next, longest_s));
    served.wait_until_held(3);
    CHECK(itself.is_left_waiting());
    CHECK(elsewhere.is_left_waiting());
    // Of somebody else it hears, and of that alone.
    SignedDevice stranger(some_event, served.random);
    REQUIRE(served.store->append(some_event, stranger.all(), {}, served.clock.wall_ms()).added > 0);
    const auto news = decode_page(hear_answer(itself).body);
    REQUIRE(news);
    CHECK(news->batch == stranger.all());
}

TEST_CASE("who goes while waiting frees its place, and who has half closed is answered") {
    WaitingStore served;
    const std::string token = served.new_token();
    {
        const RawClient client(served.server->port());
        client.say(waiting_pull(token, some_event, 0, longest_s));
        served.wait_until_held(1);
    }
    served.wait_until_held(0);
    const RawClient half(served.server->port());
    half.say(waiting_pull(token, some_event, 0, longest_s));
    half.fall_silent();
    const MustEnd must_end("An answer to who says nothing more");
    CHECK(hear_answer(half).status == 200);
}

TEST_CASE("a token that is revoked while its device waits is refused when there is something new") {
    WaitingStore served;
    const std::string token = served.new_token();
    const RawClient client(served.server->port());
    client.say(waiting_pull(token, some_event, 0, longest_s));
    served.wait_until_held(1);
    REQUIRE(served.store->revoke(some_event, "device 1", served.clock.wall_ms()));
    const MustEnd must_end("A refusal to a revoked device");
    served.commit();
    const Heard heard = hear_answer(client);
    CHECK(heard.status == 401);
    CHECK(decode_refusal(heard.body)->code == RefusalCode::revoked);
    // A stranger does not wait at all.
    const RawClient stranger(served.server->port());
    stranger.say(waiting_pull(write_token({}), some_event, 0, longest_s));
    CHECK(hear_answer(stranger).status == 401);
}

TEST_CASE("a server that is stopped answers those who wait, and ends") {
    WaitingStore served;
    std::vector<RawClient> clients;
    for (int i = 0; i < 20; ++i) {
        clients.emplace_back(served.server->port());
        clients.back().say(waiting_pull(served.new_token(), some_event, 0, longest_s));
    }
    served.wait_until_held(20);
    const MustEnd must_end("The end of a server at which devices wait");
    served.server->stop();
    for (const RawClient& client : clients) {
        const auto page = decode_page(hear_answer(client).body);
        REQUIRE(page);
        CHECK(page->batch.operations.empty());
    }
}

TEST_CASE("of one token only so many wait, the newest; and where places are taken nobody waits") {
    ListenOptions options = patient_options();
    options.places = 20;
    WaitingStore served(options);
    const std::string token = served.new_token();
    const MustEnd must_end("An answer to the oldest who waits with a token");
    std::vector<RawClient> clients;
    const std::size_t most = HeldLimits{}.places_of_token;
    for (std::size_t i = 0; i <= most; ++i) {
        clients.emplace_back(served.server->port());
        clients.back().say(waiting_pull(token, some_event, 0, longest_s));
        served.wait_until_held(std::min(i + 1, most));
    }
    CHECK(hear_answer(clients.front()).status == 200);
    for (std::size_t i = 1; i <= most; ++i) CHECK(clients[i].is_left_waiting());
    // Half of the connections may wait.
    for (std::size_t held = most; held < 10; ++held) {
        clients.emplace_back(served.server->port());
        clients.back().say(waiting_pull(served.new_token(), some_event, 0, longest_s));
        served.wait_until_held(held + 1);
    }
    const RawClient late(served.server->port());
    late.say(waiting_pull(served.new_token(), some_event, 0, longest_s));
    CHECK(decode_page(hear_answer(late).body)->batch.operations.empty());
    CHECK(served.server->waiting() == 10);
}

TEST_CASE("neither silence nor a slow head ends a connection that waits") {
    ListenOptions options = patient_options();
    options.silence_limit = std::chrono::milliseconds(50);
    options.head_limit = std::chrono::milliseconds(50);
    WaitingStore served(options);
    const RawClient client(served.server->port());
    client.say(waiting_pull(served.new_token(), some_event, 0, 1));
    const MustEnd must_end("An answer after the wait");
    // Many times as long as anybody else may be silent.
    CHECK(hear_answer(client).status == 200);
}
