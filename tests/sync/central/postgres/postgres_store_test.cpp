// What only a database may do to a store: several servers write to it at once, it breaks off in the
// middle, it is read-only or full, and its roles have rights.
#include "sync/central/postgres/postgres_store.h"

#include <atomic>
#include <future>
#include <set>
#include <thread>

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
constexpr std::int64_t now_ms = 1'665'590'400'000;

struct Harness {
    explicit Harness(PostgresServer& server = PostgresServer::shared())
        : url(server.make_database()) {}

    std::string url;
    SeededRandom random{1};
    std::unique_ptr<Store> store = open(url);

    std::unique_ptr<Store> open(const std::string& address) {
        auto opened = open_store(address, random);
        if (!opened) throw std::runtime_error(opened.error().english());
        return std::move(opened).value();
    }
    std::string execute(const std::string& sql) const {
        return PostgresServer::execute(url, "SET search_path = stormote; " + sql);
    }
    // What the store says where it fails.
    template <typename Call>
    std::string failure_of(const Call& call) {
        try {
            static_cast<void>(call());
        } catch (const MachineFailure& failure) {
            return failure.error().english();
        }
        return "it did not fail";
    }
};

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

// Keeps every writer of the event waiting as long as it lives.
class EventLock {
  public:
    explicit EventLock(const std::string& url)
        : connection_(*PgAddress::parse(url, "")),
          transaction_(connection_, PgTransaction::Kind::write) {
        connection_.query("SELECT 1 FROM event FOR UPDATE");
    }

  private:
    PgConnection connection_;
    PgTransaction transaction_;
};

constexpr const char *waiting_sessions =
    "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

}  // namespace

TEST_CASE("several servers write to one event at once, and no cursor passes an operation by") {
    Harness harness;
    constexpr std::size_t writers = 3;
    constexpr std::uint64_t batches = 60;
    std::vector<SignedDevice> devices;
    for (std::size_t i = 0; i < writers; ++i) {
        devices.emplace_back(some_event, harness.random).add_many(2 * batches - 1);
    }
    std::atomic<std::size_t> writing = writers;
    std::atomic<std::uint64_t> added = 0;
    std::vector<std::thread> threads;
    std::vector<std::unique_ptr<Store>> servers;
    for (std::size_t i = 0; i < writers; ++i) servers.push_back(harness.open(harness.url));
    for (std::size_t i = 0; i < writers; ++i) {
        threads.emplace_back([&, i] {
            for (std::uint64_t first = 1; first < 2 * batches; first += 2) {
                added += servers[i]
                             ->append(some_event, devices[i].batch(first, first + 1), {}, now_ms)
                             .added;
            }
            --writing;
        });
    }
    std::set<OperationPlace> read;
    std::size_t count = 0;
    std::uint64_t position = 0;
    for (bool is_last = false; !is_last;) {
        is_last = writing == 0;
        PullPage page = harness.store->read(some_event, position, {});
        position = page.next;
        count += page.batch.operations.size();
        is_last &= page.state == PageState::last;
        for (const Operation& operation : page.batch.operations) {
            read.insert({operation.header.device, operation.header.sequence});
        }
    }
    for (std::thread& thread : threads) thread.join();
    REQUIRE(added == writers * 2 * batches);
    REQUIRE(read.size() == writers * 2 * batches);
    REQUIRE(count == read.size());
}

TEST_CASE("the same operations by two servers at once are taken once") {
    Harness harness;
    const auto other = harness.open(harness.url);
    for (int round = 0; round < 20; ++round) {
        SignedDevice device(some_event, harness.random);
        device.add_many(9);
        const Batch batch = device.all();
        auto answer = std::async(std::launch::async,
                                 [&] { return other->append(some_event, batch, {}, now_ms); });
        const PushAnswer own = harness.store->append(some_event, batch, {}, now_ms);
        const PushAnswer others = answer.get();
        REQUIRE(own.added + others.added == 10);
        REQUIRE(own.known + others.known == 10);
    }
    REQUIRE(harness.execute("SELECT count(*) FROM operation") == "200");
    REQUIRE(harness.execute("SELECT count(*) FROM run") == "20");
}

