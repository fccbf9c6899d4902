#include <optional>

#include <catch2/catch.hpp>

#include "kiosk/ui/key_variants.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/widgets.h"
#include "tests/support/ui_driver.h"

namespace stormote {

namespace {

constexpr Rect left_place{100, 100, 300, 120};
constexpr Rect right_place{600, 100, 300, 120};

// Two buttons that count how often each was pressed.
struct TwoButtons {
    int left = 0;
    int right = 0;

    void draw(Ui& ui) {
        ui.begin_screen("two");
        if (button(ui, left_place, {.id = "left", .label = "Left"})) ++left;
        if (button(ui, right_place, {.id = "right", .label = "Right"})) ++right;
    }
};

// A keyboard that writes down what is typed.
struct Typist {
    std::string text;

    void draw(Ui& ui) {
        ui.begin_screen("typist");
        const auto key = draw_keyboard(ui, {0, 500, 1920, keyboard_height(ui)});
        text = edit_text(ui, text, key, 60);
    }
};

}  // namespace

TEST_CASE("a button acts when the finger lifts, once") {
    UiDriver driver;
    TwoButtons buttons;
    driver.show([&](Ui& ui) { buttons.draw(ui); });
    const Point place = driver.middle_of("left");
    driver.finger_down(1, place);
    CHECK(buttons.left == 0);
    driver.advance_ms(300);
    CHECK(buttons.left == 0);
    driver.finger_up(1, place);
    CHECK(buttons.left == 1);
    driver.advance_ms(300);
    CHECK(buttons.left == 1);
}

TEST_CASE("sliding off a button cancels, and does not press its neighbour") {
    UiDriver driver;
    TwoButtons buttons;
    driver.show([&](Ui& ui) { buttons.draw(ui); });
    driver.finger_down(1, driver.middle_of("left"));
    driver.finger_move(1, driver.middle_of("right"));
    driver.finger_up(1, driver.middle_of("right"));
    CHECK(buttons.left == 0);
    CHECK(buttons.right == 0);
}

TEST_CASE("sliding off and back again presses") {
    UiDriver driver;
    TwoButtons buttons;
    driver.show([&](Ui& ui) { buttons.draw(ui); });
    const Point place = driver.middle_of("left");
    driver.finger_down(1, place);
    driver.finger_move(1, {1500, 900});
    driver.finger_move(1, place);
    driver.finger_up(1, place);
    CHECK(buttons.left == 1);
}

TEST_CASE("a hand that rests on one button neither presses it nor blocks the other") {
    UiDriver driver;
    TwoButtons buttons;
    driver.show([&](Ui& ui) { buttons.draw(ui); });
    driver.finger_down(1, driver.middle_of("left"));
    driver.advance_ms(2000);
    const Point place = driver.middle_of("right");
    driver.finger_down(2, place);
    driver.finger_up(2, place);
    driver.finger_up(1, driver.middle_of("left"));
    CHECK(buttons.left == 0);
    CHECK(buttons.right == 1);
}

TEST_CASE("nothing stays lit when the finger has left") {
    UiDriver driver;
    TwoButtons buttons;
    driver.show([&](Ui& ui) { buttons.draw(ui); });
    driver.tap("left");
    CHECK_FALSE(driver.ui().input().pointer.present);
}

TEST_CASE("the second half of a double tap does not press what has just appeared") {
    UiDriver driver;
    TwoButtons buttons;
    driver.show([&](Ui& ui) { buttons.draw(ui); });
    bool next = false;
    int pressed = 0;
    driver.show([&](Ui& ui) {
        if (!next) {
            ui.begin_screen("first");
            if (button(ui, left_place, {.id = "go", .label = "Go"})) next = true;
            return;
        }
        ui.begin_screen("second");
        if (button(ui, left_place, {.id = "stop", .label = "Stop"})) ++pressed;
    });
    driver.tap("go");
    driver.frame();
    driver.tap("stop");
    CHECK(pressed == 0);
    driver.advance_ms(Ui::settle_ms);
    driver.tap("stop");
    CHECK(pressed == 1);
}

TEST_CASE("a disabled button is written down and does nothing") {
    UiDriver driver;
    int pressed = 0;
    driver.show([&](Ui& ui) {
        ui.begin_screen("one");
        if (button(ui, left_place, {.id = "no", .label = "No", .enabled = false})) ++pressed;
    });
    driver.tap("no");
    CHECK(pressed == 0);
    CHECK_FALSE(driver.record().find_target("no")->enabled);
}

TEST_CASE("a key acts where the finger lifts") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    driver.finger_down(1, driver.middle_of("key_q"));
    driver.finger_move(1, driver.middle_of("key_w"));
    driver.finger_up(1, driver.middle_of("key_w"));
    CHECK(typist.text == "W");
    // Lifted outside the keyboard: thought better of it.
    driver.finger_down(1, driver.middle_of("key_q"));
    driver.finger_up(1, {10, 10});
    CHECK(typist.text == "W");
}

TEST_CASE("two thumbs may overlap while typing") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    driver.finger_down(1, driver.middle_of("key_b"));
    driver.clock().advance_ms(80);
    driver.finger_down(2, driver.middle_of("key_o"));
    driver.finger_up(1, driver.middle_of("key_b"));
    driver.finger_up(2, driver.middle_of("key_o"));
    CHECK(typist.text == "Bo");
}

