#include "kiosk/device/camera/still_scene.h"

#include <catch2/catch.hpp>

#include "tests/support/devices/camera_pictures.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr int reads_needed = 6;

// How many of so many pictures of an empty room are read. No two have the same noise.
int count_reads(StillScene& scene, int pictures, unsigned seed, float light = 1) {
    int reads = 0;
    for (int i = 0; i < pictures; ++i) {
        Shot shot;
        shot.noise = 20;
        shot.light = light;
        shot.seed = seed + static_cast<unsigned>(i);
        if (scene.is_worth_reading(photograph({}, shot))) ++reads;
    }
    return reads;
}

}  // namespace

TEST_CASE("an empty room is read until every reader has had its turn, and seldom afterwards") {
    StillScene scene(reads_needed);
    CHECK(count_reads(scene, reads_needed, 1) == reads_needed);
    CHECK(count_reads(scene, 5 * StillScene::rare, 100) == 5);
}

TEST_CASE("a ticket that comes into view is read at once, the smallest that can be read as well") {
    for (const float side : {60.0F, 200.0F}) {
        CAPTURE(side);
        StillScene scene(reads_needed);
        count_reads(scene, 2 * reads_needed, 1);
        const GreyFrame ticket = photograph({{.text = ticket_digits(1), .side_px = side}});
        for (int i = 0; i < reads_needed; ++i) CHECK(scene.is_worth_reading(ticket));
    }
}

TEST_CASE("a code that is held still is read on, so that its going is noticed") {
    StillScene scene(reads_needed);
    const GreyFrame ticket = photograph({{.text = ticket_digits(1)}});
    for (int i = 0; i < 5 * reads_needed; ++i) {
        CHECK(scene.is_worth_reading(ticket));
        scene.note_code();
    }
}

TEST_CASE("the lights go out little by little: the scene is a new one") {
    StillScene scene(reads_needed);
    count_reads(scene, 2 * reads_needed, 1);
    int reads = 0;
    for (int step = 1; step <= 20; ++step) {
        const float light = 1 - static_cast<float>(step) * 0.02F;
        reads += count_reads(scene, 1, 500, light);
    }
    CHECK(reads > reads_needed);
}
