#include "tests/support/display/screen_description.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/machine/temporary_folder.h"

using namespace stormote;

namespace {

constexpr const char *name_screen = R"({
  "screen": "name", "language": "sv", "theme": "light", "frame": 12, "settled": true,
  "items": [
    {"role": "text", "label": "Skriv de första bokstäverna i ditt namn", "left": 56, "top": 140,
     "width": 540, "height": 40, "target": false, "enabled": true, "focused": false},
    {"role": "button", "label": "Tillbaka", "left": 1650, "top": 12, "width": 210, "height": 86,
     "target": true, "enabled": true, "focused": false},
    {"role": "button", "label": "Klar", "left": 0, "top": 0, "width": 88, "height": 88,
     "target": true, "enabled": false, "focused": false},
    {"role": "hit", "label": "Åsa Öberg, Hembygdsföreningen Eken", "left": 56, "top": 330,
     "width": 890, "height": 114, "target": true, "enabled": true, "focused": true}]
})";

ScreenDescription read_text(const std::string& text) {
    const testing::TemporaryFolder directory;
    const auto path = directory.path() / "screen.json";
    std::ofstream(path) << text;
    return read_description(path).value();
}

}  // namespace

TEST_CASE("a description tells what stands where on the screen") {
    const ScreenDescription screen = read_text(name_screen);
    CHECK(screen.screen == "name");
    CHECK(screen.frame == 12);
    const Widget *back = screen.find("Tillbaka");
    REQUIRE(back != nullptr);
    CHECK(back->centre().x == 1755);
    CHECK(back->centre().y == 55);
    REQUIRE(screen.find_containing("Åsa Öberg").size() == 1);
    CHECK(screen.find_containing("Åsa Öberg").front()->is_focused);
}

TEST_CASE("what cannot be used now is not found") {
    CHECK(read_text(name_screen).find("Klar") == nullptr);
}

TEST_CASE("words are found in texts and labels, in capitals or not") {
    const ScreenDescription screen = read_text(name_screen);
    CHECK(screen.says("första BOKSTÄVERNA"));
    CHECK(screen.says("åsa öberg"));
    CHECK_FALSE(screen.says("välkommen"));
}

TEST_CASE("there is no description before the kiosk has written one") {
    CHECK_FALSE(read_description("/nowhere/screen.json").has_value());
}

TEST_CASE("a file that describes no screen is named") {
    CHECK_THROWS_WITH(read_text("{\"screen\": \"name\"}"),
                      Catch::Contains("screen.json is not a description of a screen"));
}
