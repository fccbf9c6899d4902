// SearchRandom: the search's own numbers, a few nanoseconds each and the same on every machine. A
// value; one thread.
#pragma once

#include <cstdint>

namespace stormote {

class SearchRandom {
  public:
    explicit SearchRandom(std::uint64_t seed) : state_(seed) {}

    // SplitMix64 (Steele, Lea, Flood 2014).
    [[nodiscard]] std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
    // In [0, bound) by multiplication and shift (Lemire 2019); a bias of bound / 2^32 is left.
    [[nodiscard]] int below(int bound) {
        return static_cast<int>(((next() >> 32) * static_cast<std::uint64_t>(bound)) >> 32);
    }

  private:
    std::uint64_t state_;
};

}  // namespace stormote
