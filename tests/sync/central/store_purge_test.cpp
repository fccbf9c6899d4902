// What a central store keeps of operations that were purged: nothing, whether they were there or
// come late.
#include <catch2/catch.hpp>

#include "sync/journal/erasure_dates.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
constexpr std::string_view secret_words = "hemligt svar";

Body answer(std::uint8_t number) {
    return {{},
            ActingRole::attendee,
            AnswersGiven{AnswerSheetId{Uuid{{number}}}, {{1, std::string(secret_words)}}}};
}

Body purge_of(std::vector<OperationId> operations) {
    RecordPurged purge;
    purge.operations = std::move(operations);
    return {{}, ActingRole::organiser, purge};
}

struct Harness {
    StoreFixture place{GENERATE(StoreKind::sqlite, StoreKind::postgres)};
    CentralHarness central{StoreUrl{place.url()}};
    SeededRandom random{1};
    StoreClient client = central.client(some_event, central.enrol(some_event, "device"));
    SignedDevice organiser{some_event, random};
    SignedDevice table{some_event, random};

    void push(const Batch& batch) {
        central.clock().advance_ms(1);
        const auto answer = client.push(batch);
        REQUIRE(answer);
        REQUIRE_FALSE(answer->refused);
    }
    void pass_a_day() {
        central.clock().advance_ms(erasure_grace_ms + 1);
        central.store().destroy_erased(central.clock().wall_ms());
    }
    [[nodiscard]] std::size_t bodies() {
        std::size_t count = 0;
        for (const Operation& operation : central.operations(some_event)) {
            if (operation.body) ++count;
        }
        return count;
    }
};

}  // namespace

TEST_CASE("what a purge names leaves the store a day after it came, and nothing else does") {
    Harness harness;
    harness.table.add(answer(1));
    harness.push(harness.table.all());
    harness.organiser.add(purge_of({harness.table.operations().back().header.id}));
    harness.push(harness.organiser.all());
    const std::size_t before = harness.bodies();
    CHECK(harness.place.holds(secret_words));
    harness.pass_a_day();
    CHECK(harness.bodies() == before - 1);
    CHECK_FALSE(harness.place.holds(secret_words));
}

TEST_CASE("a purged operation that comes late is stored without its body") {
    Harness harness;
    harness.push(harness.table.all());
    harness.table.add(answer(1));
    harness.organiser.add(purge_of({harness.table.operations().back().header.id}));
    harness.push(harness.organiser.all());
    harness.pass_a_day();
    harness.push(harness.table.all());
    CHECK_FALSE(harness.place.holds(secret_words));
    CHECK(harness.client.status()->heads.size() == 2);
}
