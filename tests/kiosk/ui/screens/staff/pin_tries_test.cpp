// Wrong PINs, and that switching the kiosk off does not forgive them.
#include "kiosk/ui/screens/staff/pin_tries.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/wait.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;

void settle(DeskThread& desk) {
    REQUIRE(wait_until([&] {
        desk.collect();
        return !desk.is_busy();
    }));
}

}  // namespace

TEST_CASE("two wrong PINs are free, and the waits double up to five minutes") {
    CHECK(pin_delay_ms(2) == 0);
    CHECK(pin_delay_ms(3) == 5'000);
    CHECK(pin_delay_ms(4) == 10'000);
    CHECK(pin_delay_ms(9) == 300'000);
    CHECK(pin_delay_ms(1'000) == 300'000);
}

TEST_CASE("a kiosk that is switched off and on goes on waiting, until the right PIN comes") {
    EventDesk event;
    {
        DeskThread desk(event.take(), [] {});
        PinTries tries(desk, event.clock);
        for (int i = 0; i < 4; ++i) tries.begin();
        CHECK(tries.wait_ms() == 10'000);
        event.clock.advance_ms(4'000);
        CHECK(tries.wait_ms() == 6'000);
        settle(desk);
    }
    event.reopen();
    {
        DeskThread desk(event.take(), [] {});
        PinTries tries(desk, event.clock);
        settle(desk);
        CHECK(tries.wait_ms() == 10'000);
        tries.begin();
        CHECK(tries.wait_ms() == 20'000);
        tries.forgive();
        CHECK(tries.wait_ms() <= 0);
        settle(desk);
    }
    event.reopen();
    DeskThread desk(event.take(), [] {});
    PinTries tries(desk, event.clock);
    settle(desk);
    CHECK(tries.wait_ms() <= 0);
}

}  // namespace stormote
