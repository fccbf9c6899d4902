// The keyboard for sentences in the letters of the reader's language.
#include "kiosk/ui/widgets/note_keyboard.h"

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

// Writes with the keyboard alone.
class Typist {
  public:
    explicit Typist(const std::string& language, KeyboardUse use = KeyboardUse::sentences) {
        keys.open = true;
        keys.use = use;
        auto loaded = load_texts(language);
        REQUIRE(loaded.ok());
        texts = *std::move(loaded);
        driver.ui().set_texts(texts);
        driver.ui().set_style({theme_of(ThemeKind::light), 100, Motion::reduced});
        driver.show([this](Ui& ui) {
            ui.begin_screen("writing");
            const Rect tray{0, 600, 1920, note_keyboard_height(ui, keys)};
            const auto answer = draw_note_keyboard(ui, tray, keys, written.empty());
            keys = answer.keys;
            if (answer.key) written += answer.key->letters;
        });
    }

    [[nodiscard]] bool has_key(std::string_view label) const {
        return driver.record().find_target(label) != nullptr;
    }

    NoteKeys keys;
    std::string written;
    Texts texts;
    UiDriver driver;
};

}  // namespace

TEST_CASE("who reads Arabic writes with Arabic letters, and finds the Latin ones behind a key") {
    Typist typist("ar");
    typist.driver.tap("key_م");
    typist.driver.tap("key_لا");
    typist.driver.tap("؟");
    CHECK(typist.written == "ملا؟");
    typist.driver.tap("key_page");
    CHECK(typist.keys.page == KeyPage::latin);
    typist.driver.tap("key_å");
    CHECK(typist.written == "ملا؟å");
    // Digits, rare letters, and back.
    for (const KeyPage page : {KeyPage::signs, KeyPage::more_letters, KeyPage::letters}) {
        typist.driver.tap("key_page");
        CHECK(typist.keys.page == page);
    }
    CHECK(typist.has_key("key_م"));
}

TEST_CASE("a sentence in Ukrainian begins with a capital letter") {
    Typist typist("uk");
    typist.driver.tap("key_ї");
    typist.driver.tap("key_ж");
    CHECK(typist.written == "Їж");
    typist.driver.tap("key_capitals");
    typist.driver.tap("key_ґ");
    CHECK(typist.written == "ЇжҐ");
}

TEST_CASE("a passphrase and an address are written with Latin letters in every language") {
    for (const KeyboardUse use : {KeyboardUse::passphrase, KeyboardUse::address}) {
        const Typist typist("uk", use);
        CHECK(typist.has_key("key_q"));
        CHECK_FALSE(typist.has_key("key_ї"));
    }
}

TEST_CASE("languages of the Latin alphabet share one keyboard") {
    for (const char *language : {"sv", "fi"}) {
        Typist typist(language);
        CHECK(typist.has_key("key_ö"));
        typist.driver.tap("key_page");
        CHECK(typist.keys.page == KeyPage::signs);
    }
}

}  // namespace stormote
