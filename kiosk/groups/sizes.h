// Group sizes: as even as wishes let them be. Pure.
#pragma once

#include <vector>

namespace stormote {

// Sizes that sum to `people`, none below its least or above its most, as even as that allows;
// where some must be larger, the lower numbers are. The sum of `most` must not be below `people`,
// that of `least` not above it.
[[nodiscard]] std::vector<int> even_sizes(int people, const std::vector<int>& least,
                                          const std::vector<int>& most);

}  // namespace stormote
