#include "kiosk/ui/screen_record.h"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "kiosk/ui/screen_describer.h"
#include "kiosk/ui/welcome.h"
#include "tests/support/ui_driver.h"

namespace stormote {

TEST_CASE("the record tells what stands on the screen, also as a file") {
    UiDriver driver;
    driver.show([](Ui& ui) { (void)draw_welcome(ui, {}); });
    const auto folder = std::filesystem::temp_directory_path() / "stormote_record_test";
    std::filesystem::create_directories(folder);
    REQUIRE(ScreenDescriber(folder / "screen.json").update(driver.record()).ok());
    std::ifstream stream(folder / "screen.json");
    const auto json = nlohmann::json::parse(stream);
    CHECK(json.at("screen") == "welcome");
    CHECK(json.at("width") == 1920);
    bool found = false;
    for (const auto& item : json.at("items")) {
        if (item.at("id") != "type_name") continue;
        found = true;
        CHECK(item.at("role") == "button");
        CHECK(item.at("label") == "Type your name instead");
        CHECK(item.at("target") == true);
        CHECK(item.at("height") >= 88);
    }
    CHECK(found);
    CHECK_FALSE(std::filesystem::exists(folder / "screen.json.part"));
    std::filesystem::remove_all(folder);
    CHECK_FALSE(ScreenDescriber(folder / "screen.json").update(driver.record()).ok());
}

TEST_CASE("the record bears text that is not text") {
    ScreenRecord record;
    RecordedItem item;
    item.label = "\xFF\x80";
    record.add(item);
    CHECK(record.to_json(1).find("items") != std::string::npos);
}

}  // namespace stormote
