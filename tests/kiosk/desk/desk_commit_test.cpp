// Who hears of what the desk commits.
#include <catch2/catch.hpp>

#include "sync/base/local_time.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

struct Observed {
    Observed() {
        event.record(SurveyQuestionDescribed{1, {{1, "Vad?"}, {2, "text"}}});
        asa = event.add({"Åsa", "Öberg", "Hembygdsföreningen"});
        event->on_commit([this] { ++told; });
    }

    EventDesk event;
    AttendeeId asa;
    int told = 0;
};

}  // namespace

TEST_CASE("whoever observes the desk is told once of each commit, whoever asked for it") {
    Observed desk;
    desk.event->write_note({2, 1, NoteKind::point, "Fika"}, actor::facilitator);
    CHECK(desk.told == 1);
    desk.event->check_in(desk.asa, CheckInMethod::name, EventDesk::staff);
    CHECK(desk.told == 2);
    desk.event->walk_in({"Yusuf", "Ek", "", "", {}, ""}, EventDesk::staff);
    CHECK(desk.told == 3);
    desk.event->check_out(desk.asa, EventDesk::staff);
    CHECK(desk.told == 4);
}

TEST_CASE("whoever observes the desk is told nothing where nothing was committed") {
    Observed desk;
    desk.event->check_in("1234", EventDesk::staff);
    desk.event->check_out(desk.asa, EventDesk::staff);
    desk.event->record({});
    CHECK(desk.told == 0);
}

TEST_CASE("whoever observes the desk hears of waiting answers when they are released") {
    Observed desk;
    desk.event->give_answers({{1, "Mer fika"}}, EventDesk::staff);
    CHECK(desk.told == 0);
    desk.event.clock.advance_ms(*instant_of("2022-10-12T21:00") - desk.event.clock.wall_ms());
    REQUIRE(desk.event->release_waiting(Occasion::by_staff) == 1);
    CHECK(desk.told == 1);
    REQUIRE(desk.event->release_waiting(Occasion::by_staff) == 0);
    CHECK(desk.told == 1);
}

TEST_CASE("a new observer replaces the one before") {
    Observed desk;
    int told_now = 0;
    desk.event->on_commit([&told_now] { ++told_now; });
    desk.event->check_in(desk.asa, CheckInMethod::name, EventDesk::staff);
    CHECK(told_now == 1);
    desk.event->on_commit(nullptr);
    desk.event->check_out(desk.asa, EventDesk::staff);
    CHECK(told_now == 1);
    CHECK(desk.told == 0);
}
