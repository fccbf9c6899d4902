#include "kiosk/ui/theme.h"

#include <catch2/catch.hpp>

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

TEST_CASE("black on white has the largest contrast there is") {
    const Colour black = colour_from_hex(0x000000);
    CHECK(contrast_ratio(black, white) == Approx(21.0));
    CHECK(contrast_ratio(white, white) == Approx(1.0));
}

TEST_CASE("the municipality's colour is taken where text on it can be read") {
    const Theme& light = theme_of(ThemeKind::light);
    const Colour wine = colour_from_hex(0x6B1030);
    CHECK(adopt_primary(light, wine).primary == wine);
    const Colour sunflower = colour_from_hex(0xF7C600);
    CHECK(adopt_primary(light, sunflower).primary == light.primary);
    const Theme& contrast = theme_of(ThemeKind::high_contrast);
    CHECK(adopt_primary(contrast, wine).primary == contrast.primary);
}

}  // namespace stormote
