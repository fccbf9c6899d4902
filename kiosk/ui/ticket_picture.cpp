#include <cstdint>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/icons.h"

namespace stormote {

namespace {

constexpr int modules = 25;

// Whether the module belongs to one of the three corner marks with its quiet rim.
bool in_corner(int row, int column) {
    const bool upper = row < 8;
    const bool lower = row >= modules - 8;
    const bool left = column < 8;
    const bool right = column >= modules - 8;
    return (upper && (left || right)) || (lower && left);
}

void draw_corner_mark(cairo_t *cairo, double left, double top) {
    cairo_rectangle(cairo, left, top, 7, 7);
    cairo_rectangle(cairo, left + 1, top + 1, 5, 5);
    cairo_rectangle(cairo, left + 2, top + 2, 3, 3);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill(cairo);
}

void draw_code(cairo_t *cairo) {
    std::uint32_t state = 0x5A17;
    for (int row = 0; row < modules; ++row) {
        for (int column = 0; column < modules; ++column) {
            // A linear congruential generator (Numerical Recipes): it only has to look like a code.
            state = state * 1664525U + 1013904223U;
            if (in_corner(row, column) || (state >> 16 & 1U) == 0) continue;
            cairo_rectangle(cairo, column, row, 1.02, 1.02);
        }
    }
    cairo_fill(cairo);
    draw_corner_mark(cairo, 0, 0);
    draw_corner_mark(cairo, modules - 7, 0);
    draw_corner_mark(cairo, 0, modules - 7);
}

}  // namespace

RasterImage rasterise_ticket(int side_px) {
    Canvas canvas(side_px, side_px);
    cairo_t *cairo = canvas.cairo();
    cairo_scale(cairo, side_px / 100.0, side_px / 100.0);
    cairo_translate(cairo, 50, 50);
    cairo_rotate(cairo, -0.08);
    // A picture of things, not a part of the screen: the same in every theme.
    const Colour dark = colour_from_hex(0x101517);
    canvas.set_colour(dark);
    canvas.round_rectangle(-39, -46, 78, 92, 8);
    cairo_fill(cairo);
    canvas.set_colour(colour_from_hex(0xFFFFFF));
    canvas.round_rectangle(-33.5, -36, 67, 67, 4);
    cairo_fill(cairo);
    canvas.set_colour(dark);
    cairo_translate(cairo, -28.75, -31.25);
    cairo_scale(cairo, 57.5 / modules, 57.5 / modules);
    draw_code(cairo);
    return canvas.picture();
}

}  // namespace stormote