TEST_CASE("a session that is ended in the middle has taken nothing, and the next takes all") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(9);
    REQUIRE(harness.store->append(some_event, device.batch(1, 5), {}, now_ms).added == 5);
    const StoreStatus before = harness.store->status(some_event);
    {
        const EventLock lock(harness.url);
        auto failure = std::async(std::launch::async, [&] {
            return harness.failure_of(
                [&] { return harness.store->append(some_event, device.all(), {}, now_ms); });
        });
        REQUIRE(wait_until([&] {
            return harness.execute(std::string("SELECT count(*) ") + waiting_sessions) == "1";
        }));
        static_cast<void>(
            harness.execute(std::string("SELECT pg_terminate_backend(pid) ") + waiting_sessions));
        REQUIRE(contains(failure.get(), "The database cannot be reached: terminating connection"));
    }
    REQUIRE(harness.store->status(some_event) == before);
    const PushAnswer answer = harness.store->append(some_event, device.all(), {}, now_ms);
    REQUIRE(answer == PushAnswer{PushOutcome::taken, 5, 5, 0});
}

TEST_CASE("a session that is ended while it commits has acknowledged nothing") {
    Harness harness;
    const Hash token{7};
    REQUIRE(harness.store->invite(some_event, "entrance", Hash{1}, now_ms));
    REQUIRE(harness.store->join(some_event, Hash{1}, token, now_ms) == JoinOutcome::joined);
    // Each push counts against its token: at its commit, this is looked at.
    static_cast<void>(harness.execute(
        "CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;"
        "CREATE CONSTRAINT TRIGGER ending AFTER UPDATE ON enrolment DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION end_session()"));
    SignedDevice device(some_event, harness.random);
    device.add_many(4);
    const auto push = [&] {
        return harness.store->append(some_event, device.all(), token, now_ms);
    };
    REQUIRE(contains(harness.failure_of(push), "The database cannot be reached"));
    REQUIRE(harness.store->status(some_event).heads.empty());
    static_cast<void>(harness.execute("DROP TRIGGER ending ON enrolment"));
    REQUIRE(push().added == 5);
    REQUIRE(push().known == 5);
}

TEST_CASE("while the server is away requests are answered by 503, and then all goes on") {
    PostgresServer server;
    Harness harness(server);
    ManualClock clock(now_ms);
    std::atomic<int> logged = 0;
    CentralService service(*harness.store, clock, harness.random, [&](const Error&) { ++logged; });
    const auto secret = harness.random.bytes<16>();
    REQUIRE(harness.store->invite(some_event, "entrance", hash_bytes(secret), now_ms));
    ServiceConnection connection(service);
    const auto token = StoreClient(connection, some_event, "").join(secret);
    REQUIRE(token);
    SignedDevice device(some_event, harness.random);
    device.add_many(4);
    const StoreRequest push{StoreMethod::post, operations_path(some_event), "", write_token(*token),
                            encode_batch(device.all())};
    REQUIRE(service.handle(push).status == 200);
    server.crash();
    for (int i = 0; i < 20; ++i) {
        const StoreResponse response = service.handle(push);
        REQUIRE(response.status == 503);
        // Nobody who asks is told where the database is.
        REQUIRE_FALSE(contains(decode_refusal(response.body)->detail, "socket"));
    }
    // Each attempt is told of, and no request between two of them.
    REQUIRE(logged >= 1);
    REQUIRE(logged < 10);
    REQUIRE_THROWS_AS(service.most_body_bytes(push.path, push.token), StoreUnavailable);
    server.start();
    REQUIRE(wait_until([&] { return service.handle(push).status == 200; }));
    REQUIRE(harness.store->status(some_event).heads.front().sequence == 5);
    REQUIRE(harness.store->read(some_event, 0, {}).batch == device.all());
}

