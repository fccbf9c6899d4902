#include "kiosk/desk/personal/late_device.h"

#include <catch2/catch.hpp>

#include "sync/base/local_time.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

std::int64_t at(const std::string& local) {
    return *instant_of(local);
}

// An evening whose registrations are there until the tenth of January.
struct Kept {
    Kept() {
        event.record(SettingsDescribed{{{number(SettingField::ends), "2022-10-12T21:00"},
                                        {number(SettingField::keep_table), "registrations 90"}}});
    }
    [[nodiscard]] std::string late(DeviceRole role, const std::string& now,
                                   std::int64_t heard_ms) const {
        return late_since(event.state(), role, at(now), heard_ms);
    }

    EventDesk event;
};

}  // namespace

TEST_CASE("a door or table that has heard of no store since the last day is late") {
    const Kept kept;
    for (const DeviceRole role : {DeviceRole::door, DeviceRole::table, DeviceRole::none}) {
        CHECK(kept.late(role, "2023-01-10T23:59", 0).empty());
        CHECK(kept.late(role, "2023-01-11T00:01", 0) == "2023-01-10");
        CHECK(kept.late(role, "2023-01-11T00:01", at("2023-01-10T23:00")) == "2023-01-10");
        CHECK(kept.late(role, "2023-02-11T00:01", at("2023-01-11T08:00")).empty());
    }
    // A clock that ran ahead has said so.
    CHECK(kept.late(DeviceRole::door, "2023-02-11T00:01", at("2024-01-11T08:00")) == "2023-01-10");
    CHECK(kept.late(DeviceRole::organiser, "2023-02-11T00:01", 0).empty());
}

TEST_CASE("where registrations are kept, or the event has no end, no device is late") {
    Kept kept;
    kept.event.record(
        SettingsDescribed{{{number(SettingField::keep_table), "registrations keep"}}});
    CHECK(kept.late(DeviceRole::door, "2033-02-11T00:01", 0).empty());
    EventDesk endless;
    endless.record(SettingsDescribed{{{number(SettingField::ends), ""}}});
    CHECK(late_since(endless.state(), DeviceRole::door, at("2033-02-11T00:01"), 0).empty());
}

}  // namespace stormote
