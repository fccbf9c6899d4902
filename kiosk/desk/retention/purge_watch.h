// PurgeWatch: has what is due by the keep table destroyed by the program itself, on an organiser's
// kiosk: when it is opened, and once an hour while it runs. Only where the municipality's decision
// is named in the settings and nothing stands in the way, and not before an exchange is done: until
// then others may have changed the settings, or answered. Has no timer of its own: its owner looks
// when it is due. One thread; borrows desk and clock.
#pragma once

#include "kiosk/desk/desk_thread.h"

namespace stormote {

// On the desk's thread. False: it is not for this device, not decided, not due, or something stands
// in the way, and nothing was recorded. Throws as Desk::record().
bool purge_by_itself(Desk& desk);

class PurgeWatch {
  public:
    static constexpr std::int64_t pause_ms = 3'600'000;

    PurgeWatch(DeskThread& desk, const Clock& clock)
        : desk_(desk), clock_(clock), due_ms_(clock.steady_ms()) {}

    // Says whether the file was exchanged with a store since it was opened.
    void look_if_due(bool was_exchanged);
    // When it is time to, on the steady clock, once it was.
    [[nodiscard]] std::int64_t due_ms() const { return due_ms_; }

  private:
    DeskThread& desk_;
    const Clock& clock_;
    std::int64_t due_ms_;
};

}  // namespace stormote
