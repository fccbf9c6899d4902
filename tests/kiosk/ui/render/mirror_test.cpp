// A screen that is read from right to left.
#include <catch2/catch.hpp>

#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/base/assets.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

constexpr float width = 1920;

Texts arabic() {
    auto texts = load_texts("ar");
    REQUIRE(texts.ok());
    return *texts;
}

const RecordedItem& target(const UiDriver& driver, std::string_view id) {
    const RecordedItem *found = driver.record().find_target(id);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("a mirror reflects places, and moves what is kept as it is") {
    Mirror mirror(100);
    CHECK(mirror.placed(Rect{10, 0, 20, 5}).left == 70);
    CHECK(mirror.laid_out({75, 0}).x == 25);
    {
        const Unturned unturned(mirror, {10, 0, 20, 5});
        CHECK_FALSE(mirror.turns());
        CHECK(mirror.placed(Rect{10, 0, 5, 5}).left == 70);
        CHECK(mirror.placed(Rect{25, 0, 5, 5}).left == 85);
        CHECK(mirror.laid_out({72, 0}).x == 12);
    }
    CHECK(mirror.turns());
    CHECK(Mirror().placed(Rect{10, 0, 20, 5}).left == 10);
}

TEST_CASE("in Arabic a screen is laid out from the right, and a touch finds what it shows") {
    const Texts texts = arabic();
    UiDriver driver({width, 1080});
    driver.ui().set_texts(texts);
    std::optional<WelcomeIntent> intent;
    driver.show([&](Ui& ui) {
        if (auto asked = draw_welcome(ui, {})) intent = std::move(asked);
    });
    CHECK(target(driver, "type_name").rect.centre().x < width / 2);
    driver.tap("not_registered");
    REQUIRE(intent);
    CHECK(std::holds_alternative<NotRegistered>(*intent));
}

TEST_CASE("in Arabic the keyboard stays as keyboards are, and so does what is typed") {
    const Texts texts = arabic();
    UiDriver driver({width, 1080});
    driver.ui().set_texts(texts);
    std::string typed;
    driver.show([&](Ui& ui) {
        NameView view;
        view.typed = typed;
        const auto intent = draw_name(ui, view);
        if (!intent) return;
        if (const auto *change = std::get_if<ChangeName>(&*intent)) typed = change->typed;
    });
    CHECK(target(driver, "key_q").rect.left < target(driver, "key_w").rect.left);
    driver.tap("key_b");
    driver.tap("key_o");
    CHECK(typed == "Bo");
    // What goes back stands where reading begins.
    CHECK(target(driver, "back").rect.centre().x < width / 2);
    CHECK(target(driver, "clear_text").rect.centre().x < width / 2);
}

TEST_CASE("in Arabic the arrows lead where they point") {
    const Texts texts = arabic();
    UiDriver driver({width, 1080});
    driver.ui().set_texts(texts);
    driver.show([](Ui& ui) {
        ui.begin_screen("row");
        (void)button(ui, {0, 0, 200, 100}, {.id = "first", .label = "A"});
        (void)button(ui, {300, 0, 200, 100}, {.id = "second", .label = "B"});
    });
    CHECK(target(driver, "first").rect.left > target(driver, "second").rect.left);
    driver.press(KeyKind::next);
    CHECK(target(driver, "first").focused);
    driver.press(KeyKind::left);
    CHECK(target(driver, "second").focused);
    driver.press(KeyKind::right);
    CHECK(target(driver, "first").focused);
}

TEST_CASE("an Arabic sentence that begins with a Swedish name runs from the right") {
    const TextShaper shaper;
    TextStyle style;
    const std::string sentence = "Mingelfika حتى 18.30";
    // A caret behind the last letter stands where the sentence ends.
    CHECK(shaper.caret_x(sentence, style) > shaper.measure(sentence, style).size.width / 2);
    style.reading = ReadingOrder::from_right;
    CHECK(shaper.caret_x(sentence, style) < shaper.measure(sentence, style).size.width / 2);
    // A name alone stays as it is.
    CHECK(shaper.caret_x("Åsa Öberg", style) > 10);
}

}  // namespace stormote
