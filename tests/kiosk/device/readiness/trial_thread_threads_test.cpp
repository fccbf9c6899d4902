// Trials on a thread of their own, beside a camera that a kiosk watches.
#include <atomic>
#include <future>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "kiosk/device/readiness/machine_readiness.h"
#include "kiosk/device/readiness/trial_thread.h"
#include "tests/support/devices/scripted_camera.h"
#include "tests/support/machine/wait.h"

namespace stormote {

using testing::CameraScript;
using testing::ScriptedCamera;

TEST_CASE("answers come one by one, and can be asked for anew") {
    std::promise<void> gate;
    const std::shared_future<void> opened = gate.get_future().share();
    std::atomic<int> wakes = 0;
    std::atomic<int> tries = 0;
    TrialThread trials({{"disk",
                         [&] {
                             ++tries;
                             return ReadyPoint{"disk", Ready::yes, {}};
                         }},
                        {"store",
                         [&] {
                             opened.wait();
                             return ReadyPoint{"store", Ready::no, {}};
                         }}},
                       [&wakes] { ++wakes; });
    const auto point = [&](std::size_t at) { return trials.answers().answers.at(at).point; };
    CHECK_FALSE(trials.answers().is_running);
    CHECK_FALSE(point(0));
    trials.begin();
    REQUIRE(wait_until([&] { return point(0).has_value(); }));
    CHECK(trials.answers().is_running);
    CHECK_FALSE(point(1));
    // Nobody tries twice at a time.
    trials.begin();
    gate.set_value();
    REQUIRE(wait_until([&] { return !trials.answers().is_running; }));
    CHECK(point(1)->ready == Ready::no);
    CHECK(tries == 1);
    REQUIRE(wait_until([&] { return wakes == 2; }));
    trials.begin();
    REQUIRE(wait_until([&] { return tries == 2; }));
}

TEST_CASE("a trial that breaks says so, and the next one is still made") {
    TrialThread trials(
        {{"sound", []() -> ReadyPoint { throw std::runtime_error("no such device"); }},
         {"power",
          [] {
              return ReadyPoint{"power", Ready::yes, {}};
          }}},
        [] {});
    trials.begin();
    REQUIRE(wait_until([&] { return !trials.answers().is_running; }));
    const auto answers = trials.answers().answers;
    REQUIRE(answers[0].point);
    CHECK(std::string(answers[0].point->name) == "sound");
    CHECK(answers[0].point->ready == Ready::no);
    CHECK(answers[0].point->message.english() == "This could not be tried: no such device.");
    REQUIRE(answers[0].point->remedy);
    CHECK(answers[1].point->ready == Ready::yes);
}

TEST_CASE("a camera that a kiosk watches is ready when its next picture comes") {
    CameraScript script;
    const ManualClock clock(0);
    const CameraTiming quick{Milliseconds{1}, Milliseconds{1}, Milliseconds{50}, Milliseconds{1},
                             Milliseconds{4}};
    GreyFrame frame(64, 48);
    std::fill(frame.pixels.begin(), frame.pixels.end(), std::uint8_t{120});
    script.show(frame);
    const Camera camera(std::make_unique<ScriptedCamera>(script), clock, quick, [] {});
    REQUIRE(wait_until([&] { return camera.state() == CameraState::running; }));
    CHECK(try_camera(&camera, AskedFor::if_there).ready == Ready::yes);
    script.go(CameraScript::Way::fails);
    REQUIRE(wait_until([&] { return camera.state() == CameraState::lost; }));
    CHECK(try_camera(&camera, AskedFor::by_name).ready == Ready::no);
    script.show(GreyFrame(64, 48));
    REQUIRE(wait_until([&] { return camera.state() == CameraState::running; }));
    CHECK(try_camera(&camera, AskedFor::by_name).message.english() ==
          "The camera's picture is dark.");
    const Camera *none = nullptr;
    CHECK(try_camera(none, AskedFor::by_name).ready == Ready::yes);
}

}  // namespace stormote
