// WordSearch: finds texts by the beginnings of their words, in any order, as people are found by
// their names: case and marks do not count. Any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stormote {

class WordSearch {
  public:
    explicit WordSearch(std::string_view typed);

    // Nothing was typed that a word could begin with: then nothing is found.
    [[nodiscard]] bool is_empty() const { return begun_.empty(); }
    // Whether each word that was begun begins a word of the text.
    [[nodiscard]] bool finds(std::string_view text) const;
    // At most so many characters of the text on one line, around the first word that was found. An
    // ellipsis stands for what is left out.
    [[nodiscard]] std::string excerpt(std::string_view text, std::size_t longest) const;

  private:
    [[nodiscard]] bool begins(std::string_view piece) const;

    std::vector<std::string> begun_;  // folded
};

}  // namespace stormote
