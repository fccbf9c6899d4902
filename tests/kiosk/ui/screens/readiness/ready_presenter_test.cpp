// The ready page with a real desk behind it, and a machine that the test plays.
#include "kiosk/ui/screens/readiness/ready_presenter.h"

#include <atomic>
#include <future>

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "sync/base/local_time.h"
#include "tests/support/machine/wait.h"
#include "tests/support/screens/at_the_door.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

using testing::EventDesk;
using testing::HeardTones;

namespace {

// The organiser's page an hour before the doors open, on a machine whose printer the test holds.
class BeforeTheDoors : public testing::ScreenAtDesk {
  public:
    explicit BeforeTheDoors(const std::string& now = "2022-10-12T17:00")
        : trials({{"printer", [this] { return printer_point(); }},
                  {"scanner",
                   [] {
                       return ReadyPoint{"scanner", Ready::yes,
                                         localized({"A scanner is connected: {}."}, "Reader")};
                   }},
                  {"sound",
                   [] {
                       return ReadyPoint{"sound", Ready::yes,
                                         localized({"The sound output can be opened."})};
                   }}},
                 [] {}) {
        event.clock.set_wall_ms(*instant_of(now));
        waiting = event.add({"Yusuf", "Ek", "Ekbackens IF"});
        ticket = event->tickets().write(event->issue_tickets(EventDesk::staff).at(0).ticket);
        open_desk();
        presenter.emplace(*desk, nullptr, event.clock, &trials, &sounds);
        presenter->open();
        show(presenter);
    }
    ~BeforeTheDoors() { gate.set_value(); }

    void open_page() {
        REQUIRE(comes_to_say("Missing: 3."));
        tap("open_ready");
        settle();
        REQUIRE(screen() == "ready");
    }
    // Further down where it does not show.
    void reach(std::string_view id) {
        const auto is_there = [&] { return driver.record().find_target(id) != nullptr; };
        for (int taps = 0; taps < 20 && !is_there(); ++taps) tap("ready_down");
        REQUIRE(is_there());
    }
    [[nodiscard]] bool says_further_down(std::string_view words) {
        for (int taps = 0; taps < 20 && !says(words); ++taps) tap("ready_down");
        return says(words);
    }
    [[nodiscard]] bool has_ended() {
        return wait_until([this] { return !trials.answers().is_running; });
    }

    AttendeeId waiting;
    std::string ticket;
    std::atomic<bool> has_paper = false;
    std::atomic<bool> is_slow = false;
    std::promise<void> gate;
    HeardTones sounds;
    TrialThread trials;
    std::optional<OrganiserPresenter> presenter;

  private:
    ReadyPoint printer_point() {
        if (is_slow) gate.get_future().wait();
        if (has_paper) return {"printer", Ready::yes, localized({"The printer {} is ready."}, "A")};
        return {"printer", Ready::no, localized({"The printer {} is out of paper or labels."}, "A"),
                localized({"Put in a new roll or paper."})};
    }
};

}  // namespace

TEST_CASE("before the doors open the door's page says how many points are missing") {
    BeforeTheDoors page;
    REQUIRE(page.comes_to_say("Ready for the doors?"));
    // Nobody has a group or the PIN is unset, and the printer has no paper.
    CHECK(page.comes_to_say("Missing: 3."));
}

TEST_CASE("once the doors are open nobody asks any more whether all is ready") {
    BeforeTheDoors page("2022-10-12T18:30");
    REQUIRE(page.comes_to_say("0 of 1 registered"));
    CHECK_FALSE(page.says("Ready for the doors?"));
    CHECK_FALSE(page.trials.answers().is_running);
    CHECK_FALSE(page.trials.answers().answers.front().point);
}

