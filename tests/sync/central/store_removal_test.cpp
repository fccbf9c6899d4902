// An event that leaves a store whole: when it may, and that nothing of it stays or comes back.
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
const EventId other_event{Uuid{{2}}};
const AttendeeId someone{Uuid{{7}}};
constexpr std::string_view secret_words = "hemligt svar";
constexpr std::int64_t two_days_ms = 2 * erasure_grace_ms;

struct Harness {
    StoreFixture place{GENERATE(StoreKind::sqlite, StoreKind::postgres)};
    CentralHarness central{StoreUrl{place.url()}};
    SeededRandom random{1};
    StoreClient client = central.client(some_event, central.enrol(some_event, "entrance"));
    SignedDevice organiser{some_event, random};

    Harness() {
        organiser.add_about(
            someone, MessageLeft{MessageId{}, MessageKind::comment, std::string(secret_words)});
        organiser.add({{}, ActingRole::organiser, QuestionDescribed{1, {{1, "A question"}}}});
        push();
    }
    void push() {
        central.clock().advance_ms(1);
        const auto answer = client.push(organiser.all());
        REQUIRE(answer);
        REQUIRE_FALSE(answer->refused);
    }
    void purge_by_organiser() {
        organiser.add_about(someone, AttendeeErased{"civil", Counted::yes});
        RecordPurged purge;
        purge.decision = "DHP § 12";
        organiser.add({{}, ActingRole::organiser, purge});
        push();
    }
    void pass_two_days() {
        central.clock().advance_ms(two_days_ms);
        central.store().destroy_erased(central.clock().wall_ms());
    }
    Result<RemovalAnswer> remove(RemovalTiming timing = RemovalTiming::when_signed) {
        return central.store().remove_event(some_event, "KS 2026/7", timing,
                                            central.clock().wall_ms());
    }
    // What stood in the way, and that nothing was removed.
    std::string obstacles() {
        const auto answer = remove();
        REQUIRE(answer);
        REQUIRE_FALSE(answer->is_removed);
        std::string words;
        for (const Error& fault : answer->unmet) words += fault.english() + "\n";
        CHECK(central.store().events().size() == 1);
        return words;
    }
    void require_gone() {
        CHECK(central.store().events().empty());
        CHECK(central.store().devices(some_event).empty());
        CHECK(central.store().enrolments().empty());
        central.store().destroy_erased(central.clock().wall_ms());
        CHECK_FALSE(place.holds(secret_words));
        CHECK_FALSE(client.status());
    }
};

bool has(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an event leaves the store when it was purged and every device has heard of that") {
    Harness harness;
    CHECK(has(harness.obstacles(), "No organiser has purged the event"));
    CHECK(has(harness.obstacles(), "Operations about people are still here: 1."));
    harness.purge_by_organiser();
    CHECK(has(harness.obstacles(), "Operations about people are still here"));
    harness.pass_two_days();
    // The device that brought the purge has heard of it.
    const auto removed = harness.remove();
    REQUIRE(removed);
    CHECK(removed->is_removed);
    CHECK(removed->operations == 5);
    harness.require_gone();
    const auto noted = harness.central.store().removed_events();
    REQUIRE(noted.size() == 1);
    CHECK(noted[0].event == some_event);
    CHECK(noted[0].decision == "KS 2026/7");
    CHECK(noted[0].removed_ms == harness.central.clock().wall_ms());
    CHECK_FALSE(noted[0].is_override);
}

TEST_CASE("an event stays where a device has not been seen since it was purged") {
    Harness harness;
    StoreClient table =
        harness.central.client(some_event, harness.central.enrol(some_event, "table"));
    REQUIRE(table.status());
    harness.purge_by_organiser();
    harness.pass_two_days();
    CHECK(harness.obstacles() ==
          "These devices have not been seen since it was purged: table. Wait "
          "for them, or revoke those that are lost.\n");
    REQUIRE(table.status());
    CHECK(harness.remove()->is_removed);
}

TEST_CASE("a device has heard of a purge that comes a while after it, on the same evening") {
    Harness harness;
    StoreClient table =
        harness.central.client(some_event, harness.central.enrol(some_event, "table"));
    REQUIRE(table.status());
    harness.purge_by_organiser();
    harness.central.clock().advance_ms(11 * 60'000);
    REQUIRE(table.status());
    harness.pass_two_days();
    CHECK(harness.remove()->is_removed);
}

TEST_CASE("a device that was revoked is not waited for") {
    Harness harness;
    harness.central.enrol(some_event, "table");
    harness.purge_by_organiser();
    harness.pass_two_days();
    REQUIRE(harness.central.store().revoke(some_event, "table", harness.central.clock().wall_ms()));
    CHECK(harness.remove()->is_removed);
}

TEST_CASE("a record goes before its purge where that is asked for, and it is noted") {
    Harness harness;
    harness.central.enrol(other_event, "entrance");
    const auto removed = harness.remove(RemovalTiming::now);
    REQUIRE(removed);
    CHECK(removed->is_removed);
    CHECK(removed->unmet.size() == 2);
    CHECK(harness.central.store().removed_events().at(0).is_override);
    // Of others, everything stays.
    CHECK(harness.central.store().enrolments().size() == 1);
    CHECK_FALSE(harness.client.status());
    harness.central.store().destroy_erased(harness.central.clock().wall_ms());
    CHECK_FALSE(harness.place.holds(secret_words));
}

TEST_CASE("nothing of an event that was removed is taken in again") {
    Harness harness;
    REQUIRE(harness.remove(RemovalTiming::now)->is_removed);
    // A push whose token was looked at before.
    const auto late = harness.central.store().append(some_event, harness.organiser.all(), {},
                                                     harness.central.clock().wall_ms());
    CHECK(late.outcome == PushOutcome::refused);
    CHECK(harness.central.store().events().empty());
    CHECK_FALSE(harness.central.store().invite(some_event, "again", {}, 0));
    CHECK_FALSE(harness.remove());
}

TEST_CASE("an event that the store does not know is not removed") {
    Harness harness;
    const auto answer =
        harness.central.store().remove_event(other_event, "KS", RemovalTiming::now, 0);
    REQUIRE_FALSE(answer);
    CHECK(has(answer.error().english(), "knows no event"));
    CHECK(harness.central.store().removed_events().empty());
}

TEST_CASE("events and devices are shown with what they have and when something came last") {
    Harness harness;
    const auto events = harness.central.store().events();
    REQUIRE(events.size() == 1);
    CHECK(events[0].operations == 3);
    const auto activities = harness.central.store().activities();
    REQUIRE(activities.size() == 1);
    CHECK(activities[0].event == some_event);
    CHECK(activities[0].last_ms == harness.central.clock().wall_ms());
    CHECK(activities[0].bytes > 300);
    const auto devices = harness.central.store().devices(some_event);
    REQUIRE(devices.size() == 1);
    CHECK(devices[0].device == harness.organiser.device());
    CHECK(devices[0].operations == 3);
    CHECK(devices[0].bytes == activities[0].bytes);
    CHECK_FALSE(devices[0].name.empty());
    const auto enrolments = harness.central.store().enrolments();
    REQUIRE(enrolments.size() == 1);
    CHECK(enrolments[0].bytes_brought == activities[0].bytes);
    CHECK(enrolments[0].used_ms > 0);
}
