// SecondScreen: the machine's monitors, and whether the kiosk shows something on one beside its
// own. The window does it; tests play it. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace stormote {

struct MonitorInfo {
    std::string name;  // as the machine calls it: "HDMI-1"
    int width = 0;     // in pixels
    int height = 0;
    bool is_own = false;  // the kiosk's screens stand on it

    bool operator==(const MonitorInfo&) const = default;
};

class SecondScreen {
  public:
    virtual ~SecondScreen() = default;

    [[nodiscard]] virtual std::vector<MonitorInfo> monitors() const = 0;
    // The monitor that something is shown on; nothing: on none.
    [[nodiscard]] virtual std::optional<std::string> shown_on() const = 0;
    // The monitor that went away while something was shown on it, until something is shown again
    // or close() is called.
    [[nodiscard]] virtual std::optional<std::string> lost() const = 0;

    // False: that monitor is gone, or the kiosk's own.
    virtual bool show_on(const std::string& monitor) = 0;
    virtual void close() = 0;
};

}  // namespace stormote
