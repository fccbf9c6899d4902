#include "sync/base/utf8.h"

#include <algorithm>

#include <unicode/unistr.h>
#include <unicode/ustring.h>

namespace stormote {

bool is_utf8(std::string_view text) {
    // Most texts are ASCII, and the record is read by the hundred thousand.
    const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
    if (std::all_of(text.begin(), text.end(), is_ascii)) return true;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<std::int32_t>(text.size()),
                  &status);
    // Only its length was asked for: that it has one means that the text is well-formed.
    return status == U_BUFFER_OVERFLOW_ERROR;
}

void append_utf8(std::string& text, char32_t character) {
    constexpr char32_t replacement = 0xFFFD;
    if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) {
        character = replacement;
    }
    icu::UnicodeString(static_cast<UChar32>(character)).toUTF8String(text);
}

}  // namespace stormote
