// RepeatFilter: a code that is held still before the camera is one scan. It counts anew when it was
// out of sight for some seconds. Pure: time comes with each call, in milliseconds of any steady
// clock. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace stormote {

class RepeatFilter {
  public:
    static constexpr std::int64_t usual_absence_ms = 4'000;

    // A reader misses a code in some frames: only after so long is it gone.
    explicit RepeatFilter(std::int64_t absence_ms = usual_absence_ms) : absence_ms_(absence_ms) {}

    // Whether a code that is seen now is a new scan.
    [[nodiscard]] bool is_new(const std::string& text, std::int64_t now_ms);

  private:
    std::int64_t absence_ms_;
    std::map<std::string, std::int64_t> last_seen_ms_;
};

}  // namespace stormote
