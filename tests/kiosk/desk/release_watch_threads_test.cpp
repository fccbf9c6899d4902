// Anonymous answers leave a kiosk that runs on, and one that staff closes.
#include <future>

#include <catch2/catch.hpp>

#include "kiosk/desk/release_watch.h"
#include "sync/base/local_time.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

struct Kiosk {
    Kiosk() {
        event.record(SurveyQuestionDescribed{1, {{1, "Vad?"}, {2, "text"}}});
        event->give_answers({{1, "Mer fika"}}, EventDesk::staff);
        desk = std::make_unique<DeskThread>(event.take(), [] {});
    }
    // After everything that was asked before.
    std::size_t sheets() {
        std::promise<std::size_t> answer;
        desk->do_quietly(
            [&answer](Desk& itself) { answer.set_value(itself.state().answer_sheets().size()); });
        return answer.get_future().get();
    }
    void pass_end() {
        event.clock.advance_ms(*instant_of("2022-10-12T21:00") - event.clock.wall_ms());
    }

    EventDesk event;
    std::unique_ptr<DeskThread> desk;
};

}  // namespace

TEST_CASE("a kiosk that runs on looks now and then, and releases an hour after the end") {
    Kiosk kiosk;
    ReleaseWatch watch(*kiosk.desk, kiosk.event.clock);
    kiosk.pass_end();
    REQUIRE(kiosk.event.clock.steady_ms() >= watch.due_ms());
    watch.look_if_due();
    CHECK(kiosk.sheets() == 0);
    kiosk.event.clock.advance_ms(hour_ms);
    watch.look_if_due();
    CHECK(kiosk.sheets() == 1);
}

TEST_CASE("it does not look before it is due") {
    Kiosk kiosk;
    kiosk.pass_end();
    kiosk.event.clock.advance_ms(hour_ms);
    ReleaseWatch watch(*kiosk.desk, kiosk.event.clock);
    watch.look_if_due();
    CHECK(kiosk.sheets() == 0);
    kiosk.event.clock.advance_ms(ReleaseWatch::pause_ms);
    watch.look_if_due();
    CHECK(kiosk.sheets() == 1);
    CHECK(watch.due_ms() == kiosk.event.clock.steady_ms() + ReleaseWatch::pause_ms);
}

TEST_CASE("staff who closes the kiosk after the end has it released at once") {
    Kiosk kiosk;
    ReleaseWatch watch(*kiosk.desk, kiosk.event.clock);
    watch.close();
    CHECK(kiosk.sheets() == 0);
    kiosk.pass_end();
    watch.close();
    CHECK(kiosk.sheets() == 1);
}

}  // namespace stormote
