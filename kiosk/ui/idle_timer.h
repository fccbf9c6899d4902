// IdleTimer: gives a screen up when nobody has touched it for a while, with a warning before.
// Plain value; the screen thread.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/ui/ui.h"

namespace stormote {

class IdleTimer {
  public:
    IdleTimer(std::int64_t limit_ms, std::int64_t warning_ms)
        : limit_ms_(limit_ms), warning_ms_(warning_ms) {}

    // Once a frame: notices touches, and asks for the frames that the warning needs.
    void update(Ui& ui) {
        if (ui.input().touched || started_ms_ == 0) started_ms_ = ui.now_ms();
        left_ms_ = started_ms_ + limit_ms_ - ui.now_ms();
        if (left_ms_ > warning_ms_) {
            ui.wake_at(started_ms_ + limit_ms_ - warning_ms_);
        } else if (left_ms_ > 0) {
            ui.wake_at(ui.now_ms() + 1 + (left_ms_ - 1) % 1000);
        }
    }
    [[nodiscard]] bool is_over() const { return left_ms_ <= 0; }
    // Whole seconds left, once the warning is due.
    [[nodiscard]] std::optional<int> warning_s() const {
        if (left_ms_ > warning_ms_) return std::nullopt;
        return static_cast<int>((left_ms_ + 999) / 1000);
    }

  private:
    std::int64_t limit_ms_;
    std::int64_t warning_ms_;
    std::int64_t started_ms_ = 0;
    std::int64_t left_ms_ = 1;
};

}  // namespace stormote
