// Rings and discs that are kept as pictures.

#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

#include "kiosk/ui/render/icons.h"

using namespace stormote;

namespace {

// How much of a picture's quarter is covered, in pixels; clockwise from twelve o'clock.
double covered(const RasterImage& image, int quarter) {
    const int half = image.width / 2;
    const int left = quarter < 2 ? half : 0;
    const int top = quarter == 1 || quarter == 2 ? half : 0;
    double pixels = 0;
    for (int row = top; row < top + half; ++row) {
        for (int column = left; column < left + half; ++column) {
            pixels += image.pixels.at(static_cast<std::size_t>(row * image.width + column));
        }
    }
    return pixels / 255;
}

}  // namespace

TEST_CASE("a disc that is kept covers as much as a circle has, evenly") {
    for (const float radius : {4.0F, 17.5F, 60.0F}) {
        const RasterImage image = rasterise_arc(radius, radius, 1);
        CHECK(image.format == PixelFormat::coverage);
        CHECK(image.width == 2 * (static_cast<int>(std::ceil(radius)) + 1));
        const double area = std::numbers::pi * radius * radius / 4;
        for (int quarter = 0; quarter < 4; ++quarter) {
            CHECK(covered(image, quarter) == Approx(area).epsilon(0.02));
        }
    }
}

TEST_CASE("a part of a ring that is kept runs clockwise from twelve o'clock, within its radius") {
    const RasterImage image = rasterise_arc(40, 8, 0.5F);
    const double area = std::numbers::pi * (40.0 * 40 - 32.0 * 32) / 4;
    CHECK(covered(image, 0) == Approx(area).epsilon(0.02));
    CHECK(covered(image, 1) == Approx(area).epsilon(0.02));
    CHECK(covered(image, 2) == Approx(0).margin(5));
    CHECK(covered(image, 3) == Approx(0).margin(5));
}
