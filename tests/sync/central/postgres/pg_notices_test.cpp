// Two servers on one database: what one takes, devices that wait at the other hear of.
#include "sync/central/postgres/pg_notices.h"

#include <atomic>
#include <future>

#include <catch2/catch.hpp>

#include "sync/central/central_server.h"
#include "sync/central/open_store.h"
#include "sync/replication/http_connection.h"
#include "sync/replication/store_client.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
const EventId other_event{Uuid{{2}}};
constexpr std::int64_t now_ms = 1'665'590'400'000;

// One server's store, and what it was told of.
struct Listening {
    SystemRandom random;
    std::unique_ptr<Store> store;
    std::mutex mutex;
    std::vector<std::optional<EventId>> told;

    explicit Listening(const std::string& url) : store(open_store(url, random).value()) {
        store->on_append([this](const std::optional<EventId>& event) {
            const std::lock_guard lock(mutex);
            told.push_back(event);
        });
    }
    ~Listening() { store->on_append({}); }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

    std::size_t count(const std::optional<EventId>& event) {
        const std::lock_guard lock(mutex);
        return static_cast<std::size_t>(std::count(told.begin(), told.end(), event));
    }
    // It has begun to listen: from then on it believes that anything may have changed.
    void wait_until_listening() {
        REQUIRE(wait_until([&] { return count(std::nullopt) > 0; }));
    }
    void push(SignedDevice& device) {
        device.add_many(1);
        REQUIRE(store->append(some_event, device.all(), {}, now_ms).added > 0);
    }
};

// A whole server of its own.
struct Served {
    SystemRandom random;
    SystemClock clock;
    std::unique_ptr<Store> store;
    CentralService service{*store, clock, random};
    std::unique_ptr<CentralServer> server =
        CentralServer::create(service, {"127.0.0.1:0", "", ""}).value();
    std::thread thread{[this] { server->run(); }};

    explicit Served(const std::string& url) : store(open_store(url, random).value()) {}
    ~Served() {
        server->stop();
        thread.join();
    }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    [[nodiscard]] std::unique_ptr<StoreConnection> connect() const {
        HttpOptions http;
        http.silence_limit = 2 * longest_wait;
        return connect_http("http://127.0.0.1:" + std::to_string(server->port()), http).value();
    }
    std::string enrol(const std::string& name) {
        const auto secret = random.bytes<16>();
        const Token token = random.bytes<32>();
        REQUIRE(store->invite(some_event, name, hash_bytes(secret), clock.wall_ms()));
        store->join(some_event, hash_bytes(secret), hash_bytes(token), clock.wall_ms());
        return write_token(token);
    }
};

}  // namespace

TEST_CASE("what one server takes, another that shares its database hears of, and itself once") {
    const std::string url = PostgresServer::shared().make_database();
    Listening first(url);
    Listening second(url);
    first.wait_until_listening();
    second.wait_until_listening();
    SignedDevice device(some_event, first.random);
    first.push(device);
    REQUIRE(first.count(some_event) == 1);
    REQUIRE(wait_until([&] { return second.count(some_event) == 1; }));
    SignedDevice other(other_event, second.random);
    REQUIRE(second.store->append(other_event, other.all(), {}, now_ms).added > 0);
    REQUIRE(wait_until([&] { return first.count(other_event) == 1; }));
    // Its own notice came before that one, and was not heard.
    REQUIRE(first.count(some_event) == 1);
    // What is known already is no news.
    REQUIRE(first.store->append(some_event, device.all(), {}, now_ms).added == 0);
    REQUIRE(first.count(some_event) == 1);
}

