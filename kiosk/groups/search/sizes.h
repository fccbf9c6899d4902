// Group sizes: as even as wishes let them be. Pure.
#pragma once

#include <vector>

namespace stormote {

// Sizes that sum to `people`, none below its least or above its most, as even as that allows;
// where some must be larger, those are of which `wanted` is largest, then the lower numbers. The
// sum of `most` must not be below `people`, that of `least` not above it.
[[nodiscard]] std::vector<int> even_sizes(int people, const std::vector<int>& least,
                                          const std::vector<int>& most,
                                          const std::vector<int>& wanted = {});

struct SizeRange {
    int smallest = 0;
    int largest = 0;
};

// Which groups are the larger ones is free where sizes differ by one: what each may have.
[[nodiscard]] std::vector<SizeRange> size_ranges(const std::vector<int>& sizes);

}  // namespace stormote
