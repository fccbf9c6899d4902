// The camera's thread beside the screen's, with a camera that does what the test says.
#include <atomic>

#include <catch2/catch.hpp>

#include "kiosk/device/camera/camera.h"
#include "tests/support/devices/camera_pictures.h"
#include "tests/support/devices/scripted_camera.h"
#include "tests/support/machine/must_end.h"
#include "tests/support/machine/wait.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

using std::chrono::milliseconds;
using Way = CameraScript::Way;

constexpr Shot small{.width = 320, .height = 240};

GreyFrame held(unsigned number) {
    return photograph({{.text = ticket_digits(number), .side_px = 120, .x = 160, .y = 120}}, small);
}

CameraTiming quick() {
    return {milliseconds{1}, milliseconds{1}, milliseconds{50}, milliseconds{1}, milliseconds{4}};
}

struct Scene {
    CameraScript script;
    ManualClock clock{0};
    std::atomic<int> wakes = 0;
    std::optional<Camera> camera;

    void start() {
        camera.emplace(std::make_unique<ScriptedCamera>(script), clock, quick(),
                       [this] { ++wakes; });
    }
    [[nodiscard]] bool becomes(CameraState state) const {
        return wait_until([&] { return camera->state() == state; });
    }
    std::optional<std::string> wait_for_code() {
        std::optional<std::string> code;
        static_cast<void>(wait_until([&] { return (code = camera->take_code()).has_value(); }));
        return code;
    }
    // Until that many more pictures were looked at.
    [[nodiscard]] bool sees_more(std::uint64_t count) const {
        const auto number = [&] {
            const auto picture = camera->picture();
            return picture ? picture->number : 0;
        };
        const std::uint64_t before = number();
        return wait_until([&] { return number() >= before + count; });
    }
};

}  // namespace

TEST_CASE("what is held up comes out once, and again when it was gone for a while") {
    Scene scene;
    scene.script.show(held(1));
    scene.start();
    CHECK(scene.wait_for_code() == ticket_digits(1));
    REQUIRE(scene.sees_more(5));
    CHECK_FALSE(scene.camera->take_code());
    scene.script.show(photograph({}, small));
    REQUIRE(scene.sees_more(2));
    scene.clock.advance_ms(RepeatFilter::usual_absence_ms);
    scene.script.show(held(1));
    CHECK(scene.wait_for_code() == ticket_digits(1));
}

TEST_CASE("the picture is small enough for the screen, and says where the code is") {
    Scene scene;
    scene.script.show(photograph({{.text = ticket_digits(1)}}));
    scene.start();
    REQUIRE(scene.becomes(CameraState::running));
    const auto picture = scene.camera->picture();
    REQUIRE(picture);
    CHECK(picture->frame.width == 640);
    REQUIRE(picture->codes.size() == 1);
    CHECK(picture->codes[0][0].x == Approx(540.0 / 1280).margin(0.02));
    CHECK(picture->codes[0][0].y == Approx(260.0 / 720).margin(0.02));
}

TEST_CASE("a camera that is unplugged is lost, and found again by itself") {
    Scene scene;
    scene.script.show(held(1));
    scene.start();
    REQUIRE(scene.becomes(CameraState::running));
    scene.script.go(Way::fails);
    REQUIRE(scene.becomes(CameraState::lost));
    REQUIRE(scene.camera->reason());
    CHECK(scene.camera->reason()->english() == "unplugged");
    CHECK(scene.camera->picture() == nullptr);
    // Nothing is plugged in now: still missed.
    scene.script.go(Way::unplugged);
    scene.script.show(held(2));
    REQUIRE(scene.becomes(CameraState::running));
    CHECK_FALSE(scene.camera->reason());
    CHECK(scene.wait_for_code() == ticket_digits(1));
    CHECK(scene.wait_for_code() == ticket_digits(2));
}

TEST_CASE("where no camera was ever there, none is missed, and the screen is left alone") {
    Scene scene;
    scene.start();
    CHECK(scene.camera->state() == CameraState::none);
    CHECK(scene.wakes == 0);
    scene.script.show(held(1));
    CHECK(scene.becomes(CameraState::running));
    CHECK(scene.wakes >= 1);
}

TEST_CASE("a camera that was asked for and is not there is lost") {
    Scene scene;
    scene.script.go(Way::missing);
    scene.start();
    REQUIRE(scene.becomes(CameraState::lost));
    CHECK(scene.camera->reason()->english() == "missing");
}

TEST_CASE("a camera that sends nothing is lost after a while") {
    Scene scene;
    scene.script.go(Way::silent);
    scene.start();
    REQUIRE(scene.becomes(CameraState::starting));
    scene.clock.advance_ms(50);
    REQUIRE(scene.becomes(CameraState::lost));
    scene.script.show(held(1));
    CHECK(scene.becomes(CameraState::running));
}

TEST_CASE("a picture that a library cannot bear costs the camera, not the evening") {
    Scene scene;
    scene.script.go(Way::throws);
    scene.start();
    REQUIRE(scene.becomes(CameraState::lost));
    CHECK(scene.camera->reason()->kind == ErrorKind::machine);
    scene.script.show(held(3));
    CHECK(scene.wait_for_code() == ticket_digits(3));
}

TEST_CASE("the camera stops at once, whatever it is doing") {
    for (const Way way : {Way::unplugged, Way::missing, Way::silent, Way::fails, Way::sends}) {
        Scene scene;
        scene.script.show(held(1));
        scene.script.go(way);
        // Whatever it waits for, it would wait for an hour.
        CameraTiming slow = quick();
        slow.between_frames = slow.shortest_retry = slow.longest_retry = std::chrono::hours{1};
        scene.camera.emplace(std::make_unique<ScriptedCamera>(scene.script), scene.clock, slow,
                             [] {});
        REQUIRE(wait_until([&] { return scene.script.openings() == 1; }));
        {
            const MustEnd ends("The camera that is stopped");
            scene.camera.reset();
        }
        CHECK(scene.script.openings() == 1);
        const bool was_open = way != Way::unplugged && way != Way::missing;
        CHECK(scene.script.closings() == (was_open ? 1 : 0));
    }
}
