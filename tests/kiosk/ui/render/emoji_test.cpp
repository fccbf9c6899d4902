// Words with characters that most fonts lack.

#include <catch2/catch.hpp>

#include "kiosk/ui/render/text_shaper.h"

using namespace stormote;

namespace {

// Pixels of a picture in colour that are about that dark or light, and not seen through.
int count_pixels(const RasterImage& image, int least, int most) {
    int count = 0;
    for (std::size_t i = 0; i + 3 < image.pixels.size(); i += 4) {
        const int red = image.pixels[i];
        const bool is_grey = image.pixels[i + 1] == red && image.pixels[i + 2] == red;
        if (image.pixels[i + 3] == 255 && is_grey && red >= least && red <= most) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("an emoji has its colours, and the letters beside it theirs") {
    const TextShaper shaper;
    TextStyle style;
    style.size_px = 60;
    style.colour = colour_from_hex(0x101010);
    const RasterImage letters = shaper.rasterise("HHH", style);
    CHECK(letters.format == PixelFormat::coverage);
    const RasterImage both = shaper.rasterise("HHH \U0001F44D", style);
    REQUIRE(both.format == PixelFormat::colour);
    CHECK(count_pixels(both, 0x10, 0x10) > 500);
    CHECK(count_pixels(both, 0xFF, 0xFF) == 0);
}

TEST_CASE("a Chinese name has letters of its own, no box twice") {
    const TextShaper shaper;
    TextStyle style;
    style.size_px = 60;
    const RasterImage first = shaper.rasterise("\u738B", style);
    const RasterImage second = shaper.rasterise("\u660E", style);
    REQUIRE(first.format == PixelFormat::coverage);
    CHECK(first.pixels != second.pixels);
    // What stands for a character without a font has its number in it, and half of it is empty.
    const RasterImage unknown = shaper.rasterise("\uE123", style);
    CHECK(first.width != unknown.width);
}
