// ScreenDescription: what a kiosk says is on its screen, as stormote-kiosk --describe-screen
// writes it after every change. A value; any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/display/touch_display.h"

namespace stormote {

struct Widget {
    std::string role;   // "button", "key", "field", ...
    std::string label;  // as it is read aloud
    double x = 0;       // pixels from the left edge of the screen
    double y = 0;       // pixels from its top edge
    double width = 0;
    double height = 0;
    bool is_enabled = true;
    bool is_focused = false;

    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
};

struct ScreenDescription {
    std::string screen;  // "welcome", "name", "verdict", ...
    std::string language;
    std::string theme;
    std::int64_t frame = 0;  // grows with every change
    bool is_settled = true;  // it has stood long enough that a touch counts
    std::vector<Widget> widgets;
    std::vector<std::string> texts;

    // The enabled widget with exactly this label; null when there is none.
    [[nodiscard]] const Widget *find(std::string_view label) const;
    // The enabled widgets whose label holds this.
    [[nodiscard]] std::vector<const Widget *> find_containing(std::string_view part) const;
    // Whether a text or a label holds this, in capitals or not.
    [[nodiscard]] bool says(std::string_view part) const;
    // The texts in the order in which they stand, parted by " | ".
    [[nodiscard]] std::string joined_texts() const;
    // One line for people: the screen's name, its texts, its widgets.
    [[nodiscard]] std::string summary() const;
};

// Nothing while the file does not exist. Throws std::runtime_error when it is not a description.
[[nodiscard]] std::optional<ScreenDescription> read_description(const std::filesystem::path& path);

}  // namespace stormote
