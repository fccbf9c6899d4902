// Theme: every colour on the screen, by what it is for. Screens name tokens, never numbers.
// Plain values; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace stormote {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    bool operator==(const Colour&) const = default;
};

// 0xRRGGBB.
[[nodiscard]] constexpr Colour colour_from_hex(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16 & 0xFF), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
            static_cast<std::uint8_t>(hex & 0xFF), 255};
}

// From 1 to 21, by the formula of WCAG 2.2 ("contrast ratio"); alpha is not looked at.
[[nodiscard]] double contrast_ratio(Colour one, Colour other);
// share 0 gives `from`, 1 gives `to`.
[[nodiscard]] Colour mix(Colour from, Colour to, float share);

enum class ThemeKind { light, dark, high_contrast };

constexpr Colour white{255, 255, 255};

struct Theme {
    ThemeKind kind = ThemeKind::light;
    Colour surface;
    Colour card;
    Colour key_tray;
    Colour ink;
    Colour ink_secondary;
    Colour outline;   // the edge of something that can be touched
    Colour hairline;  // decoration only
    Colour primary;
    Colour primary_tint;
    Colour on_primary;
    Colour success;
    Colour success_ground;
    Colour warning;
    Colour warning_ground;
    Colour error;
    Colour error_ground;
    Colour accent;      // on the panel and on primary only
    Colour panel;       // the dark place where a ticket is held up
    Colour panel_glow;  // its middle
    Colour panel_caption;
    Colour on_panel;
    Colour focus;  // the ring around what the keys would press
    Colour room;   // the floor of the seating map
    // Tell kinds of people apart, each with a shape of its own.
    std::array<Colour, 8> kinds;
};

[[nodiscard]] const Theme& theme_of(ThemeKind kind);

// The theme in the municipality's own colour: darker (in the dark theme: lighter) where words in it
// and on it could not be read otherwise, with its hue kept. High contrast stays as it is.
[[nodiscard]] Theme adopt_primary(const Theme& theme, Colour primary);

// Of words, signs and edges that cannot be pressed now: weaker than those that can, in high
// contrast, too.
[[nodiscard]] Colour resting_colour(const Theme& theme);

// A pair of tokens that a screen draws one upon the other.
struct ColourPair {
    std::string_view name;
    Colour shape;
    Colour ground;
};

// Every pairing of text and ground (7:1), and of shape and ground (3:1), that the screens use.
[[nodiscard]] std::vector<ColourPair> text_pairs(const Theme& theme);
[[nodiscard]] std::vector<ColourPair> shape_pairs(const Theme& theme);

}  // namespace stormote
