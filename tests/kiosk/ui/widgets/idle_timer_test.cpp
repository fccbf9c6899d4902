#include "kiosk/ui/widgets/idle_timer.h"

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("the idle timer warns, counts down and expires") {
    IdleTimer timer(20'000, 6'000);
    CHECK_FALSE(timer.next_change_ms(0));
    CHECK_FALSE(timer.expired(1'000'000));
    timer.restart(1'000);
    CHECK_FALSE(timer.warning_s(10'000));
    CHECK(timer.next_change_ms(1'000) == 15'000);
    CHECK(timer.warning_s(15'000) == 6);
    CHECK(timer.next_change_ms(15'000) == 16'000);
    CHECK(timer.warning_s(15'001) == 6);
    CHECK(timer.next_change_ms(15'001) == 16'000);
    CHECK(timer.warning_s(16'000) == 5);
    CHECK(timer.warning_s(20'999) == 1);
    CHECK_FALSE(timer.expired(20'999));
    CHECK(timer.expired(21'000));
    CHECK_FALSE(timer.warning_s(21'000));
}

TEST_CASE("a touch begins the time anew, and a stopped timer never expires") {
    IdleTimer timer(20'000, 6'000);
    timer.restart(0);
    timer.restart(19'000);
    CHECK_FALSE(timer.warning_s(20'000));
    CHECK_FALSE(timer.expired(38'999));
    timer.stop();
    CHECK_FALSE(timer.expired(100'000));
}

}  // namespace stormote
