#include "sync/journal/exchange_cursors.h"

#include <catch2/catch.hpp>

#include "tests/support/bare_event_file.h"

using namespace stormote;
using namespace stormote::testing;

TEST_CASE("a cursor is where it was set last, and 0 before") {
    BareEventFile file;
    ExchangeCursors cursors(file.database);
    REQUIRE(cursors.get("position") == 0);
    cursors.set("position", 7);
    cursors.set("position", 8);
    cursors.set("acknowledged", 3);
    REQUIRE(cursors.get("position") == 8);
    REQUIRE(ExchangeCursors(file.database).get("acknowledged") == 3);
}
