#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

constexpr double least_text_contrast = 7.0;
constexpr double least_shape_contrast = 3.0;

double linear_light(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear_light(colour.red) + 0.7152 * linear_light(colour.green) +
           0.0722 * linear_light(colour.blue);
}

constexpr std::array<Colour, 8> dark_kinds{colour_from_hex(0x1F5FBF), colour_from_hex(0xB3261E),
                                           colour_from_hex(0x2E7D32), colour_from_hex(0x6A3FA0),
                                           colour_from_hex(0xA85400), colour_from_hex(0x00707A),
                                           colour_from_hex(0x6D4C41), colour_from_hex(0xAD1457)};
constexpr std::array<Colour, 8> bright_kinds{colour_from_hex(0x8AB4F8), colour_from_hex(0xFF8A80),
                                             colour_from_hex(0x81C995), colour_from_hex(0xC5A3FF),
                                             colour_from_hex(0xFFB74D), colour_from_hex(0x4DD0C4),
                                             colour_from_hex(0xD7B8A8), colour_from_hex(0xFF8AC0)};

std::uint8_t mix_channel(std::uint8_t from, std::uint8_t to, float share) {
    return static_cast<std::uint8_t>(
        std::lround(static_cast<float>(from) + static_cast<float>(to - from) * share));
}

Theme light_theme() {
    return {.kind = ThemeKind::light,
            .surface = colour_from_hex(0xF6F4EF),
            .card = colour_from_hex(0xFFFFFF),
            .key_tray = colour_from_hex(0xE9E4DA),
            .ink = colour_from_hex(0x14212B),
            .ink_secondary = colour_from_hex(0x3B4852),
            .outline = colour_from_hex(0x717E86),
            .hairline = colour_from_hex(0xDEDAD0),
            .primary = colour_from_hex(0x0B4F5C),
            .primary_tint = colour_from_hex(0xE3EFF1),
            .on_primary = colour_from_hex(0xFFFFFF),
            .success = colour_from_hex(0x14573A),
            .success_ground = colour_from_hex(0xE4F1E9),
            .warning = colour_from_hex(0x7A3E00),
            .warning_ground = colour_from_hex(0xFFF4E0),
            .error = colour_from_hex(0x8C1D18),
            .error_ground = colour_from_hex(0xFDECEA),
            .accent = colour_from_hex(0xF2B705),
            .panel = colour_from_hex(0x222B33),
            .panel_glow = colour_from_hex(0x4A575E),
            .panel_caption = colour_from_hex(0x16222A),
            .on_panel = colour_from_hex(0xFFFFFF),
            .focus = colour_from_hex(0x14212B),
            .room = colour_from_hex(0xEFEBE3),
            .kinds = dark_kinds};
}

Theme dark_theme() {
    return {.kind = ThemeKind::dark,
            .surface = colour_from_hex(0x10181E),
            .card = colour_from_hex(0x18232B),
            .key_tray = colour_from_hex(0x0A1014),
            .ink = colour_from_hex(0xF4F2ED),
            .ink_secondary = colour_from_hex(0xC4CDD3),
            .outline = colour_from_hex(0x8796A0),
            .hairline = colour_from_hex(0x2C3A44),
            .primary = colour_from_hex(0x7CC9D8),
            .primary_tint = colour_from_hex(0x15323A),
            .on_primary = colour_from_hex(0x05222A),
            .success = colour_from_hex(0x8FDBB1),
            .success_ground = colour_from_hex(0x11301F),
            .warning = colour_from_hex(0xFFC876),
            .warning_ground = colour_from_hex(0x372604),
            .error = colour_from_hex(0xFFB4AC),
            .error_ground = colour_from_hex(0x401512),
            .accent = colour_from_hex(0xF2B705),
            .panel = colour_from_hex(0x0A1014),
            .panel_glow = colour_from_hex(0x2B3840),
            .panel_caption = colour_from_hex(0x05090C),
            .on_panel = colour_from_hex(0xFFFFFF),
            .focus = colour_from_hex(0xFFFFFF),
            .room = colour_from_hex(0x10181E),
            .kinds = bright_kinds};
}

