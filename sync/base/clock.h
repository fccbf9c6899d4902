// Clock: the current time. Passed in through constructors, so that a test can control it.
#pragma once

#include <atomic>
#include <cstdint>

namespace stormote {

class Clock {
  public:
    virtual ~Clock() = default;
    // Milliseconds since 1970-01-01 UTC, as this machine believes; may jump.
    [[nodiscard]] virtual std::int64_t wall_ms() const = 0;
    // Milliseconds that only ever grow, for measuring how long something took.
    [[nodiscard]] virtual std::int64_t steady_ms() const = 0;
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] std::int64_t wall_ms() const override;
    [[nodiscard]] std::int64_t steady_ms() const override;
};

// Stands still until it is told to move. Any thread may read while one moves it.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(std::int64_t wall_ms) : wall_ms_(wall_ms) {}
    [[nodiscard]] std::int64_t wall_ms() const override { return wall_ms_; }
    [[nodiscard]] std::int64_t steady_ms() const override { return steady_ms_; }
    void advance_ms(std::int64_t duration_ms) {
        wall_ms_ += duration_ms;
        steady_ms_ += duration_ms;
    }
    void set_wall_ms(std::int64_t wall_ms) { wall_ms_ = wall_ms; }

  private:
    std::atomic<std::int64_t> wall_ms_;
    std::atomic<std::int64_t> steady_ms_ = 0;
};

}  // namespace stormote
