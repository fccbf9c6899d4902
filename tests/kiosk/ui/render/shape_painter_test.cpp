#include "kiosk/ui/render/shape_painter.h"

#include <cmath>
#include <random>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/ui/render/texture_memory.h"

namespace stormote {

namespace {

constexpr int side = 64;
constexpr Area everywhere{0, 0, side, side};
constexpr std::uint32_t visible = 0xFFFFFF;

struct Paper {
    std::vector<std::uint32_t> pixels = std::vector<std::uint32_t>(std::size_t{side} * side);

    PixelGrid grid() { return {pixels.data(), side, side}; }
    std::uint32_t at(int column, int row) { return *grid().at(row, column) & visible; }
    ShapePainter painter(const Texture *texture = nullptr, const Area& clip = everywhere) {
        return {grid(), clip, texture};
    }
};

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    float number(float from, float to) {
        return std::uniform_real_distribution<float>(from, to)(engine_);
    }
    Corner corner(PackedColour colour) {
        return {{number(-9, side + 9), number(-9, side + 9)}, {}, colour};
    }

  private:
    std::mt19937 engine_;
};

Corner corner(float x, float y, PackedColour colour = 0xFFFFFFFF, Point picture = {}) {
    return {{x, y}, picture, colour};
}

// How far inside the triangle a place lies, as shares of its corners; negative outside.
std::array<double, 3> shares(const Corner& a, const Corner& b, const Corner& c, double x,
                             double y) {
    const auto doubled_area = [](const auto& one, const auto& two, double to_x, double to_y) {
        return (two.x - one.x) * (to_y - one.y) - (to_x - one.x) * (two.y - one.y);
    };
    const double whole = doubled_area(a.position, b.position, c.position.x, c.position.y);
    return {doubled_area(b.position, c.position, x, y) / whole,
            doubled_area(c.position, a.position, x, y) / whole,
            doubled_area(a.position, b.position, x, y) / whole};
}

// A letter's worth of coverage, with something else in each pixel.
Texture numbered_texture(int width, int height) {
    Texture texture(width, height, PixelFormat::coverage);
    RasterImage image{width, height, {}, PixelFormat::coverage, {}};
    for (int i = 0; i < width * height; ++i) {
        image.pixels.push_back(static_cast<std::uint8_t>(i * 7 % 256));
    }
    texture.update(0, 0, image);
    return texture;
}

}  // namespace

TEST_CASE("a triangle has the pixels whose centres lie in it, and their colours run evenly") {
    Dice dice(20261122);
    for (int round = 0; round < 500; ++round) {
        Paper paper;
        const Corner a = dice.corner(0xFFFF0000);
        const Corner b = dice.corner(0xFF00FF00);
        const Corner c = dice.corner(0xFF0000FF);
        paper.painter().triangle(a, b, c);
        const auto is_right = [](std::uint32_t pixel, int shift, double share) {
            return std::abs(static_cast<int>(pixel >> shift & 0xFF) - share * 255) < 2;
        };
        int wrong_count = 0;
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                const auto [of_a, of_b, of_c] = shares(a, b, c, column + 0.5, row + 0.5);
                const double least = std::min({of_a, of_b, of_c});
                // On the very edge either is right.
                if (std::abs(least) < 1e-3) continue;
                const std::uint32_t pixel = paper.at(column, row);
                const bool is_as_expected = least < 0 ? pixel == 0
                                                      : is_right(pixel, 16, of_a) &&
                                                            is_right(pixel, 8, of_b) &&
                                                            is_right(pixel, 0, of_c);
                if (!is_as_expected) ++wrong_count;
            }
        }
        REQUIRE(wrong_count == 0);
    }
}

TEST_CASE("triangles side by side paint each pixel between them once") {
    Dice dice(7);
    constexpr PackedColour half = 0x80FFFFFF;
    for (int round = 0; round < 500; ++round) {
        Paper paper;
        const Corner middle = corner(dice.number(20, 44), dice.number(20, 44), half);
        std::vector<Corner> around;
        for (float turn = 0; turn < 6.2F; turn += dice.number(0.2F, 1.2F)) {
            const float reach = dice.number(10, 40);
            around.push_back(corner(middle.position.x + reach * std::cos(turn),
                                    middle.position.y + reach * std::sin(turn), half));
        }
        // Some on pixel centres, where a rule must decide.
        for (std::size_t i = 0; i < around.size(); i += 3) {
            around[i].position = {std::floor(around[i].position.x) + 0.5F,
                                  std::floor(around[i].position.y) + 0.5F};
        }
        ShapePainter painter = paper.painter();
        for (std::size_t i = 0; i < around.size(); ++i) {
            painter.triangle(middle, around[i], around[(i + 1) % around.size()]);
        }
        const std::uint32_t once = painted(0, half) & visible;
        for (const std::uint32_t pixel : paper.pixels) {
            const std::uint32_t seen = pixel & visible;
            if (seen != 0 && seen != once) FAIL("a pixel that was painted twice");
        }
        REQUIRE(paper.at(static_cast<int>(middle.position.x),
                         static_cast<int>(middle.position.y)) == once);
    }
}

TEST_CASE("a rectangle has the pixels of the two triangles that it is made of") {
    Dice dice(11);
    for (int round = 0; round < 500; ++round) {
        const PackedColour colour = round % 2 == 0 ? 0xFF336699 : 0x60336699;
        const Corner from = corner(dice.number(-9, 40), dice.number(-9, 40), colour);
        const Corner to = corner(from.position.x + dice.number(0, 50),
                                 from.position.y + dice.number(0, 50), colour);
        const Corner beside = corner(to.position.x, from.position.y, colour);
        const Corner below = corner(from.position.x, to.position.y, colour);
        Paper at_once;
        Paper in_two;
        REQUIRE(at_once.painter().rectangle(from, to));
        in_two.painter().triangle(from, beside, to);
        in_two.painter().triangle(from, to, below);
        REQUIRE(at_once.pixels == in_two.pixels);
    }
}

