// Heading words: which words may head a column of a list, and how headings are looked up. Pure, any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stormote {

// A word that may head a column, as heading_key() writes it, for a column by its number from 0. Of
// two headings for one column the one of the lower rank is meant, such as the date that somebody
// wrote beside the one that a form wrote by itself.
struct HeadingWord {
    std::size_t column = 0;
    std::string_view word;
    std::uint8_t rank = 0;
};
using HeadingWords = std::span<const HeadingWord>;

// Small letters and digits, without dots and signs, written together: "E-postadress" is
// "epostadress".
[[nodiscard]] std::string heading_key(std::string_view heading);

// What stands in brackets does not matter where the whole is not known: "epost (privat)".
[[nodiscard]] const HeadingWord *find_heading_word(HeadingWords words, std::string_view heading);
[[nodiscard]] std::optional<std::size_t> find_heading(HeadingWords words, std::string_view heading);

}  // namespace stormote
