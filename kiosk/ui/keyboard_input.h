// KeyboardInput: GLFW's keys, sent through the KeyBurstFilter, as key strokes and scans.
// The screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/device/key_burst_filter.h"
#include "kiosk/ui/input.h"

namespace stormote {

class KeyboardInput {
  public:
    // As GLFW calls back: key first, then the character that it types. Times on the steady clock.
    void key(int glfw_key, int x_keycode, int glfw_action, int glfw_modifiers,
             std::int64_t time_ms);
    void character(char32_t character);
    // Once all events of one round are in.
    void advance(std::int64_t now_ms);

    [[nodiscard]] std::optional<std::int64_t> deadline_ms() const { return filter_.deadline_ms(); }
    [[nodiscard]] bool pending() const { return !strokes_.empty() || !scans_.empty(); }
    [[nodiscard]] std::vector<KeyStroke> take_strokes();
    // The oldest one.
    [[nodiscard]] std::optional<ScanText> take_scan();

  private:
    void finish_press();

    KeyBurstFilter filter_;
    std::optional<KeyPress> press_;
    bool repeats_ = false;
    std::vector<KeyStroke> strokes_;
    std::vector<ScanText> scans_;
};

}  // namespace stormote
