// MemoryBudget: how many bytes of bodies and answers may be held at once by all connections
// together. Any thread.
#pragma once

#include <atomic>

namespace stormote {

class MemoryBudget {
  public:
    explicit MemoryBudget(std::size_t most) : most_(most) {}

    // False when there is not so much left; then nothing is taken.
    [[nodiscard]] bool take(std::size_t bytes) {
        std::size_t held = held_;
        while (bytes <= most_ && held <= most_ - bytes) {
            if (held_.compare_exchange_weak(held, held + bytes)) return true;
        }
        return false;
    }
    void give_back(std::size_t bytes) { held_ -= bytes; }
    [[nodiscard]] std::size_t held() const { return held_; }
    [[nodiscard]] bool has(std::size_t bytes) const {
        return bytes <= most_ && held_ <= most_ - bytes;
    }

  private:
    const std::size_t most_;
    std::atomic<std::size_t> held_ = 0;
};

}  // namespace stormote
