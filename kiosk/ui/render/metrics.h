// Metrics: how large things are on this screen. Every length in a screen is given in units, one
// unit being a pixel of a display 1080 pixels high (or, in portrait, wide), so that a finger target
// stays a finger target on every display of the same size. Plain values; any thread.
#pragma once

#include <cmath>

#include "kiosk/ui/render/geometry.h"

namespace stormote {

// Lengths in units.
namespace unit {
constexpr float step = 8;
constexpr float gap = 16;
constexpr float margin = 56;
constexpr float target = 88;
constexpr float radius = 24;
constexpr float label = 24;
constexpr float body = 28;
constexpr float lead = 32;
constexpr float heading = 36;
constexpr float title = 56;
constexpr float group = 200;  // digits 143 high: read from across a room
}  // namespace unit

struct Metrics {
    Size screen;
    float scale = 1;
    float text_scale = 1;  // 1 to 2, as the reader asked

    // Pixels of a length in units, whole.
    [[nodiscard]] float px(float units) const { return std::round(units * scale); }
    // Pixels of a type size in units, enlarged as the reader asked; never below the smallest
    // letters of the house.
    [[nodiscard]] float text_px(float units) const {
        return std::round(std::max(unit::label, units * text_scale) * scale);
    }
    // Pixels of an icon beside words of the reader's size.
    [[nodiscard]] float icon_px(float units) const {
        return std::round(units * scale * std::min(1.6F, text_scale));
    }
    [[nodiscard]] bool portrait() const { return screen.height > screen.width; }
};

[[nodiscard]] inline Metrics metrics_for(Size screen, int text_percent) {
    // The shorter side decides: a portrait display is the same screen turned round.
    return {screen, std::max(0.25F, std::min(screen.width, screen.height) / 1080.0F),
            static_cast<float>(std::clamp(text_percent, 100, 200)) / 100.0F};
}

// What stands around notes, cards and writing grows less with the reader's letters than these do.
constexpr float largest_controls_scale = 1.2F;

}  // namespace stormote
