// KeyKeeping: a kept key for as long as a program is open. The kernel lets a key go some days after
// it was last looked for; so it is looked for again once an hour, by whoever waits for other things
// anyway. One thread; borrows the clock.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "sync/base/clock.h"
#include "sync/journal/keys/kept_key.h"

namespace stormote {

class KeyKeeping {
  public:
    static constexpr std::int64_t pause_ms = 3'600'000;
    // As find_kept_key.
    using Find = std::function<std::optional<SymmetricKey>(const EventId&)>;

    // Of a key that was kept a moment ago.
    KeyKeeping(const EventId& event, Find find, const Clock& clock)
        : event_(event),
          find_(std::move(find)),
          clock_(clock),
          due_ms_(clock.steady_ms() + pause_ms) {}

    // Looks for the key where it is time to. A key that somebody has taken away stays away.
    void look_if_due() {
        if (clock_.steady_ms() < due_ms_) return;
        due_ms_ = clock_.steady_ms() + pause_ms;
        static_cast<void>(find_(event_));
    }
    // When it is time to, on the steady clock.
    [[nodiscard]] std::int64_t due_ms() const { return due_ms_; }

  private:
    EventId event_;
    Find find_;
    const Clock& clock_;
    std::int64_t due_ms_;
};

}  // namespace stormote
