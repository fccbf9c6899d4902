// Heading words: which words may head a column of a list, and how headings are looked up. Pure, any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

// A heading of a column that says in a further language what another one says: "Fråga:en",
// "question.fi", "Rubrik (engelska)".
struct HeadingInLanguage {
    std::string heading;  // without it
    std::string said;     // "en", "engelska", as it stands
};
// Nothing where nothing stands behind a colon, a point or a bracket.
[[nodiscard]] std::optional<HeadingInLanguage> heading_in_language(std::string_view heading);

// The headings of a list of which some columns may stand in each further language, too. Static: it
// owns the words that it makes.
class TranslatedHeadings {
  public:
    TranslatedHeadings(HeadingWords words, std::size_t column_count,
                       std::vector<std::size_t> columns);
    TranslatedHeadings(const TranslatedHeadings&) = delete;
    TranslatedHeadings& operator=(const TranslatedHeadings&) = delete;

    [[nodiscard]] HeadingWords words() const { return words_; }
    [[nodiscard]] std::size_t column_count() const;
    // The column that says in a further language what that one says.
    [[nodiscard]] std::size_t place(std::size_t column, std::size_t language) const;

  private:
    std::size_t column_count_;
    std::vector<std::size_t> columns_;
    std::vector<std::string> keys_;
    std::vector<HeadingWord> words_;
};

// Small letters and digits, without dots and signs, written together: "E-postadress" is
// "epostadress".
[[nodiscard]] std::string heading_key(std::string_view heading);

// What stands in brackets does not matter where the whole is not known, nor a language: "epost
// (privat)".
[[nodiscard]] const HeadingWord *find_heading_word(HeadingWords words, std::string_view heading);
[[nodiscard]] std::optional<std::size_t> find_heading(HeadingWords words, std::string_view heading);

}  // namespace stormote
