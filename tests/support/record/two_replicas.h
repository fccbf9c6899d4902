// TwoReplicas: two devices of one event and the store between them, which cannot hear each other
// until the test lets them. One thread.
#pragma once

#include <catch2/catch.hpp>

#include "tests/support/record/canonical_state.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/replica.h"
#include "tests/support/record/start_crypto.h"

namespace stormote::testing {

struct TwoReplicas {
    static constexpr std::int64_t evening_ms = 1'665'590'400'000;  // 2022-10-12T16:00:00Z

    TemporaryFolder folder;
    CentralHarness central{folder / "central.db"};
    Replica first{folder / "first", 1, evening_ms};
    Replica second{folder / "second", 2, evening_ms, first};
    EventId event = first.desk().event();
    StoreClient first_client = central.client(event, central.enrol(event, "first"));
    StoreClient second_client = central.client(event, central.enrol(event, "second"));

    ExchangeReport exchange(Replica& replica) {
        central.clock().advance_ms(1);
        auto report = replica.exchange(&replica == &first ? first_client : second_client);
        if (!report) FAIL(report.error().english());
        return *report;
    }
    // Until each has what the other has.
    void settle() {
        for (int round = 0; round < 2; ++round) {
            exchange(first);
            exchange(second);
        }
    }
    void check_equal() {
        REQUIRE(first.operations() == second.operations());
        REQUIRE(describe_state(first.desk().state()) == describe_state(second.desk().state()));
    }
};

}  // namespace stormote::testing
