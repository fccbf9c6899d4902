// ServerClock: the time stamps of a display server on the steady clock of this program. Pure. One
// thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace stormote {

class ServerClock {
  public:
    // When an event happened that the server stamped so and that arrived here then. The server
    // counts milliseconds from any start and wraps around every 50 days. The event that was
    // quickest on its way tells how far the two clocks are apart; never later than the arrival.
    [[nodiscard]] std::int64_t steady_ms(std::uint32_t server_ms, std::int64_t arrival_ms) {
        unwrapped_ms_ += static_cast<std::int32_t>(server_ms - last_ms_);
        last_ms_ = server_ms;
        offset_ms_ = std::min(offset_ms_, arrival_ms - unwrapped_ms_);
        return unwrapped_ms_ + offset_ms_;
    }

  private:
    std::uint32_t last_ms_ = 0;
    std::int64_t unwrapped_ms_ = 0;
    std::int64_t offset_ms_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace stormote
