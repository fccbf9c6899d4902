// XML text: what people wrote as content of XML 1.0, whatever they wrote. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace stormote {

// Escaped for elements and quoted attributes. What XML has no place for (control characters other
// than tab and line ends, U+FFFE, U+FFFF) is left out; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace stormote
