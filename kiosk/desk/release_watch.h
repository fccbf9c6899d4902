// ReleaseWatch: has anonymous answers released, and what was erased a day ago destroyed, while a
// kiosk runs and when staff closes it. Has no timer of its own: its owner checks when it is due.
// One thread; borrows desk and clock.
#pragma once

#include "kiosk/desk/desk_thread.h"

namespace stormote {

class ReleaseWatch {
  public:
    static constexpr std::int64_t pause_ms = 600'000;

    ReleaseWatch(DeskThread& desk, const Clock& clock)
        : desk_(desk), clock_(clock), due_ms_(clock.steady_ms() + pause_ms) {}

    // Asks the desk where it is time to, so that a kiosk that nobody closes keeps nothing back.
    void look_if_due();
    // When it is time to, on the steady clock.
    [[nodiscard]] std::int64_t due_ms() const { return due_ms_; }
    // Staff has left the kiosk: nobody stands at it any more.
    void close();

  private:
    void release(Occasion occasion);

    DeskThread& desk_;
    const Clock& clock_;
    std::int64_t due_ms_;
};

}  // namespace stormote
