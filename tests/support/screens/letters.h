// Letters: a UTF-8 text taken apart into what a person types one by one. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <unicode/unistr.h>

namespace stormote {

[[nodiscard]] inline std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    const auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
        letters += static_cast<char32_t>(unicode.char32At(i));
    }
    return letters;
}

[[nodiscard]] inline std::string to_utf8(char32_t letter) {
    std::string text;
    return icu::UnicodeString(static_cast<UChar32>(letter)).toUTF8String(text);
}

}  // namespace stormote