TEST_CASE("a device that waits at one server hears what another device pushes at another server") {
    const std::string url = PostgresServer::shared().make_database();
    Served first(url);
    Served second(url);
    SystemRandom random;
    SignedDevice device(some_event, random);
    const auto here = first.connect();
    const auto there = second.connect();
    StoreClient pushing(*here, some_event, first.enrol("here"));
    StoreClient waiting(*there, some_event, first.enrol("there"));
    std::uint64_t position = 0;
    for (int round = 0; round < 5; ++round) {
        auto page = std::async(std::launch::async,
                               [&] { return waiting.pull(position, {}, longest_wait); });
        REQUIRE(wait_until([&] { return second.server->waiting() == 1; }));
        device.add_many(1);
        REQUIRE(pushing.push(device.all()));
        const auto heard = page.get();
        REQUIRE(heard);
        REQUIRE(heard->batch.operations.size() == (round == 0 ? 2 : 1));
        position = heard->next;
    }
}

TEST_CASE("a server whose database was started again listens again, and believes all has changed") {
    PostgresServer server;
    const std::string url = server.make_database();
    Listening first(url);
    Listening second(url);
    second.wait_until_listening();
    const std::size_t before = second.count(std::nullopt);
    server.restart();
    REQUIRE(wait_until([&] { return second.count(std::nullopt) > before; }));
    REQUIRE(wait_until([&] {
        return PostgresServer::execute(url,
                                       "SELECT count(*) FROM pg_stat_activity WHERE query = "
                                       "'LISTEN stormote_appended'") == "2";
    }));
    SignedDevice device(some_event, first.random);
    const std::size_t heard = second.count(some_event);
    first.push(device);
    REQUIRE(wait_until([&] { return second.count(some_event) > heard; }));
}

TEST_CASE("a server that the database lets not listen asks every so often instead") {
    PostgresServer& server = PostgresServer::shared();
    const std::string url = server.make_database();
    SystemRandom random;
    REQUIRE(open_store(url, random));
    static_cast<void>(PostgresServer::execute(
        url,
        "CREATE ROLE listens_not LOGIN CONNECTION LIMIT 1; GRANT USAGE ON SCHEMA stormote TO "
        "listens_not; GRANT ALL ON ALL TABLES IN SCHEMA stormote TO listens_not"));
    // The store's own connection is the only one that it gets.
    Listening deaf(server.address(url, "listens_not"));
    REQUIRE(wait_until([&] { return deaf.count(std::nullopt) >= 2; }));
    REQUIRE(PostgresServer::execute(url,
                                    "SELECT count(*) FROM pg_stat_activity WHERE usename = "
                                    "'listens_not'") == "1");
}

TEST_CASE("a notice that the database does not take is sent once it does") {
    PostgresServer& server = PostgresServer::shared();
    const std::string url = server.make_database();
    Listening other(url);
    other.wait_until_listening();
    static_cast<void>(
        PostgresServer::execute(url, "CREATE ROLE tells_late LOGIN CONNECTION LIMIT 0"));
    std::atomic<int> failures = 0;
    PgPool pool(*PgAddress::parse(server.address(url, "tells_late"), ""), [&failures] {
        ++failures;
        return std::chrono::steady_clock::now();
    });
    AppendNotice heard;
    PgNotices notices(*PgAddress::parse(url, ""), pool, Uuid{{1}}, heard);
    notices.tell(some_event);
    REQUIRE(wait_until([&] { return failures > 0; }));
    REQUIRE(other.count(some_event) == 0);
    static_cast<void>(PostgresServer::execute(url, "ALTER ROLE tells_late CONNECTION LIMIT -1"));
    REQUIRE(wait_until([&] { return other.count(some_event) == 1; }));
}

TEST_CASE("a store whose notices the database does not take ends all the same") {
    PostgresServer& server = PostgresServer::shared();
    const std::string url = server.make_database();
    static_cast<void>(
        PostgresServer::execute(url, "CREATE ROLE tells_never LOGIN CONNECTION LIMIT 0"));
    std::atomic<int> failures = 0;
    PgPool pool(*PgAddress::parse(server.address(url, "tells_never"), ""), [&failures] {
        ++failures;
        return std::chrono::steady_clock::now();
    });
    AppendNotice heard;
    const auto notices =
        std::make_unique<PgNotices>(*PgAddress::parse(url, ""), pool, Uuid{{1}}, heard);
    notices->tell(some_event);
    // It tries again by itself.
    REQUIRE(wait_until([&] { return failures > 1; }));
}
