// The event's settings by touch, with a real desk behind them.
#include "kiosk/ui/screens/settings/settings_presenter.h"

#include <array>

#include <catch2/catch.hpp>

#include "sync/model/survey.h"
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

namespace {

// An event of which everything that can be said in further languages is said in Swedish.
class OpenWordsPage : public OpenSettingsPage {
  public:
    OpenWordsPage() {
        do_at_desk([](Desk& desk) {
            const std::array bodies{
                Body{{},
                     ActingRole::organiser,
                     QuestionDescribed{1, {{number(QuestionField::title), "Kontakt"}}}},
                Body{{},
                     ActingRole::organiser,
                     GroupDescribed{4, {{number(GroupField::name), "Lönnen"}}}},
                Body{{},
                     ActingRole::organiser,
                     SurveyQuestionDescribed{1,
                                             {{number(SurveyField::text), "När passar det?"},
                                              {number(SurveyField::answer), "one_of"},
                                              {number(SurveyField::choices), "Kväll\nLördag"}}}}};
            desk.record(bodies);
        });
        tap("In Finnish");
    }
    void say(const std::string& label, std::u32string_view text) {
        const auto row = [&]() -> std::string {
            for (const RecordedItem& item : driver.record().items()) {
                if (item.target && item.label.starts_with(label + ":")) return item.id;
            }
            return "";
        };
        for (int taps = 0; taps < 20 && row().empty(); ++taps) driver.tap("settings_down");
        REQUIRE_FALSE(row().empty());
        write_anew(row(), text);
    }
    template <typename Words>
    [[nodiscard]] auto read(Words words) const {
        return desk->read([&](const Desk& at) { return words(at.state()); });
    }
};

}  // namespace

TEST_CASE("what attendees read is said in a further language by touch, and taken back") {
    OpenWordsPage page;
    const auto title = [](const EventState& state) {
        return agenda_questions(state).front().in("fi").title;
    };
    const auto table = [](const EventState& state) {
        return state.groups().at(4).get(GroupField::name, "fi");
    };
    const auto name = [](const EventState& state) {
        return state.settings().get(SettingField::name, "fi");
    };
    const std::string swedish_name = page.setting(SettingField::name);
    CHECK(page.says("In Swedish: " + swedish_name));
    // What is the same in every language, or nothing in Swedish, is not asked for.
    CHECK_FALSE(page.says("Starts"));
    page.say("Name", U"Avoin kokous");
    page.say("Question 1 · Title", U"Yhteys");
    page.say("Table 4 · Name", U"Vaahtera");
    CHECK(page.screen() == "settings");
    CHECK(page.read(name) == "Avoin kokous");
    CHECK(page.read(title) == "Yhteys");
    CHECK(page.read(table) == "Vaahtera");
    CHECK(page.setting(SettingField::name) == swedish_name);
    for (int step = 0; step < 3; ++step) {
        page.tap("undo_setting");
        page.settle();
    }
    CHECK(page.read(name) == swedish_name);
    CHECK(page.read(title) == "Kontakt");
    CHECK(page.read(table) == "Lönnen");
    page.tap("In Swedish");
    CHECK(page.says("Starts"));
}

TEST_CASE("a translation that ended is not brought back as one of other words") {
    OpenWordsPage page;
    const auto rename = [&page](const std::string& name) {
        page.do_at_desk([&name](Desk& desk) {
            const Body body{
                {}, ActingRole::organiser, SettingsDescribed{{{number(SettingField::name), name}}}};
            desk.record({&body, 1});
        });
    };
    const auto name = [](const EventState& state) {
        return state.settings().get(SettingField::name, "fi");
    };
    page.say("Name", U"Avoin kokous");
    rename("Vårens möte");
    page.say("Name", U"Kevään kokous");
    page.tap("undo_setting");
    page.settle();
    CHECK(page.read(name) == "Vårens möte");
    // Nor is the first one taken back, now that it stands beside other words.
    page.tap("undo_setting");
    page.settle();
    CHECK(page.says("Somebody has changed it since. Look at how it stands now."));
    CHECK(page.read(name) == "Vårens möte");
}

TEST_CASE("what is translated while somebody changes it is looked at once more") {
    OpenWordsPage page;
    page.tap("setting_1");
    page.do_at_desk([](Desk& desk) {
        const Body body{{},
                        ActingRole::organiser,
                        SettingsDescribed{{{number(SettingField::name), "Vårens möte"}}}};
        desk.record({&body, 1});
    });
    page.write(U"Avoin kokous");
    page.tap("save");
    page.settle();
    CHECK(page.screen() == "setting");
    CHECK(page.says("Somebody has changed it since. Look at how it stands now."));
    CHECK(page.read([](const EventState& state) {
        return state.settings().get(SettingField::name, "fi");
    }) == "Vårens möte");
}

TEST_CASE("a survey's choices are translated each, or a sentence says that some are missing") {
    OpenWordsPage page;
    const auto asked = [](const EventState& state) {
        return survey_questions(state).front().in("fi");
    };
    page.say("Survey, question 1 · The question", U"Milloin sopii?");
    CHECK_FALSE(page.read(asked));
    page.say("Survey, question 1 · Choices", U"Ilta");
    CHECK(page.screen() == "setting");
    CHECK(page.says("Survey, question 1 · Choices has 1 names, and Kväll; Lördag has 2."));
    page.tap("clear_text");
    page.write(U"Ilta; lauantai");
    page.tap("save");
    page.settle();
    CHECK(page.screen() == "settings");
    REQUIRE(page.read(asked));
    CHECK(page.read(asked)->choices == std::vector<std::string>{"Ilta", "lauantai"});
}

TEST_CASE("a language with letters of its own is written on its own keyboard") {
    OpenWordsPage page;
    page.tap("In Ukrainian");
    page.tap("setting_1");
    REQUIRE(page.driver.record().find_target("key_ї") != nullptr);
    page.tap("key_ї");
    page.tap("save");
    page.settle();
    const std::string name = page.read(
        [](const EventState& state) { return state.settings().get(SettingField::name, "uk"); });
    CHECK(name == "Ї");
}

}  // namespace stormote
