#include "kiosk/desk/retention/purge_watch.h"

#include <catch2/catch.hpp>

#include "sync/base/local_time.h"
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

}  // namespace stormote
