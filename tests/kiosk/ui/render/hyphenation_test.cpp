#include "kiosk/ui/render/hyphenation.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "kiosk/ui/render/text_shaper.h"

namespace stormote {

namespace {

// With "-" for each soft hyphen.
std::string broken(std::string_view text) {
    std::string shown = Hyphenator().hyphenate(text);
    for (auto at = shown.find("\u00AD"); at != std::string::npos; at = shown.find("\u00AD", at)) {
        shown.replace(at, std::string_view("\u00AD").size(), "-");
    }
    return shown;
}

}  // namespace

TEST_CASE("names of associations may be broken where Swedish breaks them") {
    CHECK(broken("Hembygdsföreningen") == "Hem-bygds-för-e-ningen");
    CHECK(broken("Anhörigföreningen,") == "Anhö-rig-för-e-ningen,");
    CHECK(broken("Samhällsbyggnadsförvaltningen.") == "Sam-hälls-bygg-nads-för-valt-ningen.");
}

TEST_CASE("short words, other alphabets and words that say themselves where, stay as they are") {
    CHECK(broken("Kören") == "Kören");
    CHECK(broken("Объединение") == "Объединение");
    CHECK(broken("مكتبة") == "مكتبة");
    CHECK(broken("Hembygds\u00ADföreningen") == "Hembygds-föreningen");
    CHECK(broken("").empty());
}

TEST_CASE("what is copied letter by letter gets no hyphen that is not its own") {
    for (const char *word :
         {"medborgarservice@ekbacken.example", "/media/kiosk/Sammanställning",
          "www.hembygdsforeningen.example", "sammanställning_offentlig", "Sammanställning2026"}) {
        CHECK(broken(word) == word);
    }
}

TEST_CASE("whatever the word is, nothing but soft hyphens is added") {
    rc::check([](const std::string& bytes) {
        const std::string word = "Föreningslivet" + bytes;
        if (word.find("\u00AD") != std::string::npos) return;
        std::string text = Hyphenator().hyphenate(word);
        for (auto at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD")) {
            text.erase(at, std::string_view("\u00AD").size());
        }
        RC_ASSERT(text == word);
    });
}

TEST_CASE(
    "a word that is wider than its line is broken at one of these places, and no other word") {
    const TextShaper shaper;
    TextStyle style;
    const std::string name = "Hembygdsföreningen";
    const float whole = shaper.measure(name, style).size.width;
    style.wrap_px = whole * 0.8F;
    const float by_chance = shaper.measure(name, style).size.width;
    style.hyphenates = true;
    const TextExtent broken_well = shaper.measure(name, style);
    CHECK(broken_well.line_count == 2);
    // The first line ends at a syllable, and so before the edge.
    CHECK(broken_well.size.width < by_chance);
    // A long word that fits on a line of its own stays whole.
    const std::string others = "kommunfullmäktige " + name;
    style.wrap_px = whole * 0.95F;
    CHECK(shaper.measure(others, style).line_count == 3);
    style.wrap_px = whole + 1;
    CHECK(shaper.measure(name, style).line_count == 1);
}

}  // namespace stormote
