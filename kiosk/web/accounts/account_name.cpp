#include "kiosk/web/accounts/account_name.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr std::size_t most_login_bytes = 254;
constexpr std::size_t most_name_bytes = 200;

bool is_login_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           c == '+' || c == '@';
}

// Two that names in Arabic and Persian need; on the whole, nothing turns on them.
bool is_joiner(UChar32 character) {
    return character == 0x200C || character == 0x200D;
}

bool is_unseen(UChar32 character) {
    constexpr std::uint32_t unseen =
        U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_CS_MASK | U_GC_CN_MASK;
    return (U_MASK(u_charType(character)) & unseen) != 0 && !is_joiner(character);
}

// Bytes that are no UTF-8 become U+FFFD.
icu::UnicodeString characters_of(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool has_unseen(std::string_view text) {
    if (!is_utf8(text)) return true;
    const icu::UnicodeString characters = characters_of(text);
    for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        if (is_unseen(characters.char32At(i))) return true;
    }
    return false;
}

Error no_login_name() {
    return input_error(
        {"A sign-in name is an e-mail address or a word: letters, digits and . - _ + @, at most "
         "254 characters."});
}

}  // namespace

std::optional<std::string> login_key_of(std::string_view text) {
    // Before it is folded, which takes its time with a large text.
    if (text.size() > 2 * most_login_bytes) return std::nullopt;
    const std::string trimmed = trim_text(text);
    if (trimmed.empty() || trimmed.size() > most_login_bytes || has_unseen(trimmed)) {
        return std::nullopt;
    }
    std::string key = fold_text(trimmed);
    if (key.empty() || key.size() > most_login_bytes ||
        !std::all_of(key.begin(), key.end(), is_login_character)) {
        return std::nullopt;
    }
    return key;
}

Result<LoginName> check_login_name(std::string_view text) {
    auto key = login_key_of(text);
    if (!key || text.find_first_of("\r\n\t") != std::string_view::npos) return no_login_name();
    return LoginName{lower_text(text), std::move(*key)};
}

Result<std::string> check_full_name(std::string_view text) {
    const auto refused = input_error(
        {"A name has at least one and at most 200 characters, and none that cannot be seen."});
    if (text.size() > 2 * most_name_bytes || has_unseen(text)) return refused;
    std::string trimmed = trim_text(text);
    if (trimmed.empty() || trimmed.size() > most_name_bytes) return refused;
    return trimmed;
}

std::string one_safe_line(std::string_view text, std::size_t most_bytes) {
    if (text.size() > most_bytes) {
        std::size_t end = most_bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
        text = text.substr(0, end);
    }
    const icu::UnicodeString characters = characters_of(text);
    std::string line;
    for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        const UChar32 character = characters.char32At(i);
        std::string written;
        append_utf8(written, is_unseen(character) ? U'\uFFFD' : static_cast<char32_t>(character));
        // What stands in for a byte has three.
        if (line.size() + written.size() > most_bytes) break;
        line += written;
    }
    return line;
}

}  // namespace stormote
