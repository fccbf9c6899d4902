// What a served store does by itself: on a thread of its own, and one chore whether
// or not another fails.
#include "sync/central/cli/store_chores.h"

#include <mutex>

#include <catch2/catch.hpp>

#include "sync/central/postgres/pg_connection.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};

struct Harness {
    StoreFixture place{StoreKind::postgres};
    CentralHarness central{StoreUrl{place.url()}};
    SeededRandom random{1};
    std::mutex mutex;
    std::vector<std::string> lines;

    Harness() {
        SignedDevice device(some_event, random);
        StoreClient client = central.client(some_event, central.enrol(some_event, "entrance"));
        REQUIRE(client.push(device.all()));
    }
    ServiceLog log() {
        return [this](const LogLine& line) {
            const std::lock_guard lock(mutex);
            lines.push_back(line.english());
        };
    }
    std::vector<std::string> logged() {
        const std::lock_guard lock(mutex);
        return lines;
    }
    bool is_reported() const {
        return place.lines("SELECT 'reported' FROM report_meeting").size() == 1;
    }
};

}  // namespace

TEST_CASE("whoever serves a store does not wait for its chores") {
    Harness harness;
    PgConnection other(PgAddress::parse(harness.place.owner_url(), "").value());
    PgTransaction transaction(other, PgTransaction::Kind::write);
    other.query("LOCK TABLE stormote.erasure IN ACCESS EXCLUSIVE MODE");
    {
        StoreChores chores(harness.central.store(), harness.central.clock(), harness.log());
        REQUIRE(wait_until([&] {
            return other
                       .query(
                           "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = "
                           "'stormote.erasure'::regclass")
                       .number(0, 0) == 1;
        }));
        chores.stop();
        transaction.commit();
    }
    CHECK(harness.logged().empty());
    // It was told to stop, and began nothing else.
    CHECK_FALSE(harness.is_reported());
}

TEST_CASE("a store is reported where what was erased could not be destroyed, and that is said") {
    Harness harness;
    harness.place.execute("ALTER TABLE stormote.erasure RENAME TO out_of_reach");
    const StoreChores chores(harness.central.store(), harness.central.clock(), harness.log());
    CHECK(wait_until([&] { return harness.is_reported(); }));
    CHECK(harness.logged().size() == 1);
}
