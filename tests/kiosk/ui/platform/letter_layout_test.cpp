// The letters of languages that are not written with the Latin alphabet.
#include "kiosk/ui/platform/letter_layout.h"

#include <set>

#include <catch2/catch.hpp>

namespace stormote {

namespace {

std::set<std::string> letters_of(const LetterLayout& layout, bool shifted = false) {
    std::set<std::string> letters;
    for (const auto& row : layout.rows) {
        for (const KeyLetters& key : row) letters.insert(shifted ? key.shifted : key.plain);
    }
    return letters;
}

}  // namespace

TEST_CASE("a Ukrainian keyboard has all letters of the alphabet, small and capital") {
    const LetterLayout *layout = letter_layout("uk");
    REQUIRE(layout != nullptr);
    CHECK(layout->has_capitals);
    CHECK_FALSE(layout->is_arabic);
    CHECK(layout->rows[0].front().plain == "й");
    const std::set<std::string> letters = letters_of(*layout);
    for (const char *letter :
         {"а", "б", "в", "г", "ґ", "д", "е", "є", "ж", "з", "и", "і", "ї", "й", "к", "л", "м",
          "н", "о", "п", "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "ь", "ю", "я"}) {
        INFO(letter);
        CHECK(letters.contains(letter));
    }
    CHECK(letters_of(*layout, true).contains("Ї"));
}

TEST_CASE("an Arabic keyboard has all letters of the alphabet, and no capitals") {
    const LetterLayout *layout = letter_layout("ar");
    REQUIRE(layout != nullptr);
    CHECK_FALSE(layout->has_capitals);
    CHECK(layout->is_arabic);
    const std::set<std::string> letters = letters_of(*layout);
    for (const char *letter :
         {"ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ",
          "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ي", "ة", "ى", "ء", "ؤ", "ئ"}) {
        INFO(letter);
        CHECK(letters.contains(letter));
    }
    // One key types two letters, and not the sign that stands for both in old fonts.
    CHECK(letters.contains("لا"));
    CHECK(letters_of(*layout, true).contains("أ"));
}

TEST_CASE("languages of the Latin alphabet, and none, have no letters of their own") {
    for (const char *language : {"sv", "en", "fi", "", "xx"}) {
        INFO(language);
        CHECK(letter_layout(language) == nullptr);
    }
}

}  // namespace stormote
