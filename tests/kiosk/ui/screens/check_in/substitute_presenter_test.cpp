// Coming in somebody's place with a real desk behind it: which question follows which, and what the
// screen must not give away.
#include "kiosk/ui/screens/check_in/substitute_presenter.h"

#include <catch2/catch.hpp>

#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

class AtTheKiosk : public testing::ScreenAtDesk {
  public:
    AtTheKiosk() {
        absent = event.add({"Åsa", "Öberg", "Ekens scoutkår"});
        open_desk();
        presenter.emplace(*desk, pace);
        show(presenter);
    }

    void choose_absent() {
        write(U"åsa");
        tap("Åsa Öberg");
    }

    AttendeeId absent;
    SearchPace pace;
    std::optional<SubstitutePresenter> presenter;
};

}  // namespace

TEST_CASE("a substitute says instead of whom, who they are, and agrees") {
    AtTheKiosk kiosk;
    CHECK(kiosk.screen() == "name_absent");
    CHECK(kiosk.says("Who are you here instead of?"));
    kiosk.choose_absent();
    CHECK(kiosk.screen() == "walk_in_name");
    CHECK(kiosk.says("Step 2 of 3"));
    CHECK(kiosk.says("You are here instead of Åsa Öberg"));
    CHECK(kiosk.driver.record().find_target("come_instead") == nullptr);
    kiosk.write(U"Ronja Ånäs");
    kiosk.tap("next");
    CHECK(kiosk.screen() == "walk_in_information");
    CHECK(kiosk.says("Step 3 of 3"));
    CHECK(kiosk.says("Ronja Ånäs"));
    kiosk.tap("register");
    kiosk.driver.frame();
    const auto *submitted = kiosk.led_to<Submitted>();
    REQUIRE(submitted != nullptr);
    CHECK(submitted->in_place_of == kiosk.absent);
    CHECK(submitted->newcomer.given_name == "Ronja");
    CHECK(submitted->newcomer.family_name == "Ånäs");
}

TEST_CASE("whoever knows a name does not learn the association from it") {
    AtTheKiosk kiosk;
    kiosk.choose_absent();
    CHECK_FALSE(kiosk.says("Ekens scoutkår"));
    kiosk.write(U"Ronja Ånäs");
    kiosk.tap("next");
    CHECK_FALSE(kiosk.says("Ekens scoutkår"));
}

TEST_CASE("one goes back from one's own name to the search, and from there out") {
    AtTheKiosk kiosk;
    kiosk.choose_absent();
    kiosk.tap("back");
    CHECK(kiosk.screen() == "name_absent");
    CHECK_FALSE(kiosk.navigation);
    kiosk.tap("back");
    CHECK(kiosk.led_to<GoHome>() != nullptr);
}

TEST_CASE("whoever does not agree is not stored, and the way ends") {
    AtTheKiosk kiosk;
    kiosk.choose_absent();
    kiosk.write(U"Ronja Ånäs");
    kiosk.tap("next");
    kiosk.tap("decline");
    kiosk.driver.frame();
    CHECK(kiosk.led_to<Declined>() != nullptr);
}

TEST_CASE("a name that is left on the screen is cleared, with a warning before") {
    AtTheKiosk kiosk;
    kiosk.write(U"åsa");
    kiosk.driver.advance_ms(13'000);
    CHECK(kiosk.says("cleared in 7 s"));
    kiosk.driver.advance_ms(7'000);
    CHECK(kiosk.led_to<GoHome>() != nullptr);
}

}  // namespace stormote
