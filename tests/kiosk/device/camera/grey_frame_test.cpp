#include "kiosk/device/camera/grey_frame.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sync/base/random.h"

using namespace stormote;

namespace {

GreyFrame slope(int width, int height) {
    GreyFrame frame(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) frame.row(y)[x] = static_cast<std::uint8_t>(8 * x + y);
    }
    return frame;
}

}  // namespace

TEST_CASE("half the size is the mean of four pixels, and an odd rest is left out") {
    const GreyFrame half = half_size(slope(7, 5));
    CHECK(half.width == 3);
    CHECK(half.height == 2);
    CHECK(half.at(0, 0) == 5);
    CHECK(half.at(2, 1) == 39);
}

TEST_CASE("twice the size steps evenly between neighbours") {
    const GreyFrame twice = double_size(slope(4, 4));
    CHECK(twice.width == 8);
    CHECK(twice.height == 8);
    CHECK(twice.at(0, 0) == 0);
    CHECK(twice.at(3, 2) == 11);
    CHECK(twice.at(4, 2) == 15);
    CHECK(twice.at(7, 7) == 27);
}

TEST_CASE("sharpening strengthens an edge and leaves plain ground and rims alone") {
    GreyFrame edge(8, 8);
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) edge.row(y)[x] = x < 4 ? 100 : 140;
    }
    const GreyFrame sharp = sharpen(edge);
    CHECK(sharp.at(3, 3) < 100);
    CHECK(sharp.at(4, 3) > 140);
    CHECK(sharp.at(1, 1) == 100);
    CHECK(sharp.at(0, 0) == 100);
    CHECK(sharp.at(7, 7) == 140);
}

TEST_CASE("a threshold that goes with the light parts dark from light in shade and in sun") {
    GreyFrame half_shaded(200, 60);
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 200; ++x) {
            const bool is_module = x / 8 % 2 == 0;
            const int paper = x < 100 ? 60 : 240;
            half_shaded.row(y)[x] = static_cast<std::uint8_t>(is_module ? paper / 3 : paper);
        }
    }
    const GreyFrame parted = adaptive_threshold(half_shaded, 12);
    for (int x = 0; x < 200; ++x) {
        // Where the shadow ends, neither side is half of what is around.
        if (std::abs(x - 100) < 16) continue;
        CAPTURE(x);
        CHECK(static_cast<int>(parted.at(x, 30)) == (x / 8 % 2 == 0 ? 0 : 255));
        CHECK(parted.at(x, 0) == parted.at(x, 30));
        CHECK(parted.at(x, 59) == parted.at(x, 30));
    }
}

TEST_CASE("plain ground is white to a threshold, whatever its grey and noise of a step or two") {
    GreyFrame ground(64, 64);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) ground.row(y)[x] = static_cast<std::uint8_t>(90 + (x + y) % 3);
    }
    const GreyFrame parted = adaptive_threshold(ground, 20);
    CHECK(std::count(parted.pixels.begin(), parted.pixels.end(), 255) == 64 * 64);
}

TEST_CASE("frames without pixels, or nearly so, can be looked at in every way") {
    for (const int side : {0, 1, 2}) {
        const GreyFrame frame(side, side);
        CHECK(half_size(frame).width == side / 2);
        CHECK(double_size(frame).width == 2 * side);
        CHECK(sharpen(frame).width == side);
        CHECK(adaptive_threshold(frame, 20).width == side);
        CHECK(inverted(frame).width == side);
    }
}

TEST_CASE("a frame is halved until it is small enough, and not if it is already") {
    CHECK(shrink_to(GreyFrame(1280, 720), 640).width == 640);
    CHECK(shrink_to(GreyFrame(1281, 720), 640).width == 640);
    CHECK(shrink_to(GreyFrame(1920, 1080), 640).width == 480);
    CHECK(shrink_to(GreyFrame(640, 480), 640).width == 640);
}

TEST_CASE("of YUYV the grey is every other byte, and what pads the rows is left out") {
    const Bytes bytes{10, 1, 20, 2, 99, 30, 3, 40, 4};
    const auto frame = grey_from_yuyv(bytes, 2, 2, 5);
    REQUIRE(frame);
    CHECK(frame->pixels == Bytes{10, 20, 30, 40});
}

TEST_CASE("YUYV of too few bytes, or of no sense, is no frame") {
    const Bytes bytes(8);
    CHECK(grey_from_yuyv(bytes, 2, 2, 4));
    CHECK_FALSE(grey_from_yuyv(ByteView(bytes).first(7), 2, 2, 4));
    CHECK_FALSE(grey_from_yuyv({}, 2, 2, 4));
    CHECK_FALSE(grey_from_yuyv(bytes, 2, 2, 3));
    CHECK_FALSE(grey_from_yuyv(bytes, 0, 2, 4));
    CHECK_FALSE(grey_from_yuyv(bytes, 2, -1, 4));
}
