#include "kiosk/lists/list_text.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

using namespace std::string_literals;

std::string text_of(std::string_view bytes) {
    const ListText list = decode_list(bytes);
    REQUIRE_FALSE(list.problem);
    return list.text;
}

std::size_t problem_line(std::string_view bytes) {
    const ListText list = decode_list(bytes);
    REQUIRE(list.problem);
    CHECK(list.text.empty());
    return list.problem->line;
}

// The letters as 16-bit units, least byte first or last.
std::string utf16(std::u16string_view text, bool is_big_endian) {
    std::string bytes;
    for (const char16_t c : text) {
        const char high = static_cast<char>(c >> 8);
        const char low = static_cast<char>(c & 0xFF);
        bytes += is_big_endian ? high : low;
        bytes += is_big_endian ? low : high;
    }
    return bytes;
}

}  // namespace

TEST_CASE("the same names are read from every encoding that lists come in") {
    CHECK(text_of("Åsa Öberg") == "Åsa Öberg");
    CHECK(text_of("\xEF\xBB\xBFÅsa Öberg") == "Åsa Öberg");
    CHECK(text_of("\xC5sa \xD6"
                  "berg \x80 \x9E") == "Åsa Öberg € ž");
    CHECK(text_of(utf16(u"\xFEFFÅsa Öberg", false)) == "Åsa Öberg");
    CHECK(text_of(utf16(u"\xFEFFÅsa 😀", true)) == "Åsa 😀");
}

TEST_CASE("what is no text is refused in words") {
    CHECK(problem_line("") == 0);
    CHECK(problem_line("SQLite format 3") == 0);
    CHECK(problem_line("%PDF-1.7") == 0);
    CHECK(problem_line("\xEF\xBB\xBF\n<TABLE><tr><td>Namn</td></tr></TABLE>") == 0);
    CHECK(problem_line("<?xml version=\"1.0\"?><office:document/>") == 0);
    CHECK(problem_line("Namn\r\nÅsa\0Öberg"s) == 2);
    CHECK(problem_line("N\0a\0m\0n\0"s) == 1);
    CHECK(problem_line(std::string(most_list_bytes + 1, 'a')) == 0);
}

TEST_CASE("a character that cannot be read is marked where it stands") {
    CHECK(text_of(utf16(u"\xFEFF"
                        u"Namn\n\xD800x",
                        false)) == "Namn\n\uFFFDx");
    CHECK(text_of("Namn\n\x81") == "Namn\n\uFFFD");
    CHECK(text_of("\xFF\xFEN\0a"s) == "N\uFFFD");
    CHECK(has_unreadable("N\uFFFDx"));
    CHECK_FALSE(has_unreadable("Åsa"));
}

TEST_CASE("a line in another encoding than the rest is named") {
    CHECK(problem_line("Namn\nÅsa Öberg\nG\xF6ran\n") == 3);
    CHECK(problem_line("\xEF\xBB\xBFNamn\r\n\r\nG\xF6ran\r\n") == 3);
    // One line that happens to be UTF-8, too, does not turn the rest.
    CHECK(text_of("CAF\xC9\x96"
                  "BAR G\xF6ran") == "CAFÉ–BAR Göran");
}

TEST_CASE("lines are counted as an editor counts them") {
    CHECK(line_at("a\nb", 0) == 1);
    CHECK(line_at("a\nb", 2) == 2);
    CHECK(line_at("a\r\nb", 2) == 1);
    CHECK(line_at("a\r\nb", 3) == 2);
    CHECK(line_at("a\rb\r\rc", 5) == 4);
}

}  // namespace stormote
