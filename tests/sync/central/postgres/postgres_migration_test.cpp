// A store in PostgreSQL of an earlier version is brought to this one with all that it has.
#include <catch2/catch.hpp>

#include "sync/central/open_store.h"
#include "sync/central/postgres/postgres_schema.h"
#include "sync/central/postgres/postgres_versions.h"
#include "sync/replication/pairing.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

// What version 0.1.0 made: see tests/fixtures/README.md.
std::string fixture(const std::string& name) {
    return to_string(
        read_file(fs::path(STORMOTE_SOURCES) / "tests/fixtures/store-postgres-1" / name));
}

// Every column, policy, function, view and key, in a text.
std::string shape_of(const std::string& address) {
    return PostgresServer::execute(
        address,
        "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("
        "SELECT concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable, "
        "column_default) FROM information_schema.columns WHERE table_schema LIKE 'stormote%' "
        "UNION ALL SELECT concat_ws(' ', tablename, policyname, permissive, cmd, qual, with_check) "
        "FROM pg_policies "
        "UNION ALL SELECT concat_ws(' ', relname, relrowsecurity, reloptions::text) "
        "FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace "
        "WHERE nspname LIKE 'stormote%' "
        "UNION ALL SELECT pg_get_functiondef(pg_proc.oid) FROM pg_proc JOIN pg_namespace "
        "ON pg_namespace.oid = pronamespace WHERE nspname LIKE 'stormote%' "
        "UNION ALL SELECT pg_get_viewdef(pg_class.oid) FROM pg_class JOIN pg_namespace "
        "ON pg_namespace.oid = relnamespace WHERE nspname LIKE 'stormote%' AND relkind = 'v'"
        ") AS lines(line)");
}

}  // namespace

TEST_CASE("a store in PostgreSQL of any earlier version becomes what a new one is") {
    SystemRandom random;
    PostgresServer& server = PostgresServer::shared();
    const std::string fresh = server.make_database();
    REQUIRE(*migrate_store(fresh, random) == StoreMigration::made);
    const std::string expected = shape_of(fresh);
    for (std::size_t version = 1; version < postgres_versions.size(); ++version) {
        CAPTURE(version);
        const std::string address = server.make_database();
        static_cast<void>(PostgresServer::execute(address, fixture("store.sql")));
        for (std::size_t next = 1; next < version; ++next) {
            std::string statements = "BEGIN; SET LOCAL search_path = stormote, pg_temp;";
            statements += postgres_versions[next];
            statements += "INSERT INTO migration VALUES(" + std::to_string(next + 1) + "); COMMIT";
            static_cast<void>(PostgresServer::execute(address, statements));
        }
        REQUIRE(shape_of(address) != expected);
        // Nobody serves it as it is.
        REQUIRE_FALSE(open_store(address, random));
        REQUIRE(*migrate_store(address, random) == StoreMigration::migrated);
        REQUIRE(*migrate_store(address, random) == StoreMigration::current);
        REQUIRE(shape_of(address) == expected);
    }
}

TEST_CASE("a store in PostgreSQL of the first version keeps its record and its devices") {
    SystemRandom random;
    const std::string address = PostgresServer::shared().make_database();
    static_cast<void>(PostgresServer::execute(address, fixture("store.sql")));
    REQUIRE(*migrate_store(address, random) == StoreMigration::migrated);
    const auto store = std::move(open_store(address, random)).value();
    std::string text = fixture("invited.txt");
    text.erase(text.find('\n'));
    const auto pairing = read_pairing(text);
    REQUIRE(pairing);
    const std::vector<EventSummary> events = store->events();
    REQUIRE(events.size() == 1);
    REQUIRE(events.front().event == pairing->event);
    REQUIRE(events.front().operations == 79);
    REQUIRE(events.front().municipality.empty());
    REQUIRE(store->read(pairing->event, 0, {}).batch.operations.size() == 79);
    // It is of the one municipality without a name, as all of the store is, and stays so.
    REQUIRE(store->settle_event(pairing->event, "", 0));
    const auto token = random.bytes<32>();
    REQUIRE(store->join(pairing->event, hash_bytes(pairing->secret), hash_bytes(token), 0) ==
            JoinOutcome::joined);
    REQUIRE(store->access(hash_bytes(token), 0).state == AccessState::granted);
    REQUIRE(store->enrolments().size() == 2);
}
