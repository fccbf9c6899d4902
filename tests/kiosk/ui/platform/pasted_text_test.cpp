#include "kiosk/ui/platform/pasted_text.h"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace stormote {

namespace {

std::u32string typed(std::string_view text) {
    std::u32string letters;
    for (const KeyStroke& stroke : pasted_strokes(text)) {
        CHECK(stroke.kind == KeyKind::character);
        letters += stroke.character;
    }
    return letters;
}

}  // namespace

TEST_CASE("what is pasted is typed, letter by letter") {
    CHECK(typed("Åsa & Östen 😀") == U"Åsa & Östen 😀");
    CHECK(typed("").empty());
}

TEST_CASE("lines that are pasted become one, and nothing in them is a key") {
    CHECK(typed("Fler bänkar\r\n\r\noch lampor\tsnart\n") == U"Fler bänkar och lampor snart");
    CHECK(typed("a\x1B[31m\x07z") == U"a[31mz");
}

TEST_CASE("bytes that are no characters are left out, and so is what is too much") {
    CHECK(typed("a\xFF\xC3z") == U"az");
    CHECK(pasted_strokes(std::string(20'000, 'x')).size() == most_pasted_characters);
    rc::check([](const std::string& bytes) {
        for (const KeyStroke& stroke : pasted_strokes(bytes)) {
            RC_ASSERT(stroke.kind == KeyKind::character);
            RC_ASSERT(stroke.character >= U' ');
        }
    });
}

}  // namespace stormote
