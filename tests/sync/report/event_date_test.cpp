// When what is written of an event was so.
#include "sync/report/event_date.h"

#include <catch2/catch.hpp>

#include "sync/base/local_time.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

TEST_CASE("papers of an event are dated at its end, else at its beginning, else not at all") {
    testing::EventDesk event;
    const auto set = [&event](SettingField field, const char *time) {
        event.record(SettingsDescribed{FieldSetter<SettingField>{}.set(field, time).take()});
    };
    set(SettingField::starts, "2022-10-12T18:00");
    set(SettingField::ends, "2022-10-12T21:00");
    CHECK(event_date_ms(event.state()) == instant_of("2022-10-12T21:00"));
    set(SettingField::ends, "");
    CHECK(event_date_ms(event.state()) == instant_of("2022-10-12T18:00"));
    set(SettingField::starts, "");
    CHECK_FALSE(event_date_ms(event.state()));
}

}  // namespace stormote
