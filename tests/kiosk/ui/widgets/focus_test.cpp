#include "kiosk/ui/widgets/focus.h"

#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/widgets/widgets.h"
#include "tests/support/screens/screen_samples.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

std::string focused(const UiDriver& driver) {
    for (const RecordedItem& item : driver.record().items()) {
        if (item.focused) return item.id;
    }
    return "";
}

// Wholly above, and in the same column.
bool is_above(const Rect& rect, const Rect& other) {
    return rect.bottom() <= other.top && rect.left < other.right() && other.left < rect.right();
}

// Where each arrow leads from each target.
using Ways = std::map<std::string, std::set<std::string>>;

Ways ways_of(const ScreenRecord& record) {
    Ways ways;
    for (const RecordedItem& item : record.items()) {
        if (!item.target || !item.enabled) continue;
        for (const KeyKind arrow : {KeyKind::up, KeyKind::down, KeyKind::left, KeyKind::right}) {
            ways[item.id].insert(focus_after(record, item.id, arrow, false));
        }
    }
    return ways;
}

std::set<std::string> reached_from(const Ways& ways, const std::string& id) {
    std::set<std::string> reached{id};
    std::vector<std::string> open{id};
    while (!open.empty()) {
        const std::string here = open.back();
        open.pop_back();
        for (const std::string& next : ways.at(here)) {
            if (reached.insert(next).second) open.push_back(next);
        }
    }
    return reached;
}

}  // namespace

TEST_CASE("Tab walks through everything on every screen, in reading order, and round again") {
    UiDriver driver;
    for (const ScreenSample& sample : screen_samples("en")) {
        INFO(sample.name);
        // Samples of one screen follow each other: the focus must not stay from the one before.
        driver.show([](Ui& ui) { ui.begin_screen("between"); });
        driver.show(sample.draw);
        std::vector<std::string> order;
        for (const RecordedItem& item : driver.record().items()) {
            if (item.target && item.enabled) order.push_back(item.id);
        }
        REQUIRE_FALSE(order.empty());
        CHECK(std::set<std::string>(order.begin(), order.end()).size() == order.size());
        for (const std::string& id : order) {
            driver.press(KeyKind::next);
            CHECK(focused(driver) == id);
        }
        driver.press(KeyKind::next);
        CHECK(focused(driver) == order.front());
        driver.press(KeyKind::previous);
        CHECK(focused(driver) == order.back());
    }
}

TEST_CASE("whoever walks on is never sent back up, on upright screen and wide") {
    for (const Size display : {Size{1920, 1080}, Size{1280, 800}, Size{1080, 1920}}) {
        UiDriver driver(display);
        for (const ScreenSample& sample : screen_samples("sv")) {
            driver.show(sample.draw);
            std::vector<RecordedItem> targets = driver.record().items();
            std::erase_if(targets, [](const RecordedItem& item) { return !item.target; });
            for (std::size_t i = 0; i < targets.size(); ++i) {
                for (std::size_t j = i + 1; j < targets.size(); ++j) {
                    INFO(sample.name << " " << display.width << ": " << targets[i].id << " before "
                                     << targets[j].id);
                    CHECK_FALSE(is_above(targets[j].rect, targets[i].rect));
                }
            }
        }
    }
}

TEST_CASE("Enter presses what has the focus") {
    UiDriver driver;
    std::optional<WelcomeIntent> intent;
    driver.show([&](Ui& ui) {
        if (auto asked = draw_welcome(ui, {})) intent = std::move(asked);
    });
    driver.press(KeyKind::enter);
    CHECK_FALSE(intent);
    driver.press(KeyKind::next);
    driver.press(KeyKind::next);
    driver.press(KeyKind::enter);
    REQUIRE(intent);
    CHECK(std::holds_alternative<NotRegistered>(*intent));
}

TEST_CASE("arrows go to the nearest thing that way") {
    UiDriver driver;
    driver.show([](Ui& ui) {
        ui.begin_screen("grid");
        (void)button(ui, {0, 0, 200, 100}, {.id = "a", .label = "A"});
        (void)button(ui, {300, 0, 200, 100}, {.id = "b", .label = "B"});
        (void)button(ui, {0, 200, 200, 100}, {.id = "c", .label = "C"});
        (void)button(ui, {300, 200, 200, 100}, {.id = "d", .label = "D"});
    });
    driver.press(KeyKind::down);
    CHECK(focused(driver) == "a");
    driver.press(KeyKind::down);
    CHECK(focused(driver) == "c");
    driver.press(KeyKind::right);
    CHECK(focused(driver) == "d");
    driver.press(KeyKind::up);
    CHECK(focused(driver) == "b");
    driver.press(KeyKind::left);
    CHECK(focused(driver) == "a");
    // No trap at the edge.
    driver.press(KeyKind::left);
    CHECK(focused(driver) == "d");
}

TEST_CASE("arrows alone reach everything on every screen, and are never caught") {
    for (const Size display : {Size{1920, 1080}, Size{1080, 1920}}) {
        UiDriver driver(display);
        for (const ScreenSample& sample : screen_samples("sv")) {
            driver.show(sample.draw);
            const Ways ways = ways_of(driver.record());
            for (const auto& [id, next] : ways) {
                INFO(sample.name << " " << display.width << " from " << id);
                CHECK(reached_from(ways, id).size() == ways.size());
            }
        }
    }
}

TEST_CASE("a touch takes the focus away, and it does not follow to another screen") {
    UiDriver driver;
    driver.show([](Ui& ui) { (void)draw_welcome(ui, {}); });
    driver.press(KeyKind::next);
    CHECK_FALSE(focused(driver).empty());
    driver.tap("contrast");
    CHECK(focused(driver).empty());
    driver.press(KeyKind::next);
    driver.show([](Ui& ui) {
        ui.begin_screen("other");
        (void)button(ui, {0, 0, 200, 100}, {.id = "type_name", .label = "Same id"});
    });
    CHECK(focused(driver).empty());
}

}  // namespace stormote
