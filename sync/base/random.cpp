#include "sync/base/random.h"

#include <cassert>

#include <sodium.h>

namespace stormote {

std::uint64_t Random::below(std::uint64_t bound) {
    assert(bound > 0);
    // Numbers above the last whole multiple of the bound are drawn again: no value is favoured.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    for (;;) {
        const std::uint64_t value = read_big_endian(bytes<8>());
        if (value < limit) return value % bound;
    }
}

void SystemRandom::fill(std::span<std::uint8_t> target) {
    randombytes_buf(target.data(), target.size());
}

void SeededRandom::fill(std::span<std::uint8_t> target) {
    std::size_t filled = 0;
    while (filled < target.size()) {
        // SplitMix64 (Steele, Lea, Flood 2014).
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        for (int byte = 0; byte < 8 && filled < target.size(); ++byte) {
            target[filled++] = static_cast<std::uint8_t>(mixed >> (8 * byte));
        }
    }
}

}  // namespace stormote
