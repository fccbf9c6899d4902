#include "kiosk/device/camera/repeat_filter.h"

#include <catch2/catch.hpp>

using stormote::RepeatFilter;

TEST_CASE("a code that is held still is one scan") {
    RepeatFilter filter(4'000);
    CHECK(filter.is_new("one", 0));
    for (std::int64_t ms = 66; ms < 60'000; ms += 66) REQUIRE_FALSE(filter.is_new("one", ms));
}

TEST_CASE("a code that is missed for a while is still the same scan") {
    RepeatFilter filter(4'000);
    CHECK(filter.is_new("one", 0));
    CHECK_FALSE(filter.is_new("one", 3'999));
    CHECK_FALSE(filter.is_new("one", 7'998));
}

TEST_CASE("a code that was gone for some seconds is a new scan") {
    RepeatFilter filter(4'000);
    CHECK(filter.is_new("one", 0));
    CHECK(filter.is_new("one", 4'000));
}

TEST_CASE("each code has a time of its own") {
    RepeatFilter filter(4'000);
    CHECK(filter.is_new("one", 0));
    CHECK(filter.is_new("other", 2'000));
    CHECK_FALSE(filter.is_new("other", 4'100));
    CHECK(filter.is_new("one", 4'200));
}
