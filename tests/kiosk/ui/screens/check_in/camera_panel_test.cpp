#include "kiosk/ui/screens/check_in/camera_panel.h"

#include <catch2/catch.hpp>
#include <imgui.h>

#include "kiosk/ui/render/frame_tiles.h"
#include "kiosk/ui/screens/check_in/welcome.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

std::shared_ptr<const CameraPicture> picture_of(std::uint64_t number) {
    auto picture = std::make_shared<CameraPicture>();
    picture->number = number;
    picture->frame = GreyFrame(640, 360);
    return picture;
}

struct Shown {
    Shown() {
        driver.show([this](Ui& ui) { (void)draw_welcome(ui, view); });
        // What the screen's entrance moves is over.
        driver.advance_ms(5'000);
        driver.frame();
    }
    void show(CameraView camera) {
        view.camera = std::move(camera);
        driver.frame();
    }
    [[nodiscard]] const ScreenRecord& record() const { return driver.record(); }

    UiDriver driver;
    WelcomeView view;
};

class CountingStore final : public TextureStore {
  public:
    int updates = 0;
    int textures = 0;

    TextureId create(int /*width*/, int /*height*/, PixelFormat /*format*/) override {
        return static_cast<TextureId>(++textures);
    }
    void update(TextureId /*texture*/, int /*left*/, int /*top*/,
                const RasterImage& /*image*/) override {
        ++updates;
    }
};

}  // namespace

TEST_CASE("where there is no camera the welcome is as it was, and asks for no frames") {
    Shown shown;
    CHECK(shown.record().says("hand scanner"));
    CHECK_FALSE(shown.driver.ui().wake_ms());
    shown.show({CameraState::starting, nullptr});
    CHECK(shown.record().says("hand scanner"));
    CHECK_FALSE(shown.driver.ui().wake_ms());
}

TEST_CASE("a running camera is shown, fifteen times a second") {
    Shown shown;
    shown.show({CameraState::running, picture_of(1)});
    CHECK(shown.record().says("Hold up your ticket"));
    CHECK(shown.record().says("What the camera sees"));
    const auto wake_ms = shown.driver.ui().wake_ms();
    REQUIRE(wake_ms);
    CHECK(*wake_ms - shown.driver.ui().now_ms() == 66);
}

TEST_CASE("a lost camera is said to be so, with what to do instead, and nothing moves") {
    Shown shown;
    shown.show({CameraState::lost, nullptr});
    CHECK(shown.record().says("The camera does not answer"));
    CHECK(shown.record().says("type your name"));
    CHECK_FALSE(shown.driver.ui().wake_ms());
}

TEST_CASE("a new picture changes the panel on the screen and nothing else") {
    Shown shown;
    FrameTiles tiles;
    const auto changed = [&](std::uint64_t number) {
        shown.show({CameraState::running, picture_of(number)});
        return tiles.update(*ImGui::GetDrawData(), 0, white);
    };
    CHECK(changed(1).width == 1920);
    CHECK(changed(1).width == 0);
    const Rect part = changed(2);
    CHECK(part.width > 900);
    CHECK(part.right() < 1100);
    CHECK(changed(2).width == 0);
}

TEST_CASE("pictures take turns on two textures, and each is brought there once") {
    CountingStore store;
    LivePicture live(store);
    const GreyFrame frame(640, 480);
    const TextureId first = live.show(frame, 1);
    CHECK(live.show(frame, 1) == first);
    CHECK(store.updates == 1);
    const TextureId second = live.show(frame, 2);
    CHECK(second != first);
    CHECK(live.show(frame, 3) == first);
    CHECK(store.updates == 3);
    CHECK(store.textures == 2);
}

}  // namespace stormote
