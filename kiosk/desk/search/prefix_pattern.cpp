#include "kiosk/desk/search/prefix_pattern.h"

#include <algorithm>
#include <cassert>

namespace stormote {

PrefixPattern::PrefixPattern(std::string_view pattern) : size_(pattern.size()) {
    assert(!pattern.empty() && pattern.size() <= longest);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        positions_[static_cast<unsigned char>(pattern[i])] |= std::uint64_t{1} << i;
    }
}

int PrefixPattern::distance(std::string_view text) const {
    const std::uint64_t last = std::uint64_t{1} << (size_ - 1);
    std::uint64_t vertical_plus = ~std::uint64_t{0};
    std::uint64_t vertical_minus = 0;
    std::uint64_t diagonal_zero = 0;
    std::uint64_t previous_match = 0;
    int distance = static_cast<int>(size_);
    int best = distance;
    for (const char c : text) {
        const std::uint64_t match = positions_[static_cast<unsigned char>(c)];
        const std::uint64_t swapped = (((~diagonal_zero) & match) << 1) & previous_match;
        diagonal_zero = ((((match & vertical_plus) + vertical_plus) ^ vertical_plus) | match |
                         vertical_minus | swapped);
        const std::uint64_t horizontal_plus = vertical_minus | ~(diagonal_zero | vertical_plus);
        const std::uint64_t horizontal_minus = diagonal_zero & vertical_plus;
        if ((horizontal_plus & last) != 0) ++distance;
        if ((horizontal_minus & last) != 0) --distance;
        // The text begins where the pattern does: the top row grows by one a letter.
        const std::uint64_t shifted_plus = horizontal_plus << 1 | 1;
        const std::uint64_t shifted_minus = horizontal_minus << 1;
        vertical_plus = shifted_minus | ~(diagonal_zero | shifted_plus);
        vertical_minus = shifted_plus & diagonal_zero;
        previous_match = match;
        best = std::min(best, distance);
    }
    return best;
}

}  // namespace stormote
