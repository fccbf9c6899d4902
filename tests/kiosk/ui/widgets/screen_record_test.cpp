#include "kiosk/ui/widgets/screen_record.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "kiosk/ui/accessibility/screen_describer.h"
#include "kiosk/ui/screens/check_in/welcome.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

TEST_CASE("the record tells what stands on the screen, also as a file") {
    UiDriver driver;
    driver.show([](Ui& ui) { (void)draw_welcome(ui, {}); });
    const testing::TemporaryFolder folder;
    REQUIRE(ScreenDescriber(folder / "screen.json").update(driver.record()).ok());
    const auto json = testing::parse_json(to_string(testing::read_file(folder / "screen.json")));
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
    std::filesystem::remove_all(folder.path());
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
