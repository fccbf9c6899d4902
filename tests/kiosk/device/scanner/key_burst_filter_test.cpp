#include "kiosk/device/scanner/key_burst_filter.h"

#include <utility>

#include <catch2/catch.hpp>

#include "sync/base/random.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

class Keys {
  public:
    KeyBurstFilter filter;
    std::int64_t now_ms = 1000;

    void press(char32_t character, std::int64_t gap_ms, int keycode = 38, bool ends_scan = false) {
        now_ms += gap_ms;
        filter.press({keycode, character, ends_scan, 0, now_ms});
        collect();
    }
    void enter(std::int64_t gap_ms) { press(0, gap_ms, 36, true); }
    void wait(std::int64_t duration_ms) {
        now_ms += duration_ms;
        filter.advance(now_ms);
        collect();
    }
    // A digit by its physical key, as some layout makes it.
    void digit(char value, char32_t character, std::int64_t gap_ms) {
        press(character, gap_ms, value == '0' ? 19 : 10 + (value - '1'));
    }

    std::string typed;
    int entered = 0;
    std::vector<ScanText> scans;

  private:
    void collect() {
        for (const KeyPress& key : filter.take_typed()) {
            if (key.character != 0) append_utf8(typed, key.character);
            if (key.ends_scan) ++entered;
        }
        for (ScanText& scan : filter.take_scans()) scans.push_back(std::move(scan));
    }
};

}  // namespace

TEST_CASE("what a person types comes out, a moment later") {
    Keys keys;
    for (const char32_t character : U"Åsa Öberg") {
        if (character != 0) keys.press(character, 90);
    }
    CHECK(keys.filter.deadline_ms().has_value());
    keys.wait(60);
    CHECK(keys.typed == "Åsa Öberg");
    CHECK(keys.scans.empty());
    CHECK_FALSE(keys.filter.deadline_ms().has_value());
    keys.enter(200);
    keys.wait(60);
    CHECK(keys.entered == 1);
}

TEST_CASE("a quick run of a few keys is still a person") {
    Keys keys;
    for (int i = 0; i < 7; ++i) keys.press(U'a', 20);
    keys.wait(60);
    CHECK(keys.typed == "aaaaaaa");
    CHECK(keys.scans.empty());
}

TEST_CASE("a scanner's digits come out as one scan and never as typing") {
    Keys keys;
    std::string ticket;
    for (int i = 0; i < 61; ++i) {
        const char value = static_cast<char>('0' + i * 7 % 10);
        ticket += value;
        keys.digit(value, static_cast<char32_t>(value), 8);
    }
    keys.enter(8);
    CHECK(keys.typed.empty());
    CHECK(keys.entered == 0);
    REQUIRE(keys.scans.size() == 1);
    CHECK(keys.scans[0] == ScanText{ticket, "", false});
}

TEST_CASE("without Enter, silence ends the scan") {
    Keys keys;
    for (const char value : std::string("12345678"))
        keys.digit(value, static_cast<char32_t>(value), 5);
    keys.wait(149);
    CHECK(keys.scans.empty());
    keys.wait(1);
    REQUIRE(keys.scans.size() == 1);
    CHECK(keys.scans[0].text == "12345678");
}

TEST_CASE("the letters that somebody had half typed stay as they were") {
    Keys keys;
    keys.press(U'Å', 120);
    keys.press(U's', 120);
    keys.wait(100);
    for (const char value : std::string("0123456789")) {
        keys.digit(value, static_cast<char32_t>(value), 6);
    }
    keys.enter(6);
    CHECK(keys.typed == "Ås");
    REQUIRE(keys.scans.size() == 1);
    keys.wait(300);
    keys.press(U'a', 0);
    keys.wait(60);
    CHECK(keys.typed == "Åsa");
}

