#include "kiosk/documents/content/xml_text.h"

#include <unicode/unistr.h>

#include "sync/base/utf8.h"

namespace stormote {

namespace {

// With U+FFFD for each sequence of bytes that is no character.
std::string as_utf8(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    std::string repaired;
    icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size)).toUTF8String(repaired);
    return repaired;
}

// U+FFFE or U+FFFF.
bool is_no_character(std::string_view bytes) {
    return bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
}

// Of a byte that stands for itself, or is one of several of a character.
void append_escaped(std::string& target, char byte) {
    if (byte == '&') {
        target += "&amp;";
    } else if (byte == '<') {
        target += "&lt;";
    } else if (byte == '>') {
        target += "&gt;";
    } else if (byte == '"') {
        target += "&quot;";
    } else if (static_cast<unsigned char>(byte) >= 0x20 || byte == '\t' || byte == '\n' ||
               byte == '\r') {
        target += byte;
    }
}

}  // namespace

std::string xml_text(std::string_view text) {
    if (!is_utf8(text)) return xml_text(as_utf8(text));
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 8);
    for (std::size_t place = 0; place < text.size();) {
        if (is_no_character(text.substr(place, 3))) {
            place += 3;
        } else {
            append_escaped(escaped, text[place++]);
        }
    }
    return escaped;
}

}  // namespace stormote
