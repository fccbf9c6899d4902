// Counting: the two small sums that everything about groups is made of. Pure.
#pragma once

#include <cstddef>
#include <cstdint>

namespace stormote {

// People, groups and values are numbered by int, as search deltas are signed; vectors are not. The
// number must not be negative.
[[nodiscard]] constexpr std::size_t as_index(int number) {
    return static_cast<std::size_t>(number);
}

// How many pairs there are among so many.
[[nodiscard]] constexpr std::int64_t pair_count(std::int64_t count) {
    return count * (count - 1) / 2;
}

}  // namespace stormote
