// PrefixPattern: counts the typing errors between a word and the beginnings of other words, by
// bit-parallel optimal string alignment (Hyyrö 2003, "A bit-vector algorithm for computing
// Levenshtein and Damerau edit distances"). Pure, any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stormote {

class PrefixPattern {
  public:
    static constexpr std::size_t longest = 64;

    // Asserts 1 to 64 bytes.
    explicit PrefixPattern(std::string_view pattern);

    // The fewest insertions, deletions, replacements and swaps of neighbours that make the pattern
    // the beginning of the text.
    [[nodiscard]] int distance(std::string_view text) const;

  private:
    // For each byte value, the places where the pattern has it, one bit each.
    std::array<std::uint64_t, 256> positions_{};
    std::size_t size_;
};

[[nodiscard]] inline int prefix_distance(std::string_view pattern, std::string_view text) {
    return PrefixPattern(pattern).distance(text);
}

}  // namespace stormote
