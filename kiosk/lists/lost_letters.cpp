#include "kiosk/lists/lost_letters.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr char32_t lost_letter = 0xFFFD;

// What the bytes of ł, ż, ą, ś, ź, Ł, Ś and Ż of Windows-1250 and ISO 8859-2 are in Windows-1252,
// and what letters in UTF-8 look like there.
constexpr std::u32string_view signs = U"?¡¢£¤¥¦§©¬®¯°±²³µ¶¸¹¼½¾¿×÷";
// The same of letters of DOS; around a nickname some of them are right.
constexpr std::u32string_view quotes = U"†‡„”™€‹›";
// The same of ę, Ę, ś, Ś and ź: letters that hardly any Swedish list holds within a name.
constexpr std::u32string_view letters = U"êÊœŒŸ";

std::u32string characters_of(std::string_view text) {
    const icu::UnicodeString units =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::u32string characters;
    for (std::int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
        characters += static_cast<char32_t>(units.char32At(i));
    }
    return characters;
}

bool is_letter(char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_sign(char32_t c) {
    return c == lost_letter || signs.find(c) != std::u32string_view::npos;
}

// Several letters that follow each other may be lost.
bool follows_letter(std::u32string_view text, std::size_t place) {
    while (place > 0 && is_sign(text[place - 1])) --place;
    return place > 0 && is_letter(text[place - 1]);
}

bool precedes_letter(std::u32string_view text, std::size_t place) {
    ++place;
    while (place < text.size() && is_sign(text[place])) ++place;
    return place < text.size() && is_letter(text[place]);
}

}  // namespace

std::string lost_letters(std::string_view name, NameKind kind, ListEncoding encoding) {
    // Most names are plain, and there may be hundreds of thousands.
    const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && c != '?';
    });
    if (is_plain) return "";
    const std::u32string text = characters_of(name);
    std::u32string found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const bool is_after = follows_letter(text, i);
        const bool is_before = precedes_letter(text, i);
        const bool is_inside = is_after && is_before;
        const bool is_beside = kind == NameKind::person ? is_after || is_before : is_inside;
        const bool is_other = quotes.find(c) != std::u32string_view::npos ||
                              (encoding == ListEncoding::windows_1252 &&
                               letters.find(c) != std::u32string_view::npos);
        const bool is_lost =
            c == lost_letter || (is_beside && is_sign(c)) || (is_inside && is_other);
        if (is_lost && found.find(c) == std::u32string::npos) {
            found += c;
        }
    }
    std::string listed;
    for (const char32_t c : found) {
        if (!listed.empty()) listed += ", ";
        append_utf8(listed, c);
    }
    return listed;
}

}  // namespace stormote
