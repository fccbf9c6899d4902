#include "kiosk/desk/retention/purge_watch.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/exchange_marks.h"
#include "sync/base/local_time.h"
#include "sync/journal/exchange_cursors.h"
#include "sync/report/packaged_record.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

// Whose registrations were to be destroyed after the tenth of January.
class DueEvening {
  public:
    DueEvening() {
        event.record(SettingsDescribed{{{number(SettingField::ends), "2022-10-12T21:00"},
                                        {number(SettingField::keep_table), "registrations 90"}}});
        event.come(event.add({"Åsa", "Öberg", "Eken"}));
        event.clock.set_wall_ms(*instant_of("2023-01-12T08:00"));
    }
    void decide() {
        event.record(SettingsDescribed{{{number(SettingField::keep_decision), "DHP 2024 § 12"}}});
    }

    // As closing the event does.
    void pack() {
        RecordPackaged package;
        package.heads = record_heads(event->journal().heads());
        event.record(package);
    }
    // As an exchange leaves it behind.
    void exchange() {
        std::uint64_t all = 0;
        for (const DeviceHead& head : event->journal().heads()) all += head.head.sequence;
        event->journal().cursors().set(acknowledged_cursor, all);
        event->journal().cursors().set(clock_compared_cursor,
                                       static_cast<std::uint64_t>(event.clock.wall_ms()));
    }
    void prepare() {
        decide();
        pack();
        exchange();
    }

    EventDesk event;
};

}  // namespace

TEST_CASE("without a decision nothing is destroyed by itself") {
    DueEvening evening;
    CHECK(!purge_by_itself(*evening.event));
    CHECK(evening.event.state().attendees().size() == 1);
}

TEST_CASE("what something stands in the way of is not destroyed by itself") {
    DueEvening evening;
    evening.decide();
    // No package for the archive was made, and no clock was compared.
    CHECK(!purge_by_itself(*evening.event));
    CHECK(evening.event.state().attendees().size() == 1);
    CHECK(evening.event.state().purges().empty());
}

TEST_CASE("where everything holds what is due is destroyed by itself, and stated so, once") {
    DueEvening evening;
    evening.prepare();
    CHECK(purge_by_itself(*evening.event));
    CHECK(evening.event.state().attendees().empty());
    REQUIRE(evening.event.state().purges().size() == 1);
    const RecordPurged& stated = evening.event.state().purges().begin()->second.content;
    CHECK(stated.by == "Programmet, av sig självt");
    CHECK(stated.decision == "DHP 2024 § 12");
    CHECK(stated.overrides.empty());
    evening.exchange();
    CHECK_FALSE(purge_by_itself(*evening.event));
}

TEST_CASE("each condition that does not hold keeps the program from destroying by itself") {
    DueEvening evening;
    SECTION("no package") {
        evening.decide();
        evening.exchange();
    }
    SECTION("operations that no store holds") {
        evening.prepare();
        evening.event->journal().cursors().set(acknowledged_cursor, 1);
    }
    SECTION("a clock that was compared two days ago") {
        evening.prepare();
        evening.event.clock.advance_ms(2 * 86'400'000);
    }
    SECTION("a day that has not passed") {
        evening.prepare();
        evening.event.clock.set_wall_ms(*instant_of("2023-01-09T08:00"));
        evening.exchange();
    }
    SECTION("a store whose clock is a year ahead") {
        const std::int64_t year_ms = 365LL * 86'400'000;
        evening.event.clock.set_wall_ms(*instant_of("2022-10-13T08:00"));
        evening.event.record(ClockMeasured{evening.event->device(), year_ms});
        evening.prepare();
    }
    CHECK_FALSE(purge_by_itself(*evening.event));
    CHECK(evening.event.state().attendees().size() == 1);
    CHECK(evening.event.state().purges().empty());
}

TEST_CASE("the program destroys only once an exchange is done, and looks once an hour") {
    DueEvening evening;
    evening.decide();
    evening.pack();
    ManualClock& clock = evening.event.clock;
    evening.exchange();
    DeskThread thread(evening.event.take(), [] {});
    const auto people = [&thread] {
        REQUIRE(wait_until([&thread] { return !thread.is_busy(); }));
        return thread.read([](const Desk& desk) { return desk.state().attendees().size(); });
    };
    PurgeWatch watch(thread, clock);
    watch.look_if_due(false);
    CHECK(people() == 1);
    watch.look_if_due(true);
    CHECK(people() == 0);
    CHECK(watch.due_ms() == clock.steady_ms() + PurgeWatch::pause_ms);
    const std::int64_t due_ms = watch.due_ms();
    clock.advance_ms(PurgeWatch::pause_ms - 1);
    watch.look_if_due(true);
    CHECK(watch.due_ms() == due_ms);
    clock.advance_ms(1);
    watch.look_if_due(true);
    CHECK(watch.due_ms() == due_ms + PurgeWatch::pause_ms);
}

}  // namespace stormote
