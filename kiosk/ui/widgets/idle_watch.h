// IdleWatch: an idle timer that looks at the screen's own input and asks for the frames that its
// warning needs. The screen thread.
#pragma once

#include "kiosk/ui/widgets/idle_timer.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

class IdleWatch {
  public:
    IdleWatch(std::int64_t total_ms, std::int64_t warning_ms) : timer_(total_ms, warning_ms) {}

    // Once a frame, from the first one on.
    void update(Ui& ui) {
        now_ms_ = ui.now_ms();
        timer_.stretch(ui.style().patience);
        if (ui.input().touched || !is_started_) timer_.restart(now_ms_);
        is_started_ = true;
        if (const auto next_ms = timer_.next_change_ms(now_ms_)) ui.wake_at(*next_ms);
    }
    // The screen comes back after another one.
    void restart() { is_started_ = false; }
    [[nodiscard]] bool is_over() const { return timer_.expired(now_ms_); }
    [[nodiscard]] std::optional<int> warning_s() const { return timer_.warning_s(now_ms_); }

  private:
    IdleTimer timer_;
    std::int64_t now_ms_ = 0;
    bool is_started_ = false;
};

}  // namespace stormote
