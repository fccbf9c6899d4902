#include "kiosk/ui/render/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/documents/content/colour_contrast.h"

namespace stormote {

namespace {

constexpr double least_text_contrast = 7.0;
constexpr double least_shape_contrast = 3.0;
constexpr int lightness_steps = 64;

std::uint32_t hex_of(Colour colour) {
    return static_cast<std::uint32_t>(colour.red << 16 | colour.green << 8 | colour.blue);
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

// A colour as the eye takes it, by Björn Ottosson, "A perceptual color space for image processing"
// (2020): the same lightness looks equally light in every hue.
struct Oklab {
    double lightness = 0;
    double a = 0;
    double b = 0;
};

Oklab to_oklab(Colour colour) {
    const double red = linear_light(colour.red);
    const double green = linear_light(colour.green);
    const double blue = linear_light(colour.blue);
    const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

// Red, green and blue as linear light; beyond 0 and 1 where no screen shows the colour.
std::array<double, 3> linear_of(const Oklab& colour) {
    const double l =
        std::pow(colour.lightness + 0.3963377774 * colour.a + 0.2158037573 * colour.b, 3);
    const double m =
        std::pow(colour.lightness - 0.1055613458 * colour.a - 0.0638541728 * colour.b, 3);
    const double s =
        std::pow(colour.lightness - 0.0894841775 * colour.a - 1.2914855480 * colour.b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

std::uint8_t to_channel(double light) {
    const double held = std::clamp(light, 0.0, 1.0);
    const double value = held <= 0.0031308 ? held * 12.92 : 1.055 * std::pow(held, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(value * 255));
}

// The nearest that a screen shows of that lightness and hue: paler where it must be.
Colour from_oklab(const Oklab& colour) {
    constexpr double tolerance = 0.0005;
    for (double colourfulness = 1; colourfulness > 0; colourfulness -= 0.02) {
        const auto light =
            linear_of({colour.lightness, colour.a * colourfulness, colour.b * colourfulness});
        if (std::any_of(light.begin(), light.end(), [](double channel) {
                return channel < -tolerance || channel > 1 + tolerance;
            })) {
            continue;
        }
        return {to_channel(light[0]), to_channel(light[1]), to_channel(light[2])};
    }
    const std::uint8_t grey = to_channel(std::pow(colour.lightness, 3));
    return {grey, grey, grey};
}

bool can_be_read(const Theme& theme) {
    const auto reach = [](const std::vector<ColourPair>& pairs, double least) {
        return std::all_of(pairs.begin(), pairs.end(), [least](const ColourPair& pair) {
            return contrast_ratio(pair.shape, pair.ground) >= least;
        });
    };
    return reach(text_pairs(theme), least_text_contrast) &&
           reach(shape_pairs(theme), least_shape_contrast);
}

}  // namespace

double contrast_ratio(Colour one, Colour other) {
    return contrast_ratio(hex_of(one), hex_of(other));
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

Colour resting_colour(const Theme& theme) {
    return mix(theme.card, theme.ink_secondary, 0.5F);
}

Theme adopt_primary(const Theme& theme, Colour primary) {
    // Who asks for high contrast asks for these colours and no others.
    if (theme.kind == ThemeKind::high_contrast) return theme;
    const bool is_light = theme.kind == ThemeKind::light;
    Theme adopted = theme;
    adopted.on_primary = is_light ? white : theme.surface;
    const Oklab wanted = to_oklab(primary);
    for (int step = 0; step <= lightness_steps; ++step) {
        const double share = static_cast<double>(step) / lightness_steps;
        const double lightness = is_light ? wanted.lightness * (1 - share)
                                          : wanted.lightness + (1 - wanted.lightness) * share;
        adopted.primary = step == 0 ? primary : from_oklab({lightness, wanted.a, wanted.b});
        // The strongest tint that words can stand on.
        for (const float tint : {0.14F, 0.11F, 0.08F, 0.05F}) {
            adopted.primary_tint = mix(theme.card, adopted.primary, tint);
            if (can_be_read(adopted)) return adopted;
        }
    }
    return theme;
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
