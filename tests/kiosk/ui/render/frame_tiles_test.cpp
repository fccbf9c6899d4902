#include "kiosk/ui/render/frame_tiles.h"

#include <catch2/catch.hpp>
#include <imgui.h>

#include "kiosk/ui/widgets/widgets.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

Rect update(FrameTiles& tiles, const UiDriver& driver, std::uint64_t epoch = 0) {
    (void)driver;
    return tiles.update(*ImGui::GetDrawData(), epoch, colour_from_hex(0xFFFFFF));
}

}  // namespace

TEST_CASE("a frame is drawn again only where it has changed") {
    UiDriver driver;
    int number = 1;
    driver.show([&](Ui& ui) {
        ui.begin_screen("numbers");
        TextBlockStyle style;
        style.colour = ui.theme().ink;
        draw_text(ui, {64, 64, 500, 60}, "always the same", style);
        draw_text(ui, {1000, 500, 90, 60}, std::to_string(number), style);
    });
    FrameTiles tiles;
    const Rect first = update(tiles, driver);
    CHECK(first.width == 1920);
    CHECK(first.height == 1080);
    driver.frame();
    CHECK(update(tiles, driver).width == 0);
    number = 2;
    driver.frame();
    const Rect changed = update(tiles, driver);
    CHECK(changed.width > 0);
    CHECK(changed.left > 900);
    CHECK(changed.top > 450);
    CHECK(changed.right() < 1130);
    CHECK(changed.bottom() < 600);
}

TEST_CASE("when pictures may have moved, or the screen was covered, all is drawn again") {
    UiDriver driver;
    driver.show([](Ui& ui) { (void)button(ui, {0, 0, 200, 100}, {.id = "a", .label = "A"}); });
    FrameTiles tiles;
    (void)update(tiles, driver);
    CHECK(update(tiles, driver, 1).width == 1920);
    CHECK(update(tiles, driver, 1).width == 0);
    tiles.forget();
    CHECK(update(tiles, driver, 1).width == 1920);
}

}  // namespace stormote
