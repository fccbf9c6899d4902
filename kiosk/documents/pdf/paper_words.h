// Paper words: how a text that somebody else wrote is laid out on paper: without what cannot be
// drawn, and how much of it. Laying out takes time with the square of a word's length, and lists of
// earlier versions and other devices hold texts of any length. Pure, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stormote {

// In characters. Longer than what lists and screens take in, so that nothing of that is cut.
constexpr std::size_t longest_name_on_paper = 420;
constexpr std::size_t longest_text_on_paper = 4'100;

// The text, or its beginning with an ellipsis, so that it has at most so many characters.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t most);

// The text as it can be drawn: bytes that are no letters are drawn as such, tabulators are spaces,
// and other control characters are left out. Line feeds stay.
[[nodiscard]] std::string drawable(std::string_view text);

// Whether nothing of it would be seen.
[[nodiscard]] bool is_blank(std::string_view text);

// As it can be drawn, and may be broken in the middle of words of hundreds of letters, which nobody
// has: laid out whole, one of 10,000 letters takes a third of a second.
[[nodiscard]] std::string breakable(std::string_view text);

}  // namespace stormote
