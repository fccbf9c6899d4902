#include "kiosk/ui/rasteriser.h"

#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>
#include <imgui.h>

#include "kiosk/ui/imgui_session.h"
#include "kiosk/ui/texture_memory.h"
#include "kiosk/ui/ui.h"
#include "sync/base/assets.h"
#include "sync/base/clock.h"
#include "tests/support/screen_samples.h"

namespace stormote {

namespace {

constexpr Size screen{1280, 800};
constexpr Colour ground{1, 2, 3};

struct DrawnScreens {
    Texts texts = *load_texts("sv");
    ManualClock clock{0};
    ImGuiSession session;
    TextureMemory textures;
    Ui ui{textures, clock};

    DrawnScreens() {
        session.lend_shapes(textures);
        ui.set_texts(texts);
    }

    void lay_out(const ScreenSample& sample) {
        FrameInput input;
        input.screen = screen;
        ui.begin_frame(input);
        sample.draw(ui);
        ui.end_frame();
    }

    void draw(const Rect& part, std::vector<std::uint32_t>& pixels) const {
        draw_frame(
            *ImGui::GetDrawData(), textures, part, ground,
            {pixels.data(), static_cast<int>(screen.width), static_cast<int>(screen.height)});
    }
};

}  // namespace

TEST_CASE("a part of a screen that is drawn anew is as it was in the whole") {
    DrawnScreens screens;
    for (const ScreenSample& sample : screen_samples("sv")) {
        INFO(sample.name);
        screens.lay_out(sample);
        std::vector<std::uint32_t> whole(1280 * 800);
        screens.draw({0, 0, screen.width, screen.height}, whole);
        std::vector<std::uint32_t> mended = whole;
        const Rect part{416, 160, 352, 288};
        for (int row = 160; row < 160 + 288; ++row) {
            std::fill_n(mended.begin() + row * 1280 + 416, 352, 0xFF00FF);
        }
        screens.draw(part, mended);
        // Beyond a pixel's colour, its upper byte is nobody's.
        for (auto *pixels : {&whole, &mended}) {
            for (std::uint32_t& pixel : *pixels) pixel &= 0xFFFFFF;
        }
        REQUIRE((mended == whole));
    }
}

TEST_CASE("a frame without anything in it is its ground") {
    DrawnScreens screens;
    screens.lay_out({"nothing", [](Ui&) {}});
    std::vector<std::uint32_t> pixels(1280 * 800);
    screens.draw({0, 0, screen.width, screen.height}, pixels);
    CHECK(std::all_of(pixels.begin(), pixels.end(),
                      [](std::uint32_t pixel) { return (pixel & 0xFFFFFF) == 0x010203; }));
}

}  // namespace stormote
