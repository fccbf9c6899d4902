// Random: where ids, salts and keys come from. Passed in, so that a test can repeat a run.
#pragma once

#include <cstdint>
#include <span>

#include "sync/base/bytes.h"

namespace stormote {

class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> target) = 0;

    template <std::size_t Size>
    [[nodiscard]] ByteArray<Size> bytes() {
        ByteArray<Size> array{};
        fill(array);
        return array;
    }
    // Uniform in [0, bound); bound must not be 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
};

// The operating system's generator, through libsodium. Any thread.
class SystemRandom final : public Random {
  public:
    void fill(std::span<std::uint8_t> target) override;
};

// The same bytes for the same seed on every machine: for tests, demo data and simulation. One
// thread. Never for keys of a real event.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> target) override;

  private:
    std::uint64_t state_;
};

}  // namespace stormote
