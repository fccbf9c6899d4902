// A kiosk of the door that is opened after the last day of the registrations.
#include <catch2/catch.hpp>

#include "kiosk/app/app.h"
#include "kiosk/desk/device_access.h"
#include "sync/base/local_time.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;

// No organiser's device, of an event whose registrations were there until the tenth of January.
class LateDoor : public testing::ScreenAtDesk {
  public:
    explicit LateDoor(const std::string& opened, std::int64_t heard_ms = 0) {
        event.add({"Åsa", "Öberg", "Eken"});
        event.record(SettingsDescribed{{{number(SettingField::ends), "2022-10-12T21:00"},
                                        {number(SettingField::keep_table), "registrations 90"}}});
        const auto root = [this] {
            return event->journal().unwrap_root([] { return std::optional<std::string>(); });
        };
        // It is no organiser's from here on, and what it has written stands.
        const std::uint64_t next = event->journal().heads().front().head.sequence + 1;
        REQUIRE(exclude_device(*event, event->device(), next, {}, root));
        driver.clock().set_wall_ms(*instant_of(opened));
        open_desk();
        AppOptions options;
        options.language = "en";
        options.heard_ms = heard_ms;
        app.emplace(driver.ui(), *desk, languages, driver.clock(), options);
        driver.show([this](Ui&) { app->draw(); });
        settle();
    }

    Languages languages{{"en", Texts()}};
    std::optional<App> app;
};

}  // namespace

TEST_CASE("a door that was away until after the last day shows no name and takes no code") {
    LateDoor door("2023-01-11T08:00");
    CHECK(door.screen() == "late_device");
    CHECK(door.says("This screen shows no names"));
    CHECK(door.says("By this machine's clock it is"));
    CHECK(door.driver.record().find_target("type_name") == nullptr);
    door.driver.scan("1234567890123456789012345678901234567890123456789012345678901");
    door.settle();
    CHECK(door.screen() == "late_device");
    // Nor does the way to the staff's page lead past it.
    CHECK(!door.app->is_done());
    door.tap("close_kiosk");
    door.settle();
    CHECK(door.app->is_done());
}

TEST_CASE("a door on the last day, or that has heard from a store since, shows the welcome page") {
    CHECK(LateDoor("2023-01-10T08:00").screen() == "welcome");
    CHECK(LateDoor("2023-01-12T08:00", *instant_of("2023-01-11T09:00")).screen() == "welcome");
}

}  // namespace stormote
