// The ways from the kiosk's other screens to what can be left behind, and back.
#include <catch2/catch.hpp>

#include "tests/support/screens/at_the_door.h"

namespace stormote {

using testing::AtTheDoor;

TEST_CASE("whoever leaves may comment with their name, and the next person finds nothing of it") {
    AtTheDoor door;
    door.choose_asa_twice();
    door.tap("leave");
    REQUIRE(door.comes_to_say("Goodbye, Åsa"));
    door.tap("way_out");
    CHECK(door.screen() == "exit_feedback");
    door.tap("comment");
    door.write(U"Bra kväll");
    door.tap("next");
    CHECK(door.driver.record().says("Åsa Öberg"));
    door.tap("send_signed");
    REQUIRE(door.comes_to_say("Thank you for your comment!"));
    door.tap("done");
    CHECK(door.driver.record().says("What you told us has been saved."));
    door.tap("done");
    CHECK(door.screen() == "welcome");
    CHECK(door.desk->read([](const Desk& desk) { return desk.state().messages().size(); }) == 1);
    door.tap("way_out");
    CHECK_FALSE(door.driver.record().says("Done. Thank you!"));
    door.tap("comment");
    CHECK(door.driver.record().find_target("written_text")->value.empty());
    door.tap("back");
    door.tap("contact");
    CHECK(door.screen() == "name_respondent");
}

TEST_CASE("whoever leaves nothing behind goes home without thanks") {
    AtTheDoor door;
    door.tap("way_out");
    door.tap("done");
    CHECK(door.screen() == "welcome");
}

TEST_CASE("before the event has begun nobody is on their way home") {
    AtTheDoor door(AtTheDoor::Printer::none, "2031-10-12T18:00");
    CHECK(door.driver.record().find_target("way_out") == nullptr);
}

TEST_CASE("somebody who arrives while another page lies open is let in, and its words are gone") {
    AtTheDoor door;
    door.tap("way_out");
    door.tap("comment");
    door.write(U"Halvt skrivet");
    door.driver.scan(door.tickets["Bo Ek"]);
    REQUIRE(door.comes_to_say("Welcome, Bo!"));
    door.tap("done");
    door.tap("way_out");
    door.tap("comment");
    CHECK(door.driver.record().find_target("written_text")->value.empty());
}

TEST_CASE("a ticket says who wants to be contacted, and checks nobody in again") {
    AtTheDoor door;
    door.driver.scan(door.tickets["Bo Ek"]);
    REQUIRE(door.comes_to_say("Welcome, Bo!"));
    door.tap("done");
    door.tap("way_out");
    door.tap("contact");
    door.driver.scan(door.tickets["Bo Ek"]);
    door.driver.frame();
    CHECK(door.screen() == "exit_feedback_about");
}

TEST_CASE("help lies over what is half written, which is there again afterwards") {
    AtTheDoor door;
    door.tap("way_out");
    door.tap("comment");
    door.write(U"Halvt");
    door.tap("help");
    door.tap("close_help");
    CHECK(door.driver.record().find_target("written_text")->value == "Halvt");
}

}  // namespace stormote
