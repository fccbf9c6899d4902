// How far a device's clock is off: the last that was measured counts, on every replica.
#include <catch2/catch.hpp>

#include "sync/model/event_state.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

TEST_CASE(
    "of two measurements of a clock the last in the record counts, in whatever order they come") {
    OperationMaker entrance(1);
    OperationMaker table(2);
    const DeviceId measured = entrance.device();
    const Operation first = entrance.make(ClockMeasured{measured, 1'000}, 5'000);
    table.learn(first);
    // By a clock that is behind: what the record says counts, not the clock.
    const Operation last = table.make(ClockMeasured{measured, -2'000}, 1'000);
    const auto offset_after = [&](const std::vector<Operation>& operations) {
        EventState state;
        for (const Operation& operation : operations) state.fold(operation);
        return state.find_device(measured)->clock.ms;
    };
    CHECK(offset_after({first, last}) == -2'000);
    CHECK(offset_after({last, first}) == -2'000);
    CHECK(offset_after({first, last, first}) == -2'000);
    // At the same place of the record the devices' ids decide.
    const Operation here = entrance.make(ClockMeasured{measured, 10});
    const Operation there = table.make(ClockMeasured{measured, 20});
    CHECK(here.header.lamport == there.header.lamport - 1);
    CHECK(offset_after({first, last, here, there}) == offset_after({there, here, last, first}));
}
