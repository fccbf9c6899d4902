#include "kiosk/documents/house_style.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

LogoPicture one_colour(int width, int height, std::uint32_t argb) {
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    return {width, height, std::vector<std::uint32_t>(count, argb)};
}

}  // namespace

TEST_CASE("a colour is written as a sharp and six digits, and in no other way") {
    CHECK(parse_colour("#0B4F5C") == 0x0B4F5CU);
    CHECK(parse_colour("#0b4f5c") == 0x0B4F5CU);
    for (const char *text :
         {"", "#", "0B4F5C", "#0B4F5", "#0B4F5C0", "#0B4F5G", "teal", "#0B4F 5"}) {
        INFO(text);
        CHECK_FALSE(parse_colour(text));
    }
}

TEST_CASE("a logo is read as it was recorded") {
    const std::string setting = setting_of_logo(write_png(one_colour(30, 20, 0xFF0B4F5C)));
    const auto logo = logo_of_setting(setting);
    REQUIRE(logo.has_value());
    CHECK(logo->width == 30);
    CHECK(logo->height == 20);
    CHECK(logo->pixels.front() == 0xFF0B4F5C);
}

TEST_CASE("what is larger than a logo may be is none") {
    const Bytes wide = write_png(one_colour(most_logo_side + 1, 4, 0xFF0B4F5C));
    CHECK_FALSE(logo_of_setting(setting_of_logo(wide)));
    Bytes heavy = write_png(one_colour(4, 4, 0xFF0B4F5C));
    REQUIRE(logo_of_setting(setting_of_logo(heavy)));
    heavy.resize(most_logo_bytes + 8);
    CHECK_FALSE(logo_of_setting(setting_of_logo(heavy)));
}

TEST_CASE("a picture made smaller keeps its shape, and is never made larger") {
    const LogoPicture wide = shrink_logo(one_colour(1000, 100, 0xFF0B4F5C), 200);
    CHECK(wide.width == 200);
    CHECK(wide.height == 20);
    const LogoPicture small = shrink_logo(one_colour(40, 60, 0xFF0B4F5C), 200);
    CHECK(small.width == 40);
    CHECK(small.height == 60);
}

TEST_CASE("white on nothing is a light picture, and dark on nothing is none") {
    LogoPicture picture = one_colour(10, 10, 0);
    picture.pixels[0] = 0xFFFFFFFF;
    CHECK(is_light(picture));
    picture.pixels[0] = 0xFF0B4F5C;
    CHECK_FALSE(is_light(picture));
    CHECK_FALSE(is_light(one_colour(10, 10, 0)));
}

}  // namespace stormote
