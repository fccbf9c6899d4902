// The wall's page on the organiser's page, with a real desk behind it and monitors that are played.
#include <catch2/catch.hpp>

#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "sync/base/local_time.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

class FakeScreen final : public SecondScreen {
  public:
    [[nodiscard]] std::vector<MonitorInfo> monitors() const override { return plugged; }
    [[nodiscard]] std::optional<std::string> shown_on() const override { return shown; }
    [[nodiscard]] std::optional<std::string> lost() const override { return gone; }
    bool show_on(const std::string& monitor) override {
        for (const MonitorInfo& each : plugged) {
            if (each.name != monitor || each.is_own) continue;
            shown = monitor;
            gone.reset();
            return true;
        }
        return false;
    }
    void close() override {
        shown.reset();
        gone.reset();
    }
    void unplug() {
        gone = std::exchange(shown, std::nullopt);
        plugged.pop_back();
    }

    std::vector<MonitorInfo> plugged{{"eDP-1", 1920, 1080, true}};
    std::optional<std::string> shown;
    std::optional<std::string> gone;
};

class WallPage : public testing::ScreenAtDesk {
  public:
    explicit WallPage(int notes = 2) {
        event.clock.set_wall_ms(*instant_of("2022-10-12T18:30"));
        event.add({"Åsa", "Öberg", "Eken"});
        for (int i = 1; i <= notes; ++i) {
            event->write_note({1, 1, NoteKind::proposal, "Förslag " + std::to_string(i)},
                              actor::facilitator);
            event.clock.advance_ms(1'000);
        }
        // High enough for all cards at once.
        driver.resize({1080, 4000});
        open_desk();
        presenter.emplace(*desk, nullptr, event.clock, nullptr, nullptr, &monitors);
        presenter->open();
        show(presenter);
        tap("tab_notes");
        settle();
        tap("open_wall");
        REQUIRE(comes_to_say("The second screen"));
        CHECK(screen() == "wall_page");
        if (notes > 0) REQUIRE(comes_to_say("Förslag 1"));
    }

    [[nodiscard]] std::vector<std::string> on_wall() {
        return desk->read([](const Desk& at) {
            std::vector<std::string> texts;
            for (const WallNote& note : notes_on_wall(at.state())) texts.push_back(note.text);
            return texts;
        });
    }

    FakeScreen monitors;
    std::optional<OrganiserPresenter> presenter;
};

}  // namespace

TEST_CASE("without a second screen the page says so, and what to do") {
    WallPage page;
    CHECK(page.says("No second screen is connected."));
    CHECK(page.says("eDP-1"));
    CHECK(page.driver.record().find_target("monitor_1") == nullptr);
}

TEST_CASE("a screen that is plugged in is offered, shows the wall, and is closed again") {
    WallPage page;
    page.monitors.plugged.push_back({"HDMI-1", 1280, 720, false});
    page.settle();
    CHECK_FALSE(page.says("No second screen is connected."));
    CHECK(page.says("HDMI-1 · 1280 × 720"));
    CHECK(page.says("Stands on no screen"));
    page.tap("Show the wall here: HDMI-1");
    CHECK(page.monitors.shown == "HDMI-1");
    CHECK(page.says("Stands on HDMI-1 now."));
    page.tap("back");
    page.settle();
    CHECK(page.monitors.shown == "HDMI-1");
    page.tap("open_wall");
    page.settle();
    page.tap("Close the wall: HDMI-1");
    CHECK_FALSE(page.monitors.shown);
}

TEST_CASE("a screen that is unplugged closes the wall, and the page says so") {
    WallPage page;
    page.monitors.plugged.push_back({"HDMI-1", 1280, 720, false});
    page.settle();
    page.tap("monitor_1");
    page.monitors.unplug();
    page.settle();
    CHECK(page.says("HDMI-1 was unplugged, and the wall was closed."));
    CHECK(page.says("Stands on no screen"));
    page.monitors.plugged.push_back({"HDMI-1", 1280, 720, false});
    page.settle();
    page.tap("monitor_1");
    CHECK_FALSE(page.says("was unplugged"));
}

TEST_CASE("a note is let onto the wall by a tap, and taken off by another") {
    WallPage page;
    CHECK(page.on_wall().empty());
    page.tap("Show on the wall: Förslag 1");
    page.settle();
    CHECK(page.on_wall() == std::vector<std::string>{"Förslag 1"});
    REQUIRE(page.comes_to_say("On the wall: 1"));
    page.tap("tab_on_wall");
    REQUIRE(page.comes_to_say("Take off the wall: Förslag 1"));
    CHECK_FALSE(page.says("Förslag 2"));
    page.tap("Take off the wall: Förslag 1");
    page.settle();
    CHECK(page.on_wall().empty());
    CHECK(page.comes_to_say("No note is on the wall."));
}

TEST_CASE("three notes are chosen for the end, and a fourth is not offered") {
    WallPage page(4);
    for (const char *text : {"Förslag 1", "Förslag 2", "Förslag 3"}) {
        const std::string label = std::string("Choose for the end: ") + text;
        REQUIRE(page.comes_to_say(label));
        page.tap(label);
        page.settle();
        REQUIRE(page.comes_to_say(std::string("Chosen: ") + text));
    }
    CHECK(page.driver.record().find_target("Choose for the end: Förslag 4") == nullptr);
    page.tap("Chosen: Förslag 2");
    CHECK(page.comes_to_say("Choose for the end: Förslag 4"));
    CHECK(page.on_wall().size() == 3);
}

TEST_CASE("a note that names somebody is not offered, and what changed at the table says so") {
    WallPage page(1);
    page.tap("Show on the wall: Förslag 1");
    page.do_at_desk([](Desk& at) {
        at.write_note({1, 1, NoteKind::proposal, "Fråga Åsa Öberg"}, actor::facilitator);
        const NoteId first = wall_notes(at.state()).back().id;
        at.edit_note(first, NoteKind::proposal, "Förslag ett", actor::facilitator);
    });
    page.driver.advance_ms(1'000);
    page.settle();
    REQUIRE(page.comes_to_say("Names somebody, and is not shown."));
    CHECK(page.driver.record().find_target("Show on the wall: Fråga Åsa Öberg") == nullptr);
    CHECK(page.comes_to_say("Changed at the table since it was shown"));
    CHECK(page.driver.record().find_target("Show on the wall: Förslag ett") != nullptr);
}

TEST_CASE("that a monitor was unplugged is said until the page is left") {
    WallPage page;
    page.monitors.plugged.push_back({"HDMI-1", 3840, 2160, false});
    page.monitors.show_on("HDMI-1");
    page.monitors.unplug();
    REQUIRE(page.comes_to_say("HDMI-1 was unplugged"));
    page.tap("back");
    page.settle();
    page.tap("open_wall");
    REQUIRE(page.comes_to_say("The second screen"));
    CHECK_FALSE(page.says("was unplugged"));
}

}  // namespace stormote
