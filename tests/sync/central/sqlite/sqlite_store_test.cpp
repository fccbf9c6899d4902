#include "sync/central/sqlite/sqlite_store.h"

#include <catch2/catch.hpp>

#include "sync/central/open_store.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

TEST_CASE("what is not a store is not opened as one") {
    const TemporaryFolder folder;
    SeededRandom random(1);
    Database(folder / "other.db", DatabaseMode::create).execute("CREATE TABLE x(y)");
    REQUIRE_FALSE(SqliteStore::open(folder / "other.db", random));
    REQUIRE_FALSE(SqliteStore::open(folder / "no" / "folder.db", random));
    REQUIRE_FALSE(open_store("mysql://localhost/x", random));
    REQUIRE_FALSE(open_store("sqlite:", random));
    REQUIRE(open_store("sqlite:" + (folder / "new.db").string(), random));
}
