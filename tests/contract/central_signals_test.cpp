// The central store that is told to stop while it does something by itself.
#include <csignal>

#include <catch2/catch.hpp>

#include "sync/central/postgres/pg_connection.h"
#include "tests/support/machine/process.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

TEST_CASE(
    "a central store that is told to stop in the middle of a chore ends with it, in good order") {
    PostgresServer database;
    const std::string administered = database.make_database();
    const std::string store = make_served_store(database, administered);
    PgConnection other(PgAddress::parse(administered, "").value());
    PgTransaction transaction(other, PgTransaction::Kind::write);
    other.query("LOCK TABLE stormote.erasure IN ACCESS EXCLUSIVE MODE");
    Process server({program_directory() / "stormote-central", "serve", "--listen", "127.0.0.1:0",
                    "--store", store, "--language", "en"});
    const auto says = [&server](const std::string& words) {
        return server.errors().find(words) != std::string::npos;
    };
    REQUIRE(wait_until([&] { return says("Listening on port "); }));
    REQUIRE(wait_until([&] {
        return other
                   .query(
                       "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = "
                       "'stormote.erasure'::regclass")
                   .number(0, 0) == 1;
    }));
    server.send_signal(SIGTERM);
    // Nobody is served any more, while the chore goes on.
    REQUIRE(wait_until([&] { return says("Stopped."); }));
    CHECK(server.is_running());
    transaction.commit();
    CHECK(server.wait() == 0);
    CHECK_FALSE(says("stormote-central: "));
}