TEST_CASE("once the start is put off the parts are tried") {
    BeforeTheDoors page("2022-10-12T18:30");
    REQUIRE(page.comes_to_say("0 of 1 registered"));
    page.has_paper = true;
    page.do_at_desk([](Desk& desk) {
        FieldSetter<SettingField> later;
        later.set(SettingField::starts, "2022-10-12T19:00");
        const Body body{{}, ActingRole::organiser, SettingsDescribed{later.take()}};
        desk.record(std::span(&body, 1));
    });
    page.driver.advance_ms(10'000);
    page.settle();
    REQUIRE(page.says("Ready for the doors?"));
    REQUIRE(page.has_ended());
    CHECK(page.comes_to_say("Missing: 2."));
    CHECK(page.trials.answers().answers.front().point);
}

TEST_CASE("whoever comes early has opened the doors") {
    BeforeTheDoors page;
    REQUIRE(page.comes_to_say("Ready for the doors?"));
    page.do_at_desk([&](Desk& desk) {
        static_cast<void>(desk.check_in(page.waiting, CheckInMethod::name, EventDesk::staff));
    });
    page.driver.advance_ms(10'000);
    page.settle();
    CHECK_FALSE(page.says("Ready for the doors?"));
}

TEST_CASE("each point says what to do, and its button leads to where it is settled") {
    BeforeTheDoors page;
    page.open_page();
    CHECK(page.says("Printer · Missing"));
    CHECK(page.says("The printer A is out of paper or labels."));
    CHECK(page.says("Put in a new roll or paper."));
    page.reach("ready_groups");
    page.tap("ready_groups");
    page.settle();
    CHECK(page.screen() == "organiser_groups");
}

TEST_CASE("what was settled is ready when everything is tried again") {
    BeforeTheDoors page;
    page.open_page();
    page.has_paper = true;
    page.do_at_desk([](Desk& desk) { desk.set_staff_pin("1234", EventDesk::staff); });
    REQUIRE(page.has_ended());
    page.tap("try_again");
    CHECK(page.comes_to_say("Missing: 1."));
    CHECK_FALSE(page.says("Printer · Missing"));
}

TEST_CASE("while a part is slow to answer the page goes on") {
    BeforeTheDoors page;
    page.open_page();
    REQUIRE(page.has_ended());
    page.is_slow = true;
    page.tap("try_again");
    page.settle();
    CHECK_FALSE(page.driver.record().find_target("try_again")->enabled);
    CHECK(page.says("Missing: 2."));
    page.tap("back");
    page.settle();
    CHECK(page.screen() == "organiser");
}

TEST_CASE("a ticket is read as a try, and nobody is checked in") {
    BeforeTheDoors page;
    CHECK_FALSE(page.presenter->take_code(page.ticket, ShownTo::scanner));
    page.open_page();
    CHECK(page.presenter->take_code("7350000000017", ShownTo::scanner));
    page.settle();
    // At the top, while the list stands elsewhere.
    CHECK(page.says("but it is no ticket of this event."));
    page.event.clock.advance_ms(8'000);
    page.settle();
    CHECK_FALSE(page.says("but it is no ticket of this event."));
    CHECK(page.says_further_down("Hand scanner · Look"));
    CHECK(page.says("but it is no ticket of this event."));
    CHECK(page.presenter->take_code(page.ticket, ShownTo::scanner));
    page.settle();
    page.reach("ready_sound");
    CHECK(page.says("Hand scanner · Ready"));
    CHECK(page.says("A ticket was read at 17.00. Nobody was checked in."));
    CHECK(page.desk->read([&](const Desk& desk) {
        return presence_of(desk.state(), page.waiting).kind;
    }) == PresenceKind::expected);
}

TEST_CASE("a sample is played where there are tones") {
    BeforeTheDoors page;
    page.open_page();
    page.reach("ready_sound");
    page.tap("ready_sound");
    page.settle();
    CHECK(page.sounds.heard == std::vector<std::string>{"welcome"});
    CHECK(page.screen() == "ready");
}

}  // namespace stormote
