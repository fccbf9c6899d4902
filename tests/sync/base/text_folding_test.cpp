#include "sync/base/text_folding.h"

#include <memory>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>

#include "sync/base/cbor.h"
#include "sync/base/random.h"
#include "sync/base/utf8.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;

namespace {

// The rules of ICU upon the whole text, without any short cut.
std::string fold_by_icu(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::Transliterator> rules(icu::Transliterator::createInstance(
        "NFD; [:Mn:] Remove; NFC; Any-Latin; Latin-ASCII; [:Lm:] Remove; Lower", UTRANS_FORWARD,
        status));
    icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(trim_text(text));
    rules->transliterate(unicode);
    std::string folded;
    unicode.toUTF8String(folded);
    return trim_text(folded);
}

std::string lower_by_icu(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(trim_text(text));
    unicode = icu::Normalizer2::getNFCInstance(status)->normalize(
        unicode.toLower(icu::Locale::getRoot()), status);
    std::string lowered;
    unicode.toUTF8String(lowered);
    return lowered;
}

std::string utf8_of(char32_t character) {
    std::string text;
    icu::UnicodeString(static_cast<UChar32>(character)).toUTF8String(text);
    return text;
}

// Mostly letters of Latin alphabets and ASCII, and now and then anything else at all.
std::string draw_text(Random& random) {
    std::string text;
    const auto length = random.below(12);
    const bool is_latin = random.below(4) != 0;
    for (std::uint64_t i = 0; i < length; ++i) {
        const auto kind = random.below(is_latin ? 3 : 7);
        std::uint64_t character = random.below(0x80);
        if (kind == 1) character = 0xC0 + random.below(0x190);
        if (kind == 2) character = 0x1E00 + random.below(0x100);
        if (kind == 3) character = 0x80 + random.below(0x40);
        if (kind == 4) character = 0x250 + random.below(0x400);
        if (kind == 5) character = 0x2000 + random.below(0x200);
        if (kind == 6) character = 0xE000 + random.below(0x2000);
        text += random.below(200) == 0 ? std::string(1, static_cast<char>(0x80 + character % 0x80))
                                       : utf8_of(static_cast<char32_t>(character));
    }
    return text;
}

}  // namespace

TEST_CASE("folding by letter gives what the rules of ICU give for the whole text") {
    for (char32_t character = 1; character < 0x3000; ++character) {
        for (const std::string& text :
             {utf8_of(character), "A" + utf8_of(character) + "b", "1" + utf8_of(character) + "2"}) {
            CAPTURE(text, static_cast<int>(character));
            REQUIRE(fold_text(text) == fold_by_icu(text));
        }
    }
    SeededRandom random(20221012);
    for (int i = 0; i < 50'000; ++i) {
        const std::string text = draw_text(random);
        CAPTURE(text);
        REQUIRE(fold_text(text) == fold_by_icu(text));
        REQUIRE(lower_text(text) == lower_by_icu(text));
    }
}

TEST_CASE("names that people take for the same fold to the same key") {
    REQUIRE(fold_text("Åsa ÖBERG") == "asa oberg");
    REQUIRE(fold_text("asa oberg") == "asa oberg");
    REQUIRE(fold_text("A\xCC\x8Asa O\xCC\x88"
                      "berg") == "asa oberg");  // decomposed
    REQUIRE(fold_text("  Åsa \t Öberg\r\n") == "asa oberg");
    REQUIRE(fold_text("Åsa\xC2\xA0 \xC2\xA0Öberg\xC2\xA0") == "asa oberg");  // no-break spaces
    REQUIRE(fold_text("Åsa\xE2\x80\x83Öberg") == "asa oberg");               // em space
    REQUIRE(fold_text("Ærø Straße Þór Łódź") == "aero strasse thor lodz");
}

TEST_CASE("Sámi names fold to plain letters") {
    REQUIRE(fold_text("Áŋŋel-Máret Đõrrõ Ŧuomas Čáhci Šuvva Žuomi") ==
            "annel-maret dorro tuomas cahci suvva zuomi");
}