Theme high_contrast_theme() {
    const Colour black = colour_from_hex(0x000000);
    const Colour yellow = colour_from_hex(0xFFE14D);
    return {.kind = ThemeKind::high_contrast,
            .surface = black,
            .card = black,
            .key_tray = black,
            .ink = white,
            .ink_secondary = white,
            .outline = white,
            .hairline = white,
            .primary = yellow,
            .primary_tint = colour_from_hex(0x2A2400),
            .on_primary = black,
            .success = colour_from_hex(0x8CFFBE),
            .success_ground = black,
            .warning = colour_from_hex(0xFFD08A),
            .warning_ground = black,
            .error = colour_from_hex(0xFFC2BC),
            .error_ground = black,
            .accent = yellow,
            .panel = black,
            .panel_glow = black,
            .panel_caption = black,
            .on_panel = white,
            .focus = white,
            .room = black,
            .kinds = bright_kinds};
}

}  // namespace

double contrast_ratio(Colour one, Colour other) {
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Colour mix(Colour from, Colour to, float share) {
    return {mix_channel(from.red, to.red, share), mix_channel(from.green, to.green, share),
            mix_channel(from.blue, to.blue, share), mix_channel(from.alpha, to.alpha, share)};
}

const Theme& theme_of(ThemeKind kind) {
    static const Theme light = light_theme();
    static const Theme dark = dark_theme();
    static const Theme high_contrast = high_contrast_theme();
    switch (kind) {
        case ThemeKind::dark:
            return dark;
        case ThemeKind::high_contrast:
            return high_contrast;
        case ThemeKind::light:
            break;
    }
    return light;
}

Theme adopt_primary(const Theme& theme, Colour primary) {
    Theme adopted = theme;
    adopted.primary = primary;
    // Who asks for high contrast asks for these colours and no others.
    if (theme.kind == ThemeKind::high_contrast) return theme;
    for (const ColourPair& pair : text_pairs(adopted)) {
        if (contrast_ratio(pair.shape, pair.ground) < least_text_contrast) return theme;
    }
    for (const ColourPair& pair : shape_pairs(adopted)) {
        if (contrast_ratio(pair.shape, pair.ground) < least_shape_contrast) return theme;
    }
    return adopted;
}

std::vector<ColourPair> text_pairs(const Theme& theme) {
    return {{"ink on surface", theme.ink, theme.surface},
            {"ink on card", theme.ink, theme.card},
            {"ink on tint", theme.ink, theme.primary_tint},
            {"ink on room", theme.ink, theme.room},
            {"secondary on surface", theme.ink_secondary, theme.surface},
            {"secondary on card", theme.ink_secondary, theme.card},
            {"secondary on tint", theme.ink_secondary, theme.primary_tint},
            {"primary on card", theme.primary, theme.card},
            {"primary on surface", theme.primary, theme.surface},
            {"primary on tint", theme.primary, theme.primary_tint},
            {"on primary", theme.on_primary, theme.primary},
            {"success on its ground", theme.success, theme.success_ground},
            {"warning on its ground", theme.warning, theme.warning_ground},
            {"warning on surface", theme.warning, theme.surface},
            {"error on its ground", theme.error, theme.error_ground},
            {"error on surface", theme.error, theme.surface},
            {"on panel", theme.on_panel, theme.panel},
            {"on panel glow", theme.on_panel, theme.panel_glow},
            {"on panel caption", theme.on_panel, theme.panel_caption}};
}

std::vector<ColourPair> shape_pairs(const Theme& theme) {
    std::vector<ColourPair> pairs{{"outline on surface", theme.outline, theme.surface},
                                  {"outline on card", theme.outline, theme.card},
                                  {"outline on tray", theme.outline, theme.key_tray},
                                  {"primary on tray", theme.primary, theme.key_tray},
                                  {"primary on room", theme.primary, theme.room},
                                  {"success on surface", theme.success, theme.surface},
                                  {"warning on surface", theme.warning, theme.surface},
                                  {"error on surface", theme.error, theme.surface},
                                  {"focus on surface", theme.focus, theme.surface},
                                  {"focus on card", theme.focus, theme.card},
                                  {"focus on tray", theme.focus, theme.key_tray},
                                  {"accent on panel", theme.accent, theme.panel},
                                  {"accent on panel glow", theme.accent, theme.panel_glow}};
    for (const Colour kind : theme.kinds) {
        pairs.push_back({"a kind on card", kind, theme.card});
        pairs.push_back({"a kind on tint", kind, theme.primary_tint});
    }
    return pairs;
}

}  // namespace stormote
