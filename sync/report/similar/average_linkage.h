// Average linkage: things gathered into groups whose members are alike on average, so that one that
// is like two groups does not join them. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stormote::similar {

struct Likeness {
    std::size_t one = 0;
    std::size_t other = 0;  // larger
    float value = 0;
};

struct LinkageLimits {
    // Between the members of two groups that become one, on average; in proportion less where those
    // of either group are less like one another.
    float average = 0;
    float weakest = 0;  // between any two members
};

// Pairs that are not named are not alike at all. Groups of two or more; members and groups in
// order. Takes time in proportion to the pairs, and to their logarithm.
[[nodiscard]] std::vector<std::vector<std::size_t>> average_linkage(std::size_t count,
                                                                    std::span<const Likeness> pairs,
                                                                    const LinkageLimits& limits);

}  // namespace stormote::similar
