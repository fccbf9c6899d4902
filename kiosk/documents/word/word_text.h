// Word text: paragraphs and the runs of words in them as WordprocessingML. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace stormote {

// Word reads these from right to left: paragraphs, tables and pages begin there.
[[nodiscard]] bool word_reads_from_right(std::string_view language);

// The language with its region, as Word's spelling knows it: "sv-SE" of "sv".
[[nodiscard]] std::string word_language(std::string_view language);

// What a paragraph is beside the words in it.
struct WordParagraph {
    std::string_view style = "Normal";
    bool begins_page = false;
    bool is_at_end = false;  // its lines end, not begin, at the same edge
};

// Writes paragraphs of one direction.
class WordText {
  public:
    explicit WordText(std::string_view language)
        : reads_from_right_(word_reads_from_right(language)) {}

    // Words in the look of a character style; none: that of their paragraph. A line end within
    // them stays one.
    [[nodiscard]] std::string run(std::string_view words, std::string_view style = "") const;
    [[nodiscard]] std::string paragraph(const WordParagraph& what, const std::string& runs) const;
    // A field that Word computes, with what it showed last.
    [[nodiscard]] std::string field(std::string_view instruction, std::string_view shown) const;

  private:
    [[nodiscard]] std::string run_properties(std::string_view style) const;

    bool reads_from_right_;
};

}  // namespace stormote
