// The staff's quick way in: a held corner, and nothing less.
#include "kiosk/ui/shell/staff_corner.h"

#include <catch2/catch.hpp>

#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

constexpr Point in_the_corner{60, 50};
constexpr Point beside_it{400, 50};

class HeldCorner {
  public:
    HeldCorner() {
        driver.show([this](Ui& ui) {
            ui.begin_screen("any");
            openings += corner.draw(ui) ? 1 : 0;
        });
    }
    [[nodiscard]] bool shows_ring() const { return driver.record().says("Keep holding"); }

    StaffCorner corner;
    UiDriver driver;
    int openings = 0;
};

}  // namespace

TEST_CASE("a corner that is held for a second opens once, and shows a ring until then") {
    HeldCorner held;
    CHECK_FALSE(held.shows_ring());
    held.driver.finger_down(0, in_the_corner);
    CHECK(held.shows_ring());
    CHECK(held.driver.ui().wake_ms().has_value());
    held.driver.advance_ms(StaffCorner::hold_ms - 1);
    CHECK(held.openings == 0);
    held.driver.advance_ms(1);
    CHECK(held.openings == 1);
    held.driver.advance_ms(5'000);
    CHECK(held.openings == 1);
    CHECK_FALSE(held.shows_ring());
}

TEST_CASE("a tap on the corner, or a finger that slides off or onto it, opens nothing") {
    HeldCorner held;
    held.driver.finger_down(0, in_the_corner);
    held.driver.finger_up(0, in_the_corner);
    held.driver.advance_ms(2'000);
    held.driver.finger_down(0, in_the_corner);
    held.driver.finger_move(0, beside_it);
    CHECK_FALSE(held.shows_ring());
    held.driver.finger_move(0, in_the_corner);
    held.driver.advance_ms(2'000);
    held.driver.finger_up(0, in_the_corner);
    CHECK(held.openings == 0);
}

}  // namespace stormote
