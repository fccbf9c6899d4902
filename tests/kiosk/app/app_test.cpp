// The kiosk's screens in their order, with a real desk behind them.
#include <future>

#include <catch2/catch.hpp>

#include "tests/support/machine/wait.h"
#include "tests/support/screens/at_the_door.h"

namespace stormote {

using testing::AtTheDoor;

TEST_CASE("somebody who is here says that they leave, and is welcomed back to the same group") {
    AtTheDoor door;
    door.choose_asa_twice();
    door.tap("leave");
    REQUIRE(door.comes_to_say("Goodbye, Åsa"));
    CHECK(door.driver.record().says("group 1"));
    door.tap("done");
    CHECK(door.screen() == "welcome");
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome back, Åsa!"));
    CHECK(door.driver.record().says("You sit in group"));
}

TEST_CASE("whoever tapped another's name takes it back, and finds their letters again") {
    AtTheDoor door;
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.tap("not_me");
    door.settle();
    CHECK(door.screen() == "name");
    CHECK(door.comes_to_say("Åsa"));
    door.do_at_desk([&](Desk& desk) {
        const auto found = desk.search("Åsa Öberg", 1);
        REQUIRE(found.hits.size() == 1);
        CHECK(presence_of(desk.state(), found.hits[0].attendee).kind == PresenceKind::expected);
    });
}

TEST_CASE("a ticket is its owner's: its verdict asks nobody whether it is theirs") {
    AtTheDoor door;
    door.driver.scan(door.tickets["Åsa Öberg"]);
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    CHECK(door.driver.record().find_target("not_me") == nullptr);
}

TEST_CASE("the group stays on the screen without a name, until the next one does something") {
    AtTheDoor door;
    door.driver.scan(door.tickets["Åsa Öberg"]);
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.driver.advance_ms(10'000);
    door.driver.frame();
    CHECK(door.screen() == "welcome");
    CHECK(door.driver.record().says("Next, welcome!"));
    CHECK(door.driver.record().says("Group"));
    CHECK_FALSE(door.driver.record().says("Åsa"));
    // However long nobody comes.
    door.driver.advance_ms(60'000);
    CHECK(door.driver.record().says("Next, welcome!"));
    door.tap("type_name");
    door.tap("back");
    CHECK(door.screen() == "welcome");
    CHECK_FALSE(door.driver.record().says("Next, welcome!"));
}

TEST_CASE("a ticket that is scanned while another is being written waits for its turn") {
    AtTheDoor door;
    std::promise<void> disk;
    door.desk->do_quietly([&disk](Desk&) { disk.get_future().wait(); });
    door.driver.scan(door.tickets["Åsa Öberg"]);
    door.driver.scan(door.tickets["Bo Ek"]);
    door.driver.scan(door.tickets["Åsa Öberg"]);
    disk.set_value();
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    // She may read it first.
    door.driver.advance_ms(1'000);
    CHECK(door.driver.record().says("Welcome, Åsa!"));
    door.driver.advance_ms(1'500);
    REQUIRE(door.comes_to_say("Welcome, Bo!"));
    // Nobody else waits: the card stands until its time is up.
    door.driver.advance_ms(3'000);
    CHECK(door.driver.record().says("Welcome, Bo!"));
}

TEST_CASE("codes of a mad scanner, read on a slow disk, do not greet the next person") {
    AtTheDoor door;
    door.tap("type_name");
    REQUIRE(door.screen() == "name");
    std::promise<void> disk;
    door.desk->do_quietly([&disk](Desk&) { disk.get_future().wait(); });
    door.driver.scan("N1([eLO[9 Sc:8");
    door.driver.scan("7Gf/w2!kQ");
    door.tap("back");
    REQUIRE(door.screen() == "welcome");
    disk.set_value();
    // Each code that waits is taken some seconds after the one before.
    for (int second = 0; second < 8; ++second) {
        door.settle();
        door.driver.advance_ms(1'000);
        CHECK(door.screen() == "welcome");
    }
    door.driver.scan("N1([eLO[9 Sc:8");
    CHECK(door.comes_to_say("That was not a ticket"));
}

TEST_CASE(
    "before the doors open staff looks at the door whether all is ready, and tries a ticket") {
    AtTheDoor door(AtTheDoor::Printer::none, "2099-10-12T18:00");
    door.do_at_desk([](Desk& desk) { desk.set_staff_pin("2580", testing::EventDesk::staff); });
    door.enter_as_staff(U"2580");
    door.tap("ready");
    door.settle();
    REQUIRE(door.screen() == "ready");
    door.driver.scan(door.tickets["Bo Ek"]);
    door.settle();
    CHECK(door.says("Nobody was checked in."));
    CHECK(door.screen() == "ready");
    door.tap("back");
    door.settle();
    CHECK(door.says("Nobody has checked in yet."));
    // Off the ready page it is somebody who comes.
    door.driver.scan(door.tickets["Bo Ek"]);
    CHECK(door.comes_to_say("Welcome, Bo!"));
}

TEST_CASE("once the doors are open the staff's page does not ask whether all is ready") {
    AtTheDoor door;
    door.do_at_desk([](Desk& desk) { desk.set_staff_pin("2580", testing::EventDesk::staff); });
    door.enter_as_staff(U"2580");
    CHECK(door.driver.record().find_target("search") != nullptr);
    CHECK(door.driver.record().find_target("ready") == nullptr);
}

TEST_CASE("staff closes the kiosk after a question that says what it means, and may keep it") {
    AtTheDoor door;
    door.do_at_desk([](Desk& desk) { desk.set_staff_pin("2580", testing::EventDesk::staff); });
    door.enter_as_staff(U"2580");
    door.tap("leave");
    CHECK(door.screen() == "staff_closing");
    CHECK(door.says("Nobody can check in here until somebody starts the kiosk again."));
    CHECK_FALSE(door.app->is_done());
    door.tap("keep_running");
    CHECK(door.screen() == "staff");
    CHECK_FALSE(door.app->is_done());
    door.tap("leave");
    door.tap("close_kiosk");
    CHECK(door.app->is_done());
}

TEST_CASE("a call for help is marked for the staff, once, and names nobody") {
    AtTheDoor door;
    CHECK_FALSE(door.driver.record().says("For the staff: 1"));
    door.tap("help");
    door.tap("call_staff");
    CHECK(door.driver.record().says("The staff at this door can now see"));
    CHECK(door.driver.record().says("For the staff: 1"));
    CHECK(door.driver.record().find_target("call_staff") == nullptr);
    door.tap("close_help");
    CHECK(door.driver.record().says("For the staff: 1"));
}

TEST_CASE("behind the help is the sheet of whoever works there, and the guests' help for others") {
    AtTheDoor door;
    door.do_at_desk([](Desk& desk) { desk.set_staff_pin("2580", testing::EventDesk::staff); });
    door.tap("help");
    CHECK(door.driver.record().head().screen == "help");
    door.tap("staff");
    // Whoever has not given the PIN may be a guest.
    door.tap("help");
    CHECK(door.driver.record().head().screen == "help");
    door.tap("close_help");
    door.enter_as_staff(U"2580");
    door.tap("help");
    CHECK(door.driver.record().head().screen == "guide");
    CHECK(door.driver.record().says("At the door"));
    CHECK(door.driver.record().says("Before the doors open"));
    CHECK_FALSE(door.driver.record().says("If something stops working"));
    for (int page = 0; page < 4; ++page) {
        if (door.driver.record().find_target("guide_down") != nullptr) door.tap("guide_down");
    }
    CHECK(door.driver.record().says("If something stops working"));
    // Whoever closes it may be anybody.
    door.tap("close_help");
    CHECK(door.driver.record().head().screen == "welcome");
}

TEST_CASE("the cards of the help lead to the keyboard, to registration and to the ticket") {
    AtTheDoor door;
    door.tap("help");
    door.tap("type_name");
    CHECK(door.driver.record().head().screen == "name");
    // What is being written is not left behind by chance.
    door.tap("help");
    CHECK(door.driver.record().find_target("not_registered") == nullptr);
    door.tap("close_help");
    door.tap("back");
    CHECK(door.driver.record().head().screen == "welcome");
    door.tap("help");
    door.tap("show_ticket");
    CHECK(door.driver.record().head().screen == "welcome");
    door.tap("help");
    door.tap("not_registered");
    CHECK(door.driver.record().head().screen.starts_with("walk_in"));
}

TEST_CASE("a ticket of nobody, and a check-in that somebody denies, are left for the staff") {
    AtTheDoor door;
    door.choose_name(U"bo", "Bo Ek");
    REQUIRE(door.comes_to_say("Welcome, Bo"));
    door.tap("done");
    door.choose_name(U"bo", "Bo Ek");
    REQUIRE(door.comes_to_say("You are already checked in, Bo"));
    // Without a printer nothing can be printed again.
    CHECK(door.driver.record().find_target("print_label") == nullptr);
    door.tap("not_me");
    CHECK(door.comes_to_say("For the staff: 1"));
}

TEST_CASE("an ordinary printer prints a slip with group and table, and is asked for another one") {
    AtTheDoor door(AtTheDoor::Printer::of_slips);
    door.choose_name(U"bo", "Bo Ek");
    REQUIRE(door.comes_to_say("A slip with your group and table is printing"));
    REQUIRE(wait_until([&] { return door.printer.taken == 1; }));
    door.printer.print_all();
    door.tap("done");
    door.choose_name(U"bo", "Bo Ek");
    REQUIRE(door.comes_to_say("You are already checked in, Bo"));
    CHECK(door.driver.record().find_target("print_label")->label == "Print the slip again");
}

TEST_CASE("whoever is here already gets another label by asking for it, once") {
    AtTheDoor door(AtTheDoor::Printer::ready);
    door.choose_name(U"bo", "Bo Ek");
    REQUIRE(door.comes_to_say("Your name label is printing"));
    REQUIRE(wait_until([&] { return door.printer.taken == 1; }));
    door.printer.print_all();
    door.tap("done");
    door.choose_name(U"bo", "Bo Ek");
    REQUIRE(door.comes_to_say("You are already checked in, Bo"));
    door.tap("print_label");
    CHECK(door.comes_to_say("Your name label is printing"));
    CHECK(door.driver.record().find_target("print_label") == nullptr);
    REQUIRE(wait_until([&] { return door.printer.taken == 2; }));
}

TEST_CASE("the volume of speech is seen as long as it speaks") {
    AtTheDoor door;
    const auto speech = [&] { return door.driver.record().find_target("speech")->label; };
    const auto press = [&](KeyKind kind) {
        door.driver.press_once(kind);
        door.app->speak();
        door.driver.frame();
    };
    CHECK(speech() == "Read aloud");
    press(KeyKind::speech);
    CHECK(speech() == "Read aloud 3/5");
    press(KeyKind::louder);
    CHECK(speech() == "Read aloud 4/5");
    press(KeyKind::speech);
    CHECK(speech() == "Read aloud");
}

TEST_CASE("an answer sounds as it looks: rising for who is in, a knock for who is in already") {
    AtTheDoor door;
    door.choose_asa_twice();
    CHECK(door.sounds.heard == std::vector<std::string>{"welcome", "look"});
    door.tap("leave");
    REQUIRE(door.comes_to_say("Goodbye, Åsa"));
    CHECK(door.sounds.heard.size() == 2);
}

TEST_CASE("no tone sounds for who is being read to") {
    AtTheDoor door;
    door.tap("speech");
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    CHECK(door.sounds.heard.empty());
}

TEST_CASE("a party goes on from one to the next, and is forgotten when all are in") {
    AtTheDoor door;
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.tap("next_of_party");
    CHECK(door.screen() == "party");
    door.tap("next_by_name");
    door.driver.type(U"bo");
    door.driver.frame();
    door.tap("Bo Ek");
    REQUIRE(door.comes_to_say("Welcome, Bo!"));
    door.tap("done");
    CHECK(door.screen() == "party");
    CHECK(door.driver.record().says("Åsa Öberg"));
    CHECK(door.driver.record().says("Bo Ek"));
    door.tap("done");
    CHECK(door.screen() == "welcome");
    // The next person begins alone.
    door.tap("not_registered");
    CHECK(door.driver.record().says("Step 1 of 3"));
    CHECK_FALSE(door.driver.record().says("same association"));
}

TEST_CASE("the next one of a party who is not registered says a name, and agrees") {
    AtTheDoor door;
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.tap("next_of_party");
    door.tap("next_not_registered");
    CHECK(door.driver.record().says("Step 1 of 2"));
    CHECK(door.driver.record().says("From the same association as Åsa Öberg."));
    door.tap("back");
    CHECK(door.screen() == "party");
    door.tap("next_not_registered");
    door.driver.type(U"Siv Lööf");
    door.driver.frame();
    door.tap("next");
    CHECK_FALSE(door.driver.record().says("Eken"));
    door.tap("register");
    REQUIRE(door.comes_to_say("Welcome, Siv!"));
    CHECK(door.desk->read([](const Desk& desk) {
        for (const auto& [id, attendee] : desk.state().attendees()) {
            if (attendee.full_name() != "Siv Lööf") continue;
            return desk.state().organisation_of(attendee, OrganisationField::name);
        }
        return std::string();
    }) == "Eken");
}

TEST_CASE("a place that is taken is said without saying by whom or when") {
    AtTheDoor door;
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.tap("done");
    door.tap("not_registered");
    door.tap("come_instead");
    door.driver.type(U"åsa");
    door.driver.frame();
    door.tap("Åsa Öberg");
    door.driver.type(U"Siv Lööf");
    door.driver.frame();
    door.tap("next");
    door.tap("register");
    REQUIRE(door.comes_to_say("That seat is not available"));
    CHECK_FALSE(door.driver.record().says("Åsa"));
}

}  // namespace stormote
