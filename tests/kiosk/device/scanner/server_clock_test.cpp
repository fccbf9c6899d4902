#include "kiosk/device/scanner/server_clock.h"

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("events that wait keep the distances that they had at the server") {
    ServerClock clock;
    CHECK(clock.steady_ms(5'000, 100) == 100);
    CHECK(clock.steady_ms(5'010, 400) == 110);
    CHECK(clock.steady_ms(5'020, 400) == 120);
}

TEST_CASE("the quickest event tells how far the clocks are apart") {
    ServerClock clock;
    CHECK(clock.steady_ms(5'000, 300) == 300);
    CHECK(clock.steady_ms(5'100, 350) == 350);
    CHECK(clock.steady_ms(5'200, 500) == 450);
}

TEST_CASE("the server's count may wrap around, and begin in its upper half") {
    ServerClock clock;
    CHECK(clock.steady_ms(0xFFFF'FFF0U, 100) == 100);
    CHECK(clock.steady_ms(0x0000'0010U, 132) == 132);
    CHECK(clock.steady_ms(0x0000'0020U, 700) == 148);
}

}  // namespace stormote