TEST_CASE("what calls itself a scanner is one from its first key, however slow") {
    KeyBurstFilter filter(KeyDevice::scanner);
    std::int64_t now_ms = 1000;
    for (const char c : std::string("12345678")) {
        now_ms += 300;
        filter.press({38, static_cast<char32_t>(c), false, 0, now_ms});
    }
    filter.press({36, 0, true, 0, now_ms + 1});
    CHECK(filter.take_typed().empty());
    const auto scans = filter.take_scans();
    REQUIRE(scans.size() == 1);
    CHECK(scans[0].text == "12345678");
    CHECK(is_scanner_name("Honeywell HID USB Barcode Reader"));
    CHECK(is_scanner_name("Symbol Bar Code Scanner"));
    CHECK_FALSE(is_scanner_name("AT Translated Set 2 keyboard"));
}

TEST_CASE("a scanner that believes in a French keyboard is read by its keys") {
    Keys keys;
    const std::u32string azerty = U"à&é\"'(-è_ç";
    for (std::size_t i = 0; i < azerty.size(); ++i) {
        keys.digit(static_cast<char>('0' + i), azerty[i], 7);
    }
    keys.enter(7);
    REQUIRE(keys.scans.size() == 1);
    CHECK(keys.scans[0].text == "à&é\"'(-è_ç");
    CHECK(keys.scans[0].digits == "0123456789");
}

TEST_CASE("the keypad's keys are digits too, whatever they type") {
    Keys keys;
    for (const int keycode : {90, 87, 88, 89, 83, 84, 85, 79, 80, 81}) keys.press(0, 7, keycode);
    keys.enter(7);
    REQUIRE(keys.scans.size() == 1);
    CHECK(keys.scans[0].text.empty());
    CHECK(keys.scans[0].digits == "0123456789");
}

TEST_CASE("a hiccup in the middle of a scan does not tear it") {
    Keys keys;
    for (int i = 0; i < 61; ++i) keys.digit('5', U'5', i == 30 ? 120 : 8);
    keys.enter(8);
    CHECK(keys.typed.empty());
    REQUIRE(keys.scans.size() == 1);
    CHECK(keys.scans[0].text.size() == 61);
}

TEST_CASE("two scans in a row are two") {
    Keys keys;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 61; ++i) keys.digit('7', U'7', 5);
        keys.enter(5);
        keys.press(0, 5, 104, true);  // carriage return and line feed
    }
    CHECK(keys.scans.size() == 2);
    CHECK(keys.typed.empty());
    CHECK(keys.entered == 0);
}

TEST_CASE("an endless scan is cut, and says so") {
    Keys keys;
    for (int i = 0; i < 5000; ++i) keys.digit('1', U'1', 2);
    keys.enter(2);
    CHECK(keys.typed.empty());
    REQUIRE(keys.scans.size() == 1);
    CHECK(keys.scans[0].text.size() == 4096);
    CHECK(keys.scans[0].over_long);
}

TEST_CASE("4,096 random bytes while a name is half typed change no letter of it") {
    SeededRandom random(42);
    for (int round = 0; round < 50; ++round) {
        Keys keys;
        keys.press(U'Å', 150);
        keys.press(U's', 150);
        keys.wait(80);
        for (int i = 0; i < 4096; ++i) {
            const auto byte = static_cast<char32_t>(random.below(256));
            const auto keycode = static_cast<int>(8 + random.below(248));
            const bool ends = byte == U'\n' || byte == U'\r' || byte == U'\t';
            keys.press(ends ? 0 : byte, static_cast<std::int64_t>(random.below(20)), keycode, ends);
        }
        keys.wait(200);
        CHECK(keys.typed == "Ås");
        CHECK(keys.entered == 0);
        CHECK_FALSE(keys.scans.empty());
    }
}

TEST_CASE("what is no code point becomes the replacement character") {
    std::string text;
    append_utf8(text, 0xD800);
    append_utf8(text, 0x110000);
    append_utf8(text, U'😀');
    CHECK(text == "\xEF\xBF\xBD\xEF\xBF\xBD😀");
}

}  // namespace stormote
