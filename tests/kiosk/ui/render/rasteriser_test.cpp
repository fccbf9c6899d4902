#include "kiosk/ui/render/rasteriser.h"

#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "tests/support/screens/drawn_screens.h"
#include "tests/support/screens/screen_samples.h"

namespace stormote {

namespace {

constexpr int width = 1280;
constexpr int height = 800;
constexpr std::uint32_t nobody_drew_this = 0xFF00FF;

// Beyond a pixel's colour, its upper byte is nobody's.
std::vector<std::uint32_t> drawn(const DrawnScreens& screens, const Rect& part,
                                 std::vector<std::uint32_t> before) {
    screens.draw(part, {before.data(), width, height});
    for (std::uint32_t& pixel : before) pixel &= 0xFFFFFF;
    return before;
}

}  // namespace

TEST_CASE("a part of a screen that is drawn anew is as it was in the whole") {
    DrawnScreens screens({width, height});
    const auto texts = load_texts("sv");
    screens.ui().set_texts(*texts);
    for (const ScreenSample& sample : screen_samples("sv")) {
        INFO(sample.name);
        screens.lay_out(sample.draw);
        const auto whole = drawn(screens, screens.whole(),
                                 std::vector<std::uint32_t>(std::size_t{width} * height));
        const Rect part{416, 160, 352, 288};
        auto covered = whole;
        for (std::ptrdiff_t row = 160; row < 160 + 288; ++row) {
            std::fill_n(covered.begin() + row * width + 416, 352, nobody_drew_this);
        }
        REQUIRE((drawn(screens, part, covered) == whole));
    }
}

TEST_CASE("a frame without anything in it is its ground") {
    DrawnScreens screens({width, height});
    screens.lay_out([](Ui&) {});
    const Colour ground = screens.ui().theme().surface;
    const std::uint32_t expected =
        std::uint32_t{ground.red} << 16 | std::uint32_t{ground.green} << 8 | ground.blue;
    const auto pixels =
        drawn(screens, screens.whole(), std::vector<std::uint32_t>(std::size_t{width} * height));
    CHECK(std::all_of(pixels.begin(), pixels.end(),
                      [expected](std::uint32_t pixel) { return pixel == expected; }));
}

}  // namespace stormote
