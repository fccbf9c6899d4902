// The page that asks what a screen is called, between unlocking and the first screen.
#include "kiosk/ui/screens/unlock/device_name_presenter.h"

#include <catch2/catch.hpp>

#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

class NamedScreen {
  public:
    explicit NamedScreen(std::string proposal) {
        presenter.emplace(driver.ui(), preferences_, "mote.stormote", std::move(proposal));
        driver.show([this](Ui&) { presenter->draw(); });
        driver.frame();
        driver.advance_ms(Ui::settle_ms);
    }

    UiDriver driver;
    std::optional<DeviceNamePresenter> presenter;

  private:
    Languages languages_{{"en", Texts()}};
    UserPreferences preferences_{driver.ui(), languages_, "en", nullptr, Hearing::everybody};
};

}  // namespace

TEST_CASE("the name that is proposed is saved as it stands, or as it was changed") {
    NamedScreen screen("Entrance 1");
    SECTION("as it stands") {
        screen.driver.tap("save");
        CHECK(screen.presenter->name() == "Entrance 1");
    }
    SECTION("changed") {
        screen.driver.press(KeyKind::backspace);
        screen.driver.type(U"2 ");
        screen.driver.press(KeyKind::enter);
        CHECK(screen.presenter->name() == "Entrance 2");
    }
    CHECK(screen.presenter->is_done());
}

TEST_CASE("a name without a letter is none, and going back leaves the screen without one") {
    NamedScreen screen("");
    screen.driver.type(U"  ");
    screen.driver.press(KeyKind::enter);
    CHECK_FALSE(screen.presenter->is_done());
    screen.driver.tap("back");
    CHECK(screen.presenter->is_done());
    CHECK_FALSE(screen.presenter->name());
    CHECK(screen.presenter->is_answered());
}

TEST_CASE("closing the window is no answer") {
    NamedScreen screen("Entrance 1");
    screen.driver.close_window();
    CHECK(screen.presenter->is_done());
    CHECK_FALSE(screen.presenter->is_answered());
    CHECK_FALSE(screen.presenter->name());
}

}  // namespace stormote
