// Text folding: how names are compared. "Åsa ÖBERG" and "asa oberg" fold to the same key.
// Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stormote {

// Without marks, in Latin letters, lower case; white space runs become one space, ends trimmed.
// Bytes that are not UTF-8 become U+FFFD. A tenth of a microsecond a name in Latin letters, about
// ten where other characters are in it.
[[nodiscard]] std::string fold_text(std::string_view text);
// Lower case and composed (NFC), marks kept: "Åsa" to "åsa". To rank exact spellings first.
[[nodiscard]] std::string lower_text(std::string_view text);
// The folded words, parted at everything that is neither letter nor digit.
[[nodiscard]] std::vector<std::string> fold_words(std::string_view text);
// The same in one text, a space between each two.
[[nodiscard]] std::string join_folded_words(std::string_view text);
// Spaces and control characters at both ends taken away, inner runs made one space.
[[nodiscard]] std::string trim_text(std::string_view text);
// The parts between the separators, in their order, without empty ones. They borrow the text.
[[nodiscard]] std::vector<std::string_view> split_text(std::string_view text, char separator);
std::vector<std::string_view> split_text(std::string&& text, char separator) = delete;
// With the first letter a capital: "ŋ" to "Ŋ". One that has no single capital ("ß") stays.
[[nodiscard]] std::string capitalise(std::string_view text);
// How many code points; bytes that are not UTF-8 count as the U+FFFD that stands in for them.
[[nodiscard]] std::size_t count_code_points(std::string_view text);
// Swedish dictionary order (ICU): negative, 0 or positive, as strcmp.
[[nodiscard]] int compare_swedish(std::string_view left, std::string_view right);
// Bytes whose plain order is that order: for texts that are compared many times.
[[nodiscard]] std::string swedish_sort_key(std::string_view text);

}  // namespace stormote
