// The event's settings by touch, with a real desk behind them.
#include "kiosk/ui/screens/settings/settings_presenter.h"

#include <catch2/catch.hpp>

#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

class OpenSettingsPage : public testing::ScreenAtDesk {
  public:
    OpenSettingsPage() {
        open_desk();
        presenter.emplace(*desk);
        presenter->open();
        show(presenter);
        settle();
    }

    [[nodiscard]] std::string setting(SettingField field) const {
        return desk->read([field](const Desk& at) { return at.state().setting(field); });
    }
    void write_anew(std::string_view row, std::u32string_view text) {
        const auto is_there = [&] { return driver.record().find_target(row) != nullptr; };
        for (int taps = 0; taps < 20 && !is_there(); ++taps) driver.tap("settings_down");
        tap(row);
        REQUIRE(screen() == "setting");
        if (driver.record().find_target("clear_text") != nullptr) tap("clear_text");
        write(text);
        tap("save");
        settle();
    }

    std::optional<SettingsPresenter> presenter;
};

}  // namespace

TEST_CASE("the organiser changes settings by touch, and takes them back one by one") {
    OpenSettingsPage page;
    CHECK(page.screen() == "settings");
    const std::string name = page.setting(SettingField::name);
    page.write_anew("setting_1", U"Höstens stormöte");
    CHECK(page.screen() == "settings");
    CHECK(page.setting(SettingField::name) == "Höstens stormöte");
    CHECK(page.says("Höstens stormöte"));
    const std::string ends = page.setting(SettingField::ends);
    page.write_anew("setting_3", U"21.30");
    CHECK(page.setting(SettingField::ends) == ends.substr(0, 10) + "T21:30");
    page.tap("undo_setting");
    page.settle();
    CHECK(page.setting(SettingField::ends) == ends);
    page.tap("undo_setting");
    page.settle();
    CHECK(page.setting(SettingField::name) == name);
    CHECK_FALSE(page.driver.record().find_target("undo_setting")->enabled);
    page.tap("back");
    CHECK(page.led_to<Back>() != nullptr);
}

TEST_CASE("a setting that makes no sense is told where it is written, and nothing is changed") {
    OpenSettingsPage page;
    const std::string ends = page.setting(SettingField::ends);
    page.write_anew("setting_3", U"8");
    CHECK(page.screen() == "setting");
    CHECK(page.says("Ends 8 is not a date and time. Write it as 2022-10-12T18:00."));
    CHECK(page.setting(SettingField::ends) == ends);
    page.tap("back");
    CHECK(page.screen() == "settings");
}

TEST_CASE("an event is moved to another day by its start alone, and called by its words") {
    OpenSettingsPage page;
    page.write_anew("setting_4", U"17.30");
    page.write_anew("setting_2", U"2022-10-19 18:00");
    CHECK(page.screen() == "settings");
    CHECK(page.setting(SettingField::starts) == "2022-10-19T18:00");
    CHECK(page.setting(SettingField::doors) == "2022-10-19T17:30");
    CHECK(page.setting(SettingField::ends).substr(0, 10) == "2022-10-19");
    page.write_anew("setting_2", U"17.00");
    CHECK(page.screen() == "setting");
    CHECK(page.says("Doors open 2022-10-19T17:30 is after the event's start"));
    CHECK_FALSE(page.says("--"));
}

TEST_CASE("what somebody else has changed since is not taken back") {
    OpenSettingsPage page;
    page.write_anew("setting_1", U"Höstens stormöte");
    page.do_at_desk([](Desk& desk) {
        FieldSetter<SettingField> settings;
        settings.set(SettingField::name, "Vårens stormöte");
        const Body body{{}, ActingRole::organiser, SettingsDescribed{settings.take()}};
        desk.record({&body, 1});
    });
    page.tap("undo_setting");
    page.settle();
    CHECK(page.setting(SettingField::name) == "Vårens stormöte");
    CHECK(page.says("Somebody has changed it since. Look at how it stands now."));
}

}  // namespace stormote
