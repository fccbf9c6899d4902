// KeyboardInput: GLFW's keys, each keyboard's sent through a KeyBurstFilter of its own, as key
// strokes and scans: somebody may type while another's ticket is scanned. Ctrl and V type what the
// clipboard holds. The screen thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/device/scanner/key_burst_filter.h"
#include "kiosk/device/scanner/server_clock.h"
#include "kiosk/ui/platform/input.h"
#include "kiosk/ui/platform/key_sources.h"

namespace stormote {

class KeyboardInput {
  public:
    // Asks `clipboard` for what it holds, in UTF-8, each time that somebody pastes.
    explicit KeyboardInput(std::function<std::string()> clipboard)
        : clipboard_(std::move(clipboard)) {}

    // As GLFW calls back: key first, then the character that it types. `arrival_ms` on the steady
    // clock, like all times here.
    void key(int glfw_key, int x_keycode, int glfw_action, int glfw_modifiers,
             std::int64_t arrival_ms);
    void character(char32_t character);
    // Once all events have been read that were there at that time.
    void advance(std::int64_t now_ms);

    [[nodiscard]] std::optional<std::int64_t> deadline_ms() const;
    [[nodiscard]] bool pending() const { return !strokes_.empty() || !scans_.empty(); }
    [[nodiscard]] std::vector<KeyStroke> take_strokes();
    [[nodiscard]] std::vector<ScanText> take_scans();

  private:
    void finish_press();
    void type(const KeyPress& press);

    std::function<std::string()> clipboard_;
    KeySources sources_;
    ServerClock server_clock_;
    std::map<int, KeyBurstFilter> filters_;  // by device
    KeySource source_;                       // of the press
    std::int64_t last_time_ms_ = 0;          // of a key; one that GLFW does not tell of is as old
    std::optional<KeyPress> press_;
    bool repeats_ = false;
    std::vector<KeyStroke> strokes_;
    std::vector<ScanText> scans_;
};

}  // namespace stormote
