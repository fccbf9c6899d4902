// UTF-8: code points as bytes, and whether bytes are code points. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace stormote {

// Whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates, up to U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);

// Appends a code point; what is no code point becomes U+FFFD.
void append_utf8(std::string& text, char32_t character);

}  // namespace stormote
