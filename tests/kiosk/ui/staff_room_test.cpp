// The staff's page at the door with a real desk behind it: who is found there, and what staff does
// for them by hand.
#include "kiosk/ui/staff_room.h"

#include <catch2/catch.hpp>

#include "tests/support/event_desk.h"
#include "tests/support/ui_driver.h"
#include "tests/support/wait.h"

namespace stormote {

namespace {

using testing::EventDesk;

// Behind the PIN, on an event of three people: one is here, one is expected, one has cancelled.
class OpenPage {
  public:
    OpenPage() {
        here = event.add({"Åsa", "Öberg", "Eken"});
        expected = event.add({"Bo", "Ek", "Eken"});
        const AttendeeId cancelled = event.add({"Siv", "Lööf", "Eken"});
        FieldSetter<AttendeeField> fields;
        fields.set(AttendeeField::status, "cancelled");
        event.record(cancelled, AttendeeDescribed{fields.take()});
        event->plan_groups(1, 7, EventDesk::staff);
        event.come(here);
        event->set_staff_pin("2580", EventDesk::staff);
        desk.emplace(event.take(), [] {});
        room.emplace(*desk, driver.clock(), [](const Error&) {});
        room->enter();
        driver.show([this](Ui& ui) { (void)room->draw(ui, {}); });
        driver.type(U"2580");
        driver.press(KeyKind::enter);
        REQUIRE(comes_to_say("Latest check-ins"));
    }

    // Draws until the screen says so, as answers come from the desk.
    [[nodiscard]] bool comes_to_say(std::string_view words) {
        return wait_until([&] {
            desk->collect();
            driver.frame();
            return driver.record().says(words);
        });
    }
    void tap(std::string_view id_or_label) {
        driver.advance_ms(Ui::settle_ms);
        driver.tap(id_or_label);
        driver.frame();
    }
    void search(std::u32string_view typed) {
        tap("search");
        driver.type(typed);
        driver.frame();
    }
    [[nodiscard]] CheckInFact check_in_of(const AttendeeId& person) {
        return desk->read(
            [&](const Desk& at) { return at.state().find_attendee(person)->check_ins.front(); });
    }

    EventDesk event;
    AttendeeId here;
    AttendeeId expected;
    std::optional<DeskThread> desk;
    UiDriver driver;
    std::optional<StaffRoom> room;
};

}  // namespace

TEST_CASE("the page lists who is here, and the search finds everybody") {
    OpenPage page;
    CHECK(page.driver.record().says("Åsa Öberg"));
    CHECK_FALSE(page.driver.record().says("Bo Ek"));
    page.search(U"bo");
    CHECK(page.driver.record().says("Bo Ek"));
}

TEST_CASE("staff checks somebody in by hand, and the record says that it was by hand") {
    OpenPage page;
    page.search(U"bo");
    page.tap("Check in: Bo Ek");
    REQUIRE(page.comes_to_say("Bo Ek is checked in by hand, group 1."));
    CHECK(page.check_in_of(page.expected).method == CheckInMethod::staff);
    CHECK(page.check_in_of(page.expected).acting_role == ActingRole::staff);
}

TEST_CASE("staff is told where a registration was cancelled, and nobody is let in") {
    OpenPage page;
    page.search(U"siv");
    page.tap("Check in: Siv Lööf");
    REQUIRE(page.comes_to_say("The registration of Siv Lööf was cancelled"));
    page.search(U"siv");
    CHECK(page.driver.record().says("Check in: Siv Lööf"));
}

TEST_CASE("staff checks somebody out, who was here all the same") {
    OpenPage page;
    page.tap("undo_0");
    page.tap("check_out");
    REQUIRE(page.comes_to_say("Åsa Öberg is checked out."));
    CHECK(page.comes_to_say("Nobody has checked in yet."));
    CHECK(page.desk->read([&](const Desk& at) {
        return presence_of(at.state(), page.here).kind;
    }) == PresenceKind::left);
}

}  // namespace stormote
