#include "kiosk/ui/render/theme.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace stormote {

TEST_CASE("all text can be read and all shapes be seen in every theme") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark, ThemeKind::high_contrast}) {
        const Theme& theme = theme_of(kind);
        for (const ColourPair& pair : text_pairs(theme)) {
            INFO(static_cast<int>(kind) << " " << pair.name);
            CHECK(contrast_ratio(pair.shape, pair.ground) >= 7.0);
        }
        for (const ColourPair& pair : shape_pairs(theme)) {
            INFO(static_cast<int>(kind) << " " << pair.name);
            CHECK(contrast_ratio(pair.shape, pair.ground) >= 3.0);
        }
    }
}

TEST_CASE("what cannot be pressed is much weaker than what can, in every theme") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark, ThemeKind::high_contrast}) {
        const Theme& theme = theme_of(kind);
        INFO(static_cast<int>(kind));
        const double resting = contrast_ratio(resting_colour(theme), theme.card);
        CHECK(resting < contrast_ratio(theme.ink_secondary, theme.card) / 2);
        CHECK(resting > 2);
    }
}

TEST_CASE("black on white has the largest contrast there is") {
    const Colour black = colour_from_hex(0x000000);
    CHECK(contrast_ratio(black, white) == Approx(21.0));
    CHECK(contrast_ratio(white, white) == Approx(1.0));
}

TEST_CASE("the municipality's colour is taken as it is where it can be read") {
    const Theme& light = theme_of(ThemeKind::light);
    const Colour wine = colour_from_hex(0x6B1030);
    CHECK(adopt_primary(light, wine).primary == wine);
    CHECK_FALSE(adopt_primary(light, wine).primary_tint == light.primary_tint);
    const Theme& contrast = theme_of(ThemeKind::high_contrast);
    CHECK(adopt_primary(contrast, wine).primary == contrast.primary);
}

TEST_CASE("a colour that is too light becomes darker and stays the same colour") {
    const Theme adopted =
        adopt_primary(theme_of(ThemeKind::light), colour_from_hex(0xF7C600));  // of sunflowers
    CHECK(adopted.primary.red > adopted.primary.green);
    CHECK(adopted.primary.green > adopted.primary.blue + 40);
    const Theme dark = adopt_primary(theme_of(ThemeKind::dark), colour_from_hex(0x0B2C5C));
    CHECK(dark.primary.blue > dark.primary.red + 40);
    CHECK(contrast_ratio(dark.primary, dark.surface) >= 7);
}

TEST_CASE("whatever colour a municipality has, everything can be read") {
    rc::check([] {
        const Colour colour = colour_from_hex(*rc::gen::inRange<std::uint32_t>(0, 0x1000000));
        for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
            const Theme theme = adopt_primary(theme_of(kind), colour);
            for (const ColourPair& pair : text_pairs(theme)) {
                RC_ASSERT(contrast_ratio(pair.shape, pair.ground) >= 7.0);
            }
            for (const ColourPair& pair : shape_pairs(theme)) {
                RC_ASSERT(contrast_ratio(pair.shape, pair.ground) >= 3.0);
            }
            // Its own, not the house's.
            RC_ASSERT(theme.primary == colour || !(theme.primary == theme_of(kind).primary));
        }
    });
}

}  // namespace stormote
