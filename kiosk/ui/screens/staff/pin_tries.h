// PinTries: how often a wrong PIN was typed, and how long the next try has to wait, kept in the
// event file, so that switching the kiosk off and on does not begin it anew. The screen thread;
// borrows desk and clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/desk/desk_thread.h"

namespace stormote {

class PinTries {
  public:
    // Asks the desk for what an earlier run has left.
    PinTries(DeskThread& desk, const Clock& clock);

    // Counts a try before its answer is known: two at once must not be one.
    void begin();
    // It was the right one.
    void forgive();
    // Until the next try; 0 or less when that is now.
    [[nodiscard]] std::int64_t wait_ms() const { return free_at_ms_ - clock_.steady_ms(); }

  private:
    void restore(const std::string& text);
    void save();

    DeskThread& desk_;
    const Clock& clock_;
    int wrong_ = 0;
    std::int64_t free_at_ms_ = 0;  // of the steady clock
    AskScope scope_;
};

// How long to wait before the next try after so many wrong PINs: nothing for the first two, then
// doubling from five seconds to five minutes.
[[nodiscard]] std::int64_t pin_delay_ms(int wrong_tries);

}  // namespace stormote
