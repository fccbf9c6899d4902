#include "sync/report/statistics/arrivals.h"

#include <cstdlib>
#include <ctime>

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "sync/report/statistics/statistics.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::OperationMaker;
using testing::small_id;

namespace {

constexpr std::int64_t minute_ms = 60'000;

}  // namespace

TEST_CASE("arrivals are counted by quarter of an hour, empty ones among them") {
    setenv("TZ", "Europe/Stockholm", 1);
    tzset();
    EventDesk event;
    const auto come_after = [&event](std::int64_t minutes, const std::string& name) {
        event.clock.advance_ms(minutes * minute_ms);
        event.come(event.add({name, "Ek", "Eken"}));
    };
    come_after(0, "Åsa");
    come_after(14, "Bo");
    come_after(31, "Siv");
    event.add({"Kom", "Inte", "Eken"});
    CHECK(arrivals_of(event.state()) ==
          std::vector<Arrivals>{{EventDesk::evening_ms, 2},
                                {EventDesk::evening_ms + 15 * minute_ms, 0},
                                {EventDesk::evening_ms + 30 * minute_ms, 0},
                                {EventDesk::evening_ms + 45 * minute_ms, 1}});
    CHECK(write_csv(arrivals_table(arrivals_of(event.state())), Texts()) ==
          "\xEF\xBB\xBF"
          "From;Quarter of an hour;People in;In all\r\n2022-10-12 18:00;18.00–18.15;2;2\r\n"
          "2022-10-12 18:15;18.15–18.30;0;2\r\n2022-10-12 18:30;18.30–18.45;0;2\r\n"
          "2022-10-12 18:45;18.45–19.00;1;3\r\n");
}

TEST_CASE("arrivals go by corrected clocks, and one a year ahead makes no year of quarters") {
    OperationMaker right(1);
    OperationMaker wrong(2);
    EventState state;
    state.fold(right.make(small_id<AttendeeId>(1), CheckedIn{}, 0));
    state.fold(wrong.make(small_id<AttendeeId>(2), CheckedIn{}, 400 * 24 * 60 * minute_ms));
    CHECK(arrivals_of(state).size() == 2);
    state.fold(right.make(ClockMeasured{wrong.device(), -400 * 24 * 60 * minute_ms - 1}));
    CHECK(arrivals_of(state) == std::vector<Arrivals>{{-15 * minute_ms, 1}, {0, 1}});
}

TEST_CASE("quarters of several days have their dates, those of one evening have none") {
    setenv("TZ", "Europe/Stockholm", 1);
    tzset();
    const std::vector<Arrivals> evening{{EventDesk::evening_ms, 1},
                                        {EventDesk::evening_ms + 15 * minute_ms, 2}};
    CHECK(quarter_text(evening.back(), evening) == "18.15–18.30");
    const std::vector<Arrivals> days{{EventDesk::evening_ms, 1},
                                     {EventDesk::evening_ms + 24 * 60 * minute_ms, 2}};
    CHECK(quarter_text(days.front(), days) == "2022-10-12 18.00–18.15");
    CHECK(quarter_text(days.back(), days) == "2022-10-13 18.00–18.15");
}

TEST_CASE("arrivals belong to the statistics of one meeting") {
    EventDesk one("2022-04-12T18:00", 1);
    EventDesk other("2022-10-12T18:00", 2);
    one.come(one.add({"Åsa", "Öberg", "Eken"}));
    other.come(other.add({"Åsa", "Öberg", "Eken"}));
    CHECK(count_events({&one.state()}).arrivals.size() == 1);
    CHECK(count_events({&one.state(), &other.state()}).arrivals.empty());
}

}  // namespace stormote
