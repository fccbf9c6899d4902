// The staff's quick way in: a held corner, and nothing less.
#include "kiosk/ui/shell/staff_corner.h"

#include <algorithm>
#include <utility>

#include <catch2/catch.hpp>

#include "kiosk/ui/shell/frame.h"
#include "tests/support/screens/sample_words.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

// Of a screen that is 1920 wide.
constexpr Point in_the_corner{1860, 50};
constexpr Point beside_it{1500, 50};
constexpr Point at_the_coat_of_arms{60, 50};

class HeldCorner {
  public:
    HeldCorner() {
        driver.show([this](Ui& ui) {
            ui.begin_screen("any");
            openings += corner.draw(ui) ? 1 : 0;
        });
    }
    // Whatever language its words are in.
    [[nodiscard]] bool shows_ring() const {
        const auto& items = driver.record().items();
        return std::any_of(items.begin(), items.end(),
                           [](const RecordedItem& item) { return item.role == Role::image; });
    }

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

TEST_CASE("the corner is the one farthest from the coat of arms, upright and mirrored, too") {
    HeldCorner held;
    Point corner = in_the_corner;
    Point coat_of_arms = at_the_coat_of_arms;
    SECTION("wide") {}
    SECTION("upright") {
        held.driver.resize({1080, 1920});
        corner.x = 1030;
    }
    SECTION("mirrored") {
        held.driver.ui().set_texts(sample_texts("ar"));
        std::swap(corner, coat_of_arms);
    }
    held.driver.frame();
    held.driver.finger_down(0, coat_of_arms);
    CHECK_FALSE(held.shows_ring());
    held.driver.finger_up(0, coat_of_arms);
    held.driver.finger_down(0, corner);
    REQUIRE(held.shows_ring());
    // The ring fills where the finger is.
    for (const RecordedItem& item : held.driver.record().items()) {
        if (item.role == Role::image) CHECK(item.rect.contains(corner));
    }
}

TEST_CASE("what staff should look at is counted far from the coat of arms, beside nothing else") {
    for (const Size screen : {Size{1920, 1080}, Size{1080, 1920}}) {
        for (const char *language : {"sv", "ar"}) {
            UiDriver driver(screen);
            driver.ui().set_texts(sample_texts(language));
            FrameView view = frame_in(language);
            view.problem_count = 3;
            driver.show([&](Ui& ui) {
                ui.begin_screen("any");
                static_cast<void>(draw_frame(ui, view, Aside::clock));
            });
            driver.frame();
            const auto& items = driver.record().items();
            const auto mark = std::find_if(items.begin(), items.end(), [](const auto& item) {
                return item.role == Role::image && item.label.find('3') != std::string::npos;
            });
            REQUIRE(mark != items.end());
            const float middle = mark->rect.left + mark->rect.width / 2;
            INFO(language << ' ' << screen.width);
            CHECK((language == std::string("ar") ? middle < screen.width * 0.1F
                                                 : middle > screen.width * 0.9F));
            for (const RecordedItem& item : items) {
                if (&item == &*mark || item.role != Role::text) continue;
                const bool is_apart = item.rect.right() <= mark->rect.left + 1 ||
                                      item.rect.left >= mark->rect.right() - 1 ||
                                      item.rect.bottom() <= mark->rect.top ||
                                      item.rect.top >= mark->rect.bottom();
                INFO(item.label);
                CHECK(is_apart);
            }
        }
    }
}

}  // namespace stormote
