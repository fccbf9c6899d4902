// IdleTimer: nobody touches anything for a while; first the screen warns, then it clears. Pure:
// time comes with each call, in milliseconds of a steady clock. The screen thread.
#pragma once

#include <cstdint>
#include <optional>

namespace stormote {

class IdleTimer {
  public:
    IdleTimer(std::int64_t total_ms, std::int64_t warning_ms)
        : total_ms_(total_ms), warning_ms_(warning_ms) {}

    // Somebody did something, or a screen opened.
    void restart(std::int64_t now_ms) { since_ms_ = now_ms; }
    void stop() { since_ms_.reset(); }
    // It takes so many times as long.
    void stretch(int times) { times_ = times; }

    [[nodiscard]] std::int64_t left_ms(std::int64_t now_ms) const {
        const std::int64_t total_ms = total_ms_ * times_;
        return since_ms_ ? *since_ms_ + total_ms - now_ms : total_ms;
    }
    [[nodiscard]] bool expired(std::int64_t now_ms) const {
        return since_ms_ && left_ms(now_ms) <= 0;
    }
    // Whole seconds until it expires, once it is time to say so.
    [[nodiscard]] std::optional<int> warning_s(std::int64_t now_ms) const {
        const std::int64_t left = left_ms(now_ms);
        if (!since_ms_ || left > warning_ms_ || left <= 0) return std::nullopt;
        return static_cast<int>((left + 999) / 1000);
    }
    // When something changes next: the warning appears, its number falls, or it expires.
    [[nodiscard]] std::optional<std::int64_t> next_change_ms(std::int64_t now_ms) const {
        const std::int64_t left = left_ms(now_ms);
        if (!since_ms_ || left <= 0) return std::nullopt;
        if (left > warning_ms_) return now_ms + left - warning_ms_;
        return now_ms + (left - 1) % 1000 + 1;
    }

  private:
    std::int64_t total_ms_;
    std::int64_t warning_ms_;
    int times_ = 1;
    std::optional<std::int64_t> since_ms_;
};

}  // namespace stormote
