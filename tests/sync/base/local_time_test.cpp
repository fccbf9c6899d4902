#include "sync/base/local_time.h"

#include <catch2/catch.hpp>

using namespace stormote;

TEST_CASE("times of the day are read as people write them") {
    for (const char *text : {"18:05", "18.05", "18:05:00", "kl 18.05", "kl. 18:05"}) {
        CAPTURE(text);
        CHECK(parse_clock(text) == "18:05");
    }
    CHECK(parse_clock("8.05") == "08:05");
    CHECK(parse_clock("8:05:30") == "08:05");
    for (const char *text : {"", "18", "24:00", "18:60", "1805", "18:5", "halv sju", "18:05 CET"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_clock(text));
    }
}
