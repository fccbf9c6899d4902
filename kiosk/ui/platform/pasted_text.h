// Pasted text: what the clipboard holds, as somebody would have typed it. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/ui/platform/input.h"

namespace stormote {

// As much as the longest note holds.
constexpr std::size_t most_pasted_characters = 10'000;

// UTF-8. Ends of lines and tabs are spaces: Enter would answer a question, or leave a field. What
// is no letter, and bytes that are no characters, are left out; so is what is too much.
[[nodiscard]] std::vector<KeyStroke> pasted_strokes(std::string_view text);

}  // namespace stormote
