// Wall parts: what the scenes of the wall are put together of. The screen thread.
#pragma once

#include <string_view>

#include "kiosk/ui/screens/wall/wall.h"
#include "kiosk/ui/widgets/text_block.h"

namespace stormote {

// Sizes of letters in units, of which the screen's shorter side has 1080. What matters:
constexpr float wall_least = 54;
constexpr float wall_text = 60;
// And what may be missed from the last row.
constexpr float wall_aside = 44;
constexpr float wall_margin = 84;

// What the large words stand on, and the colour of those.
struct WallGround {
    Colour ground;
    Colour ink;
    Colour quiet;  // the part of a ring that is over
};
[[nodiscard]] WallGround wall_ground(const Theme& theme);

// A style whose letters are as large as fit, from `largest` down to the smallest that are read from
// afar.
[[nodiscard]] TextBlockStyle fit_wall_text(Ui& ui, Size bounds, std::string_view text,
                                           TextBlockStyle style, float largest);
// The text, or its beginning where even small letters do not hold all of it.
void draw_wall_text(Ui& ui, const Rect& box, std::string_view text, TextBlockStyle style,
                    float largest);

// What everybody's tables say: as many cards as there is room for, one at least.
void draw_wall_proposals(Ui& ui, Rect bounds, const WallView& view);

void draw_wall_chosen(Ui& ui, const WallView& view);

}  // namespace stormote
