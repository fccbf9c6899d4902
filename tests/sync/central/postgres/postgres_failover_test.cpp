// A database that goes over to a replica which lacks what was committed last: devices lose nothing,
// and no position of the log means two things.
#include <catch2/catch.hpp>

#include "sync/central/central_service.h"
#include "sync/central/open_store.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/replica.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::int64_t evening_ms = 1'665'590'400'000;

// A primary and a replica, and a store whose address has both: whichever takes changes is used.
class Databases {
  public:
    Databases() : administered_(primary_.make_database()) {
        static_cast<void>(make_served_store(primary_, administered_));
        replica_ = PostgresServer::make_replica(primary_);
    }

    [[nodiscard]] std::string store() const {
        return "postgresql://serving@/" + name() + "?host=" + primary_.folder().string() + "," +
               replica_->folder().string() + "&target_session_attrs=read-write";
    }
    // The replica has what was committed so far, and nothing that comes.
    void leave_replica_behind() {
        REQUIRE(wait_until([&] {
            return PostgresServer::execute(
                       administered_,
                       "SELECT count(*) FROM pg_stat_replication WHERE replay_lsn = "
                       "pg_current_wal_lsn()") == "1";
        }));
        replica_->stop();
    }
    void fail_over() {
        primary_.crash();
        replica_->start();
        const std::string replica =
            "postgresql://tester@/postgres?host=" + replica_->folder().string();
        REQUIRE(PostgresServer::execute(replica, "SELECT pg_promote()") == "t");
    }

  private:
    [[nodiscard]] std::string name() const {
        return administered_.substr(administered_.rfind('/') + 1);
    }

    PostgresServer primary_;
    std::string administered_;
    std::unique_ptr<PostgresServer> replica_;
};

const Body question{
    {}, ActingRole::organiser, QuestionDescribed{1, {{1, "What was said meanwhile?"}}}};

}  // namespace

TEST_CASE("a replica that takes over without the last commits gives no position anew") {
    const EventId event{Uuid{{1}}};
    Databases databases;
    SystemRandom random;
    const auto store = std::move(open_store(databases.store(), random)).value();
    SignedDevice door(event, random);
    door.add_many(5);
    REQUIRE(store->append(event, door.batch(1, 3), {}, evening_ms).added == 3);
    const std::uint64_t kept = store->read(event, 0, {}).next;
    databases.leave_replica_behind();
    REQUIRE(store->append(event, door.batch(4, 5), {}, evening_ms).added == 2);
    REQUIRE(store->append(event, door.batch(6, 6), {}, evening_ms).added == 1);
    const std::uint64_t lost = store->read(event, 0, {}).next;
    REQUIRE(lost == kept + 2);
    databases.fail_over();

    REQUIRE(wait_until([&] {
        try {
            store->check();
            return true;
        } catch (const StoreUnavailable&) {
            return false;
        }
    }));
    CHECK(store->status(event).heads.front().sequence == 3);
    // Others write as much as was lost, by a server whose clock is no further.
    for (int pushes = 0; pushes < 3; ++pushes) {
        const SignedDevice other(event, random);
        REQUIRE(store->append(event, other.all(), {}, evening_ms).added == 1);
        CHECK(store->read(event, lost, {}).state == PageState::lost_position);
        CHECK(store->read(event, lost - 1, {}).state == PageState::lost_position);
    }
    const PullPage rest = store->read(event, kept, {});
    CHECK(rest.batch.operations.size() == 3);
    CHECK(rest.next > lost);
    // The devices bring it back, and it has positions of its own.
    REQUIRE(store->append(event, door.all(), {}, evening_ms).added == 3);
    CHECK(store->read(event, rest.next, {}).batch.operations.size() == 3);
    CHECK(store->read(event, 0, {}).batch.operations.size() == 9);
}

TEST_CASE("devices lose nothing where their store goes over to a replica that lags") {
    Databases databases;
    SystemRandom random;
    const TemporaryFolder folder;
    const auto store = std::move(open_store(databases.store(), random)).value();
    const ManualClock clock(evening_ms);
    CentralService service(*store, clock, random);
    ServiceConnection connection(service);
    Replica first(folder / "first", 1, evening_ms);
    Replica second(folder / "second", 2, evening_ms, first);
    Replica third(folder / "third", 3, evening_ms, first);
    const EventId event = first.desk().event();
    const auto enrol = [&](const std::string& name) {
        const auto secret = random.bytes<16>();
        REQUIRE(store->invite(event, name, hash_bytes(secret), evening_ms));
        const auto token = StoreClient(connection, event, "").join(secret);
        REQUIRE(token);
        return StoreClient(connection, event, write_token(*token));
    };
    StoreClient of_first = enrol("first");
    StoreClient of_second = enrol("second");
    StoreClient of_third = enrol("third");
    const auto exchange = [](Replica& replica, StoreClient& client) {
        const auto report = replica.exchange(client);
        if (!report) FAIL(report.error().english());
    };
    first.desk().record(std::span(&question, 1));
    exchange(first, of_first);
    exchange(second, of_second);
    databases.leave_replica_behind();

    first.desk().record(std::span(&question, 1));
    exchange(first, of_first);
    exchange(second, of_second);
    databases.fail_over();

    // The third device has never heard of what was lost.
    third.desk().record(std::span(&question, 1));
    REQUIRE(wait_until([&] { return third.exchange(of_third).ok(); }));
    for (int round = 0; round < 2; ++round) {
        exchange(second, of_second);
        exchange(first, of_first);
        exchange(third, of_third);
    }
    CHECK(second.operations() == first.operations());
    CHECK(third.operations() == first.operations());
    CHECK(describe_state(third.desk().state()) == describe_state(first.desk().state()));
    CHECK(store->status(event).quarantined == 0);
}
