// People of one name at the entrance: each finds their own registration, and nobody's association
// is shown on the way.
#include <catch2/catch.hpp>

#include "tests/support/screens/at_the_door.h"

namespace stormote {

using testing::AtTheDoor;

namespace {

// Besides the Bo Ek from Eken, there are one from the mosque and one from nowhere.
struct ThreeOfOneName : AtTheDoor {
    ThreeOfOneName() {
        do_at_desk([](Desk& at) {
            for (const char *organisation : {"Moskéföreningen", ""}) {
                NewAttendee bo;
                bo.given_name = "Bo";
                bo.family_name = "Ek";
                bo.organisation = organisation;
                at.walk_in(bo, staff);
            }
        });
    }
    void ask_for_bo() {
        tap("type_name");
        write(U"bo ek");
        check_that_nothing_is_given_away();
        tap("Bo Ek");
        CHECK(screen() == "name_association");
        check_that_nothing_is_given_away();
    }
    void check_that_nothing_is_given_away() const {
        CHECK_FALSE(says("Eken"));
        CHECK_FALSE(says("Mosk"));
    }
    static constexpr Actor staff{ActingRole::staff};
};

}  // namespace

TEST_CASE("whoever has namesakes types two letters of the association, and is let in") {
    ThreeOfOneName door;
    door.ask_for_bo();
    CHECK(door.says("Several people are called Bo Ek."));
    door.write(U"e");
    CHECK(door.driver.record().find_target("hit_0") == nullptr);
    door.write(U"k");
    door.check_that_nothing_is_given_away();
    door.tap("hit_0");
    // The other two are here already.
    CHECK(door.comes_to_say("Welcome, Bo!"));
}

TEST_CASE("whoever was taken for a namesake goes on where the name was typed") {
    ThreeOfOneName door;
    door.ask_for_bo();
    door.write(U"ek");
    door.tap("hit_0");
    REQUIRE(door.comes_to_say("Welcome, Bo!"));
    door.tap("not_me");
    REQUIRE(door.comes_to_say("Type the first letters of your name"));
    CHECK(door.driver.record().find_target("hit_0")->label == "Bo Ek");
}

TEST_CASE("back from the question for the association the name stands there as typed") {
    ThreeOfOneName door;
    door.ask_for_bo();
    door.write(U"qw");
    door.tap("back");
    CHECK(door.screen() == "name");
    CHECK(door.driver.record().find_target("hit_0") != nullptr);
    door.tap("Bo Ek");
    CHECK(door.driver.record().find_target("hit_0") == nullptr);
    door.tap("back");
    door.tap("back");
    CHECK(door.screen() == "welcome");
}

TEST_CASE("whom the association does not tell apart calls the staff, and is told so") {
    ThreeOfOneName door;
    door.ask_for_bo();
    door.write(U"qw");
    CHECK(door.says("That did not find anybody."));
    door.tap("call_staff");
    CHECK(door.says("The staff at this door can now see"));
    CHECK(door.says("For the staff: 1"));
    CHECK(door.screen() == "name_association");
}

TEST_CASE("whoever tries out associations is slowed down like whoever tries out names") {
    ThreeOfOneName door;
    door.ask_for_bo();
    for (const char32_t *guess : {U"ab", U"br", U"ce", U"de", U"fa", U"ga", U"ha", U"ib"}) {
        door.write(guess);
        door.tap("clear_text");
    }
    door.write(U"mo");
    CHECK(door.driver.record().find_target("hit_0") == nullptr);
    CHECK(door.says("Many names have been searched for here."));
}

TEST_CASE("on the way out and in somebody's place namesakes are told apart in the same way") {
    ThreeOfOneName door;
    door.tap("way_out");
    door.tap("contact");
    door.write(U"bo ek");
    door.tap("Bo Ek");
    CHECK(door.screen() == "name_association");
    door.check_that_nothing_is_given_away();
    door.tap("call_staff");
    CHECK(door.says("For the staff: 1"));
    door.write(U"mo");
    door.tap("hit_0");
    CHECK(door.screen() == "exit_feedback_about");
    door.tap("back");
    door.tap("back");
    door.tap("done");
    door.tap("not_registered");
    door.tap("come_instead");
    door.write(U"bo ek");
    door.tap("Bo Ek");
    CHECK(door.says("that person's association"));
    door.check_that_nothing_is_given_away();
    door.write(U"ek");
    door.tap("hit_0");
    CHECK(door.screen() == "walk_in_name");
}

}  // namespace stormote