TEST_CASE("over HTTP, too, a push is answered by 503 while the server is away") {
    PostgresServer server;
    Harness harness(server);
    ManualClock clock(now_ms);
    CentralService service(*harness.store, clock, harness.random);
    const auto http = std::move(CentralServer::create(service, {"127.0.0.1:0", "", ""})).value();
    std::thread thread([&http] { http->run(); });
    server.stop();
    const auto connection =
        std::move(connect_http("http://127.0.0.1:" + std::to_string(http->port()), {})).value();
    const auto response = connection->send(
        {StoreMethod::post, operations_path(some_event), "", write_token({}), Bytes(1'000)});
    http->stop();
    thread.join();
    REQUIRE(response);
    REQUIRE(response->status == 503);
}

TEST_CASE("after a failure it is tried again later each time, up to ten seconds") {
    using namespace std::chrono_literals;
    RetryDelay delay;
    RetryDelay::Time now{};
    REQUIRE(delay.is_over(now));
    for (const std::chrono::milliseconds expected :
         {250ms, 500ms, 1'000ms, 2'000ms, 4'000ms, 8'000ms, 10'000ms, 10'000ms}) {
        delay.fail(now);
        REQUIRE_FALSE(delay.is_over(now + expected - 1ms));
        now += expected;
        REQUIRE(delay.is_over(now));
    }
    delay.fail(now);
    delay.succeed();
    REQUIRE(delay.is_over(now));
}

TEST_CASE("a database that takes no changes gives what it has, and says what is to be done") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(4);
    REQUIRE(harness.store->append(some_event, device.batch(1, 3), {}, now_ms).added == 3);
    static_cast<void>(
        harness.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET "
                        "default_transaction_read_only = on', current_database()); END $$"));
    const auto reading = harness.open(harness.url);
    REQUIRE(reading->read(some_event, 0, {}).batch == device.batch(1, 3));
    const std::string failure =
        harness.failure_of([&] { return reading->append(some_event, device.all(), {}, now_ms); });
    INFO(failure);
    REQUIRE(contains(failure, "The database takes no changes"));
    REQUIRE(contains(failure, "--store"));
}

TEST_CASE("where the database's disk is full nothing is taken, and it says so") {
    Harness harness;
    static_cast<void>(harness.execute(
        "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION "
        "'could not extend file' USING ERRCODE = 'disk_full'; END $$;"
        "CREATE TRIGGER filling BEFORE INSERT ON run FOR EACH ROW EXECUTE FUNCTION fill()"));
    SignedDevice device(some_event, harness.random);
    device.add_many(4);
    const auto push = [&] { return harness.store->append(some_event, device.all(), {}, now_ms); };
    const std::string failure = harness.failure_of(push);
    INFO(failure);
    REQUIRE(contains(failure, "disk is full: could not extend file"));
    REQUIRE(harness.store->status(some_event).heads.empty());
    static_cast<void>(harness.execute("DROP TRIGGER filling ON run"));
    REQUIRE(push().added == 5);
}

TEST_CASE("what another program has put under the key of an operation is not taken for it") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(4);
    REQUIRE(harness.store->append(some_event, device.batch(1, 2), {}, now_ms).added == 2);
    static_cast<void>(harness.execute(
        "SELECT set_config('stormote.event', encode(event, 'hex'), true) FROM event;"
        "INSERT INTO operation SELECT event, device, 4, header, chain_hash, body FROM operation "
        "WHERE sequence = 2"));
    const std::string failure = harness.failure_of(
        [&] { return harness.store->append(some_event, device.all(), {}, now_ms); });
    INFO(failure);
    REQUIRE(contains(failure, "Another program writes to it"));
    REQUIRE(harness.store->status(some_event).heads.front().sequence == 2);
}
