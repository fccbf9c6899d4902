#include "kiosk/device/camera/code_reader.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sync/base/random.h"
#include "tests/support/devices/camera_pictures.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const std::string ticket = ticket_digits(1);

// What is read while somebody holds it there for a moment.
std::vector<FoundCode> read_held(const GreyFrame& frame) {
    CodeReader reader;
    std::vector<FoundCode> codes;
    for (int i = 0; codes.empty() && i < CodeReader::full_round; ++i) codes = reader.read(frame);
    return codes;
}

bool is_read(const HeldTicket& held, const Shot& shot = {}) {
    const auto codes = read_held(photograph({held}, shot));
    return codes.size() == 1 && codes.front().text == held.text;
}

// Shadows slanting across the picture, as wide as the light between them.
GreyFrame shade(GreyFrame frame, int width, int darkness) {
    for (int y = 0; y < frame.height; ++y) {
        std::uint8_t *row = frame.row(y);
        for (int x = 0; x < frame.width; ++x) {
            if ((x + y / 2) / width % 2 != 0) continue;
            row[x] = static_cast<std::uint8_t>(row[x] / darkness);
        }
    }
    return frame;
}

}  // namespace

TEST_CASE("a ticket is read, and where its corners are") {
    const auto codes = CodeReader::read_quickly(photograph({{.text = ticket}}));
    REQUIRE(codes.size() == 1);
    CHECK(codes[0].text == ticket);
    constexpr std::array<FramePoint, 4> corners{{{540, 260}, {740, 260}, {740, 460}, {540, 460}}};
    for (std::size_t i = 0; i < corners.size(); ++i) {
        CAPTURE(i, codes[0].corners[i].x, codes[0].corners[i].y);
        CHECK(std::abs(codes[0].corners[i].x - corners[i].x) < 8);
        CHECK(std::abs(codes[0].corners[i].y - corners[i].y) < 8);
    }
}

TEST_CASE("a ticket is read far away, at any angle, tilted, dim, out of focus and with glare") {
    CHECK(is_read({.text = ticket, .side_px = 60}));
    for (const float turn : {30.0F, 90.0F, 137.0F, 180.0F, 271.0F}) {
        CAPTURE(turn);
        CHECK(is_read({.text = ticket, .turn_degrees = turn}));
    }
    CHECK(is_read({.text = ticket, .turn_degrees = 8, .tilt_degrees = 45}));
    CHECK(is_read({.text = ticket}, {.light = 0.15F}));
    CHECK(is_read({.text = ticket}, {.contrast = 0.4F}));
    CHECK(is_read({.text = ticket}, {.blur_px = 4}));
    CHECK(is_read({.text = ticket, .glare = 0.85F}));
    CHECK(is_read({.text = ticket, .damaged_share = 0.14F}));
    CHECK(is_read({.text = ticket, .side_px = 120}, {.light = 0.5F, .blur_px = 1, .noise = 20}));
}

TEST_CASE("a ticket is read across which shadows fall") {
    const HeldTicket held{.text = ticket, .side_px = 300, .turn_degrees = 20};
    CHECK(read_held(shade(photograph({held}), 120, 3)).size() == 1);
    CHECK(read_held(shade(photograph({held}, {.blur_px = 3}), 40, 2)).size() == 1);
}

TEST_CASE("a ticket is read that a phone shows in white on black") {
    CHECK(read_held(inverted(photograph({{.text = ticket, .turn_degrees = 10}}))).size() == 1);
    CHECK(read_held(inverted(photograph({{.text = ticket, .side_px = 110}}, {.blur_px = 1})))
              .size() == 1);
}

TEST_CASE("several tickets in view are all read, the one held closest first") {
    const std::string other = ticket_digits(2);
    const auto codes = CodeReader::read_quickly(
        photograph({{.text = ticket, .side_px = 120, .x = 300}, {.text = other, .x = 900}}));
    REQUIRE(codes.size() == 2);
    CHECK(codes[0].text == other);
    CHECK(codes[1].text == ticket);
}

TEST_CASE("noise and an empty room hold no code") {
    CHECK(read_held(photograph({})).empty());
    SeededRandom random(7);
    for (int round = 0; round < 5; ++round) {
        GreyFrame noise(640, 360);
        random.fill(noise.pixels);
        CHECK(read_held(noise).empty());
        CHECK(read_held(double_size(noise)).empty());
    }
}

TEST_CASE("a frame of any size is looked at, even one without pixels") {
    for (const int side : {0, 1, 2, 3, 7, 20}) {
        CAPTURE(side);
        CHECK(read_held(GreyFrame(side, side)).empty());
    }
}