TEST_CASE("a picture that is shown pixel by pixel comes out as it is, or turned round") {
    const Texture texture = numbered_texture(32, 16);
    // From the texture's pixel 4, 2 on.
    const Corner from = corner(10, 20, 0xFFFFFFFF, {4.0F / 32, 2.0F / 16});
    const Corner to = corner(30, 30, 0xFFFFFFFF, {24.0F / 32, 12.0F / 16});
    Paper straight;
    REQUIRE(straight.painter(&texture).rectangle(from, to));
    Paper turned;
    Corner turned_from = from;
    Corner turned_to = to;
    std::swap(turned_from.picture.x, turned_to.picture.x);
    REQUIRE(turned.painter(&texture).rectangle(turned_from, turned_to));
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const bool is_inside = column >= 10 && column < 30 && row >= 20 && row < 30;
            const std::uint32_t grey =
                is_inside ? texture.coverage(row - 20 + 2)[column - 10 + 4] : 0;
            REQUIRE(straight.at(column, row) == grey * 0x010101);
            REQUIRE((is_inside ? turned.at(39 - column, row) : 0) == grey * 0x010101);
        }
    }
}

TEST_CASE("a picture between pixels is left to triangles, which show it smoothly") {
    Texture texture(2, 1, PixelFormat::coverage);
    texture.update(0, 0, {2, 1, {}, PixelFormat::coverage, {0, 255}});
    const Corner a = corner(0, 0, 0xFFFFFFFF, {0, 0});
    const Corner b = corner(side, 0, 0xFFFFFFFF, {1, 0});
    const Corner c = corner(side, side, 0xFFFFFFFF, {1, 1});
    const Corner d = corner(0, side, 0xFFFFFFFF, {0, 1});
    Paper paper;
    REQUIRE_FALSE(paper.painter(&texture).rectangle(a, c));
    paper.painter(&texture).triangle(a, b, c);
    paper.painter(&texture).triangle(a, c, d);
    for (int row : {0, 31, 63}) {
        CHECK(paper.at(0, row) == 0);
        CHECK(paper.at(63, row) == 0xFFFFFF);
        for (int column = 0; column < side; ++column) {
            // From the centre of the one pixel, a quarter in, to that of the other.
            const double share = std::clamp((column + 0.5) / side * 2 - 0.5, 0.0, 1.0);
            REQUIRE(std::abs((paper.at(column, row) & 0xFF) - share * 255) < 3);
        }
    }
}

TEST_CASE(
    "a picture in colour keeps its colours, and what is transparent lets the ground through") {
    Texture texture(2, 1, PixelFormat::colour);
    texture.update(0, 0, {2, 1, {}, PixelFormat::colour, {10, 20, 30, 255, 40, 50, 60, 0}});
    Paper paper;
    paper.pixels[1] = 0x123456;
    REQUIRE(paper.painter(&texture).rectangle(corner(0, 0, 0xFFFFFFFF, {0, 0}),
                                              corner(2, 1, 0xFFFFFFFF, {1, 1})));
    CHECK(paper.at(0, 0) == 0x0A141E);
    CHECK(paper.at(1, 0) == 0x123456);
}

TEST_CASE("whatever the corners are, nothing is drawn outside the clip") {
    Dice dice(13);
    const Texture texture = numbered_texture(16, 16);
    constexpr Area clip{10, 12, 50, 40};
    for (int round = 0; round < 2000; ++round) {
        Paper paper;
        const float reach = round % 3 == 0 ? 1e6F : 100;
        const auto any = [&] {
            return Corner{{dice.number(-reach, reach), dice.number(-reach, reach)},
                          {dice.number(-3, 3), dice.number(-3, 3)},
                          round % 2 == 0 ? 0xFFFFFFFF : 0x7FFFFFFF};
        };
        ShapePainter painter = paper.painter(round % 5 == 0 ? nullptr : &texture, clip);
        painter.triangle(any(), any(), any());
        static_cast<void>(painter.rectangle(any(), any()));
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                const bool is_inside = column >= clip.left && column < clip.right &&
                                       row >= clip.top && row < clip.bottom;
                if (!is_inside && paper.at(column, row) != 0) FAIL("paint outside the clip");
            }
        }
    }
}

TEST_CASE("paint covers by its alpha, each colour for itself") {
    for (std::uint32_t ground = 0; ground < 256; ground += 5) {
        for (std::uint32_t ink = 0; ink < 256; ink += 5) {
            for (std::uint32_t alpha = 0; alpha < 256; ++alpha) {
                const PackedColour result =
                    painted(ground << 16 | 0xFF00 | ground, alpha << 24 | ink << 16 | 0xFF00 | ink);
                const double expected = (ground * (255.0 - alpha) + ink * alpha) / 255;
                const bool is_right = std::abs((result & 0xFF) - expected) <= 1 &&
                                      (result >> 16 & 0xFF) == (result & 0xFF) &&
                                      (result >> 8 & 0xFF) == 0xFF;
                if (!is_right) FAIL("paint " << ink << " by " << alpha << " on " << ground);
            }
            REQUIRE((painted(ground, 0xFF000000 | ink) & visible) == ink);
            REQUIRE((painted(ground, ink) & visible) == ground);
        }
    }
}

}  // namespace stormote
