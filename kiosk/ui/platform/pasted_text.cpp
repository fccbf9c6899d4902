#include "kiosk/ui/platform/pasted_text.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace stormote {

std::vector<KeyStroke> pasted_strokes(std::string_view text) {
    std::vector<KeyStroke> strokes;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t at = 0;
    bool is_after_space = true;  // of a line's end, or of none
    while (at < size && strokes.size() < most_pasted_characters) {
        UChar32 character = 0;
        U8_NEXT(bytes, at, size, character);
        if (character < 0) continue;
        const bool ends_line = character == '\n' || character == '\r' || character == '\t';
        if (!ends_line && u_iscntrl(character) != 0) continue;
        // Empty lines are one space, and the last line's end is none.
        if (ends_line && (is_after_space || at == size)) continue;
        is_after_space = ends_line;
        strokes.push_back(
            {KeyKind::character, ends_line ? U' ' : static_cast<char32_t>(character)});
    }
    return strokes;
}

}  // namespace stormote
