// Who is refused at the entrance is led to people.
#include <catch2/catch.hpp>

#include "tests/support/screens/at_the_door.h"

namespace stormote {

using testing::AtTheDoor;

namespace {

// Another last digit is a seal that nobody made.
std::string forge(std::string ticket) {
    ticket.back() = ticket.back() == '9' ? '0' : static_cast<char>(ticket.back() + 1);
    return ticket;
}

void register_siv(AtTheDoor& door, std::string_view answer) {
    door.write(U"Siv Lööf");
    door.tap("next");
    door.tap(answer);
}

void come_instead_of_asa(AtTheDoor& door) {
    door.tap("not_registered");
    door.tap("come_instead");
    door.write(U"åsa");
    door.tap("Åsa Öberg");
}

}  // namespace

TEST_CASE("whoever holds a forged ticket calls the staff from where they stand") {
    AtTheDoor door;
    door.driver.scan(forge(door.tickets["Bo Ek"]));
    REQUIRE(door.comes_to_say("That ticket cannot be used"));
    door.tap("call_staff");
    CHECK(door.says("The staff at this door can now see that somebody needs help."));
    CHECK(door.driver.record().find_target("call_staff") == nullptr);
    // The ticket, and the call.
    CHECK(door.says("For the staff: 2"));
    // Longer than a notice stands that nobody has to come to.
    door.driver.advance_ms(30'000);
    CHECK(door.says("That ticket cannot be used"));
    door.tap("done");
    CHECK(door.screen() == "welcome");
}

TEST_CASE("whose place somebody took calls the staff first") {
    AtTheDoor door;
    come_instead_of_asa(door);
    register_siv(door, "register");
    REQUIRE(door.comes_to_say("Welcome, Siv!"));
    door.tap("done");
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Somebody has checked in instead of you"));
    CHECK(door.driver.record().find_target("walk_in") != nullptr);
    door.tap("call_staff");
    CHECK(door.says("The staff at this door can now see that somebody needs help."));
}

TEST_CASE("whoever does not want to be registered hears that nothing was saved, and is welcome") {
    AtTheDoor door;
    come_instead_of_asa(door);
    register_siv(door, "decline");
    CHECK(door.says("Nothing was saved"));
    CHECK(door.says("You are welcome in all the same."));
    CHECK(door.desk->read([](const Desk& at) { return at.state().attendees().size(); }) == 2);
    door.tap("done");
    CHECK(door.screen() == "welcome");
}

TEST_CASE("one of a party who does not want to be registered goes back to the others") {
    AtTheDoor door;
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.tap("next_of_party");
    door.tap("next_not_registered");
    register_siv(door, "decline");
    REQUIRE(door.says("Nothing was saved"));
    door.tap("done");
    CHECK(door.screen() == "party");
}

}  // namespace stormote