TEST_CASE("a hand resting on the keyboard types nothing") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    driver.finger_down(1, driver.middle_of("key_b"));
    driver.advance_ms(3000);
    driver.tap("key_o");
    driver.finger_up(1, driver.middle_of("key_b"));
    CHECK(typist.text == "O");
}

TEST_CASE("words begin with a capital letter, on the screen's keys and on real ones") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    for (const char *key :
         {"key_å", "key_s", "key_a", "key_space", "key_space", "key_ö", "key_b"}) {
        driver.tap(key);
    }
    CHECK(typist.text == "Åsa Öb");
    driver.tap("key_erase");
    CHECK(typist.text == "Åsa Ö");
    driver.press(KeyKind::backspace);
    driver.press(KeyKind::backspace);
    CHECK(typist.text == "Åsa");
    driver.type(U"-émile");
    CHECK(typist.text == "Åsa-Émile");
}

TEST_CASE("names with letters that the usual layer lacks are written without holding any key") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    CHECK(driver.record().find_target("key_ŋ") == nullptr);
    driver.tap("More letters");
    CHECK(typist.text.empty());
    for (const char *key : {"key_đ", "key_á", "key_ŋ"}) driver.tap(key);
    CHECK(typist.text == "Đáŋ");
    driver.tap("Usual letters");
    driver.tap("key_a");
    CHECK(typist.text == "Đáŋa");
    driver.tap("key_erase");
    driver.tap("key_erase");
    CHECK(typist.text == "Đá");
}

TEST_CASE("every letter of the second layer has its capital, and every screen begins without it") {
    for (const LetterPair& letter : more_letters) {
        std::string text;
        add_letters(text, letter.small, 60);
        CHECK(text == letter.capital);
        add_letters(text, letter.small, 60);
        CHECK(text == std::string(letter.capital) + std::string(letter.small));
    }
    UiDriver driver;
    std::string screen = "one";
    driver.show([&](Ui& ui) {
        ui.begin_screen(screen);
        (void)draw_keyboard(ui, {0, 500, 1920, keyboard_height(ui)});
    });
    driver.tap("key_more");
    CHECK(driver.record().find_target("key_ŋ") != nullptr);
    screen = "two";
    driver.frame();
    CHECK(driver.record().find_target("key_ŋ") == nullptr);
}

TEST_CASE("a text takes no more letters than it may have") {
    std::string text;
    for (int i = 0; i < 80; ++i) add_letters(text, "å", 60);
    CHECK(text.size() == 120);
    erase_last(text);
    CHECK(text.size() == 118);
}

TEST_CASE("holding a key shows its variants, and sliding to one types it") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    const Point place = driver.middle_of("key_e");
    driver.finger_down(1, place);
    driver.advance_ms(Ui::hold_ms - 1);
    CHECK(driver.record().find_target("variant_ë") == nullptr);
    driver.advance_ms(1);
    driver.frame();
    REQUIRE(driver.record().find_target("variant_ë") != nullptr);
    CHECK(typist.text.empty());
    driver.finger_move(1, driver.middle_of("variant_ë"));
    driver.finger_up(1, driver.middle_of("variant_ë"));
    CHECK(typist.text == "Ë");
    driver.frame();
    CHECK(driver.record().find_target("variant_ë") == nullptr);
}

TEST_CASE("a key that is held and lifted types its own letter: nobody is too slow") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    const Point place = driver.middle_of("key_e");
    driver.finger_down(1, place);
    driver.advance_ms(3 * Ui::hold_ms);
    driver.finger_up(1, place);
    CHECK(typist.text == "E");
}

TEST_CASE("whoever slides off the variants of a key types nothing, and no key below them") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    for (const Point elsewhere : {driver.middle_of("key_m"), Point{960, 40}}) {
        driver.finger_down(1, driver.middle_of("key_d"));
        driver.advance_ms(Ui::hold_ms);
        driver.frame();
        REQUIRE(driver.record().find_target("variant_đ") != nullptr);
        driver.finger_move(1, elsewhere);
        driver.finger_up(1, elsewhere);
        CHECK(typist.text.empty());
    }
    driver.tap("key_m");
    CHECK(typist.text == "M");
}

TEST_CASE("a finger that slides from key to key holds the one that it comes to rest on") {
    UiDriver driver;
    Typist typist;
    driver.show([&](Ui& ui) { typist.draw(ui); });
    driver.finger_down(1, driver.middle_of("key_a"));
    driver.advance_ms(Ui::hold_ms - 100);
    driver.finger_move(1, driver.middle_of("key_s"));
    driver.advance_ms(Ui::hold_ms - 100);
    CHECK(driver.ui().held_key().empty());
    driver.advance_ms(100);
    driver.frame();
    CHECK(driver.record().find_target("variant_š") != nullptr);
    CHECK(driver.record().find_target("variant_á") == nullptr);
}

TEST_CASE("every variant of a key is on the layer of more letters, or a key of its own") {
    for (const LetterPair& letter : more_letters) {
        int keys = 0;
        for (char small = 'a'; small <= 'z'; ++small) {
            for (const LetterPair& variant : variants_of(std::string_view(&small, 1))) {
                keys += variant.small == letter.small ? 1 : 0;
            }
        }
        INFO(letter.small);
        CHECK(keys == 1);
    }
}

}  // namespace stormote
