#include <optional>

#include <catch2/catch.hpp>
#include <imgui.h>

#include "kiosk/ui/widgets/key_variants.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/widgets.h"
#include "tests/support/screens/ui_driver.h"

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

// All that the last frame drew, to be compared.
std::string drawn() {
    std::string bytes;
    const ImDrawData *data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i) {
        const auto& corners = data->CmdLists[i]->VtxBuffer;
        bytes.append(reinterpret_cast<const char *>(corners.Data),
                     static_cast<std::size_t>(corners.size_in_bytes()));
    }
    return bytes;
}

// The keyboard, and what was typed on it.
struct TypingScreen {
    UiDriver driver;
    std::string text;

    TypingScreen() {
        driver.show([this](Ui& ui) {
            ui.begin_screen("typing");
            const auto key = draw_keyboard(ui, {0, 500, 1920, keyboard_height(ui)});
            text = edit_text(ui, text, key, 60);
        });
    }
    TypingScreen(const TypingScreen&) = delete;
    TypingScreen& operator=(const TypingScreen&) = delete;
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
    const std::string before = drawn();
    driver.finger_down(1, driver.middle_of("left"));
    CHECK(drawn() != before);
    driver.finger_up(1, driver.middle_of("left"));
    CHECK(drawn() == before);
    // Nor when it slid away and left elsewhere.
    driver.finger_down(1, driver.middle_of("left"));
    driver.finger_move(1, driver.middle_of("right"));
    driver.finger_up(1, driver.middle_of("right"));
    CHECK(drawn() == before);
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
    TypingScreen screen;
    screen.driver.finger_down(1, screen.driver.middle_of("key_q"));
    screen.driver.finger_move(1, screen.driver.middle_of("key_w"));
    screen.driver.finger_up(1, screen.driver.middle_of("key_w"));
    CHECK(screen.text == "W");
    // Lifted outside the keyboard: thought better of it.
    screen.driver.finger_down(1, screen.driver.middle_of("key_q"));
    screen.driver.finger_up(1, {10, 10});
    CHECK(screen.text == "W");
}

TEST_CASE("two thumbs may overlap while typing") {
    TypingScreen screen;
    screen.driver.finger_down(1, screen.driver.middle_of("key_b"));
    screen.driver.clock().advance_ms(80);
    screen.driver.finger_down(2, screen.driver.middle_of("key_o"));
    screen.driver.finger_up(1, screen.driver.middle_of("key_b"));
    screen.driver.finger_up(2, screen.driver.middle_of("key_o"));
    CHECK(screen.text == "Bo");
}

TEST_CASE("a hand resting on the keyboard types nothing") {
    TypingScreen screen;
    screen.driver.finger_down(1, screen.driver.middle_of("key_b"));
    screen.driver.advance_ms(3000);
    screen.driver.tap("key_o");
    screen.driver.finger_up(1, screen.driver.middle_of("key_b"));
    CHECK(screen.text == "O");
}

TEST_CASE("words begin with a capital letter, on the screen's keys and on real ones") {
    TypingScreen screen;
    for (const char *key :
         {"key_å", "key_s", "key_a", "key_space", "key_space", "key_ö", "key_b"}) {
        screen.driver.tap(key);
    }
    CHECK(screen.text == "Åsa Öb");
    screen.driver.tap("key_erase");
    CHECK(screen.text == "Åsa Ö");
    screen.driver.press(KeyKind::backspace);
    screen.driver.press(KeyKind::backspace);
    CHECK(screen.text == "Åsa");
    screen.driver.type(U"-émile");
    CHECK(screen.text == "Åsa-Émile");
}

TEST_CASE("names with letters that the usual layer lacks are written without holding any key") {
    TypingScreen screen;
    CHECK(screen.driver.record().find_target("key_ŋ") == nullptr);
    screen.driver.tap("More letters");
    CHECK(screen.text.empty());
    for (const char *key : {"key_đ", "key_á", "key_ŋ"}) screen.driver.tap(key);
    CHECK(screen.text == "Đáŋ");
    screen.driver.tap("Usual letters");
    screen.driver.tap("key_a");
    CHECK(screen.text == "Đáŋa");
    screen.driver.tap("key_erase");
    screen.driver.tap("key_erase");
    CHECK(screen.text == "Đá");
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
    TypingScreen screen;
    const Point place = screen.driver.middle_of("key_e");
    screen.driver.finger_down(1, place);
    screen.driver.advance_ms(Ui::hold_ms - 1);
    CHECK(screen.driver.record().find_target("variant_ë") == nullptr);
    screen.driver.advance_ms(1);
    screen.driver.frame();
    REQUIRE(screen.driver.record().find_target("variant_ë") != nullptr);
    CHECK(screen.text.empty());
    screen.driver.finger_move(1, screen.driver.middle_of("variant_ë"));
    screen.driver.finger_up(1, screen.driver.middle_of("variant_ë"));
    CHECK(screen.text == "Ë");
    screen.driver.frame();
    CHECK(screen.driver.record().find_target("variant_ë") == nullptr);
}

TEST_CASE("a key that is held and lifted types its own letter: nobody is too slow") {
    TypingScreen screen;
    const Point place = screen.driver.middle_of("key_e");
    screen.driver.finger_down(1, place);
    screen.driver.advance_ms(3 * Ui::hold_ms);
    screen.driver.finger_up(1, place);
    CHECK(screen.text == "E");
}

TEST_CASE("whoever slides off the variants of a key types nothing, and no key below them") {
    TypingScreen screen;
    for (const Point elsewhere : {screen.driver.middle_of("key_m"), Point{960, 40}}) {
        screen.driver.finger_down(1, screen.driver.middle_of("key_d"));
        screen.driver.advance_ms(Ui::hold_ms);
        screen.driver.frame();
        REQUIRE(screen.driver.record().find_target("variant_đ") != nullptr);
        screen.driver.finger_move(1, elsewhere);
        screen.driver.finger_up(1, elsewhere);
        CHECK(screen.text.empty());
    }
    screen.driver.tap("key_m");
    CHECK(screen.text == "M");
}

TEST_CASE("a finger that slides from key to key holds the one that it comes to rest on") {
    TypingScreen screen;
    screen.driver.finger_down(1, screen.driver.middle_of("key_a"));
    screen.driver.advance_ms(Ui::hold_ms - 100);
    screen.driver.finger_move(1, screen.driver.middle_of("key_s"));
    screen.driver.advance_ms(Ui::hold_ms - 100);
    CHECK(screen.driver.ui().held_key().empty());
    screen.driver.advance_ms(100);
    screen.driver.frame();
    CHECK(screen.driver.record().find_target("variant_š") != nullptr);
    CHECK(screen.driver.record().find_target("variant_á") == nullptr);
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