TEST_CASE("Arabic, Cyrillic and Greek names fold to Latin letters") {
    for (const char *name : {"محمد عبد الله", "Олександра Шевченко", "Γιώργος Παπαδόπουλος"}) {
        const std::string folded = fold_text(name);
        CAPTURE(name, folded);
        REQUIRE_FALSE(folded.empty());
        for (const char c : folded) REQUIRE(static_cast<unsigned char>(c) < 0x80);
    }
    REQUIRE(fold_text("Олександра") == "oleksandra");
    // The marks of vowels are mostly left out when people write.
    REQUIRE(fold_text("مُحَمَّد") == fold_text("محمد"));
}

TEST_CASE("a name is parted into words at hyphens and spaces, but not at an apostrophe") {
    using LocalizedMessage = std::vector<std::string>;
    REQUIRE(fold_words("Anna-Lena d'Arc O’Brien") ==
            LocalizedMessage{"anna", "lena", "darc", "obrien"});
    REQUIRE(fold_words("St. Mary's, 2:a") == LocalizedMessage{"st", "marys", "2", "a"});
    REQUIRE(fold_words(" - ' ").empty());
    REQUIRE(fold_words("").empty());
}

TEST_CASE("any bytes fold to well-formed text without spaces at its ends") {
    const bool is_sound = rc::check([](const std::string& text) {
        const std::string folded = fold_text(text);
        RC_ASSERT(is_utf8(folded));
        RC_ASSERT(trim_text(folded) == folded);
        RC_ASSERT(is_utf8(lower_text(text)));
    });
    REQUIRE(is_sound);
}

TEST_CASE("folding a name that is folded already changes nothing") {
    for (const char *name : {"محمد عبد الله", "Åsa ÖBERG", "İstanbul Iğdır", "ﬁne ẞ", "王小明",
                             "नमस्ते", "ʻOkina", "½ ℃", "Ǆ", "Ольга"}) {
        const std::string folded = fold_text(name);
        CAPTURE(name, folded);
        REQUIRE(fold_text(folded) == folded);
    }
}

TEST_CASE("bytes that are not UTF-8 fold to something that is") {
    for (const char *bad : {"\xFF", "Å\xC3", "a\x80z", "\xED\xA0\x80", "\xF8\x88\x80\x80\x80"}) {
        for (const std::string& text : {fold_text(bad), lower_text(bad)}) {
            REQUIRE(is_utf8(text));
            REQUIRE(text.find("\xEF\xBF\xBD") != std::string::npos);
        }
    }
}

TEST_CASE("lower case keeps the marks, composed") {
    REQUIRE(lower_text("ÅSA Öberg") == "åsa öberg");
    REQUIRE(lower_text("A\xCC\x8ASA") == "åsa");
    REQUIRE(lower_text("İ") == lower_text("i\xCC\x87"));
}

TEST_CASE("the first letter becomes a capital, and the others stay as they are") {
    CHECK(capitalise("ŋáRA öst") == "ŊáRA öst");
    CHECK(capitalise("öst") == "Öst");
    CHECK(capitalise("ꙉ") == "Ꙉ");
    CHECK(capitalise("𐐨a") == "𐐀a");
    CHECK(capitalise("ßa") == "ßa");
    CHECK(capitalise("-a") == "-a");
    CHECK(capitalise("").empty());
}

TEST_CASE("spaces and control characters at the ends go, and runs of them become one space") {
    REQUIRE(trim_text(" \t a \r\n\x01 b\x7F ") == "a b");
    REQUIRE(trim_text(" \n ").empty());
    REQUIRE(trim_text("å") == "å");
}

TEST_CASE("code points are counted, and a stray byte counts as one") {
    REQUIRE(count_code_points("") == 0);
    REQUIRE(count_code_points("Åsa 😀") == 5);
    REQUIRE(count_code_points("\x80\x80\xFF") == 3);
    REQUIRE(count_code_points("Å\xC3") == 2);
}

TEST_CASE("names are put in the order of a Swedish dictionary") {
    REQUIRE(compare_swedish("Zetterberg", "Åberg") < 0);
    REQUIRE(compare_swedish("Åberg", "Ärlig") < 0);
    REQUIRE(compare_swedish("Ärlig", "Öberg") < 0);
    REQUIRE(compare_swedish("Öberg", "Öberg") == 0);
    REQUIRE(compare_swedish("\xFF", "a") != 0);
}
