// The entrance's first screen while the evening ends.
#include "kiosk/ui/screens/check_in/farewell.h"

#include <catch2/catch.hpp>

#include "tests/support/screens/shown_screen.h"

namespace stormote {

namespace {

using ShownFarewell = testing::ShownScreen<FarewellIntent, FarewellView>;

}  // namespace

TEST_CASE("the farewell says how many questions there are, and names none where there are none") {
    ShownFarewell shown(draw_farewell, {});
    CHECK(shown.driver.record().says("Write a comment, or ask to be contacted."));
    CHECK_FALSE(shown.driver.record().says("question"));
    shown.view.question_count = 3;
    shown.driver.frame();
    CHECK(shown.driver.record().says("Answer 3 questions. Nobody sees who answered."));
    shown.view.question_count = 1;
    shown.driver.frame();
    CHECK(shown.driver.record().says("Answer 1 question. Nobody sees who answered."));
}

TEST_CASE("each way of the farewell leads where its words say") {
    ShownFarewell shown(draw_farewell, {});
    shown.driver.tap("way_out");
    CHECK(shown.get<OpenWayOut>());
    shown.driver.tap("check_out");
    REQUIRE(shown.get<CheckOut>());
    CHECK(shown.get<CheckOut>()->first_letters.empty());
    shown.driver.tap("arrive_late");
    CHECK(shown.get<ArriveLate>());
}

TEST_CASE("whoever finds a real keyboard on the farewell just types to check out") {
    ShownFarewell shown(draw_farewell, {});
    shown.driver.type(U"å");
    REQUIRE(shown.get<CheckOut>());
    CHECK(shown.get<CheckOut>()->first_letters == "Å");
}

}  // namespace stormote
