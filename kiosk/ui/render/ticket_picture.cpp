#include <cstdint>

#include "kiosk/ui/render/canvas.h"
#include "kiosk/ui/render/icons.h"

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

// A picture of things, not a part of the screen: the same in every theme.
const Colour dark = colour_from_hex(0x101517);
const Colour shell = colour_from_hex(0xD5DDE0);
const Colour drag = colour_from_hex(0x8E9CA3);
const Colour beam = colour_from_hex(0xF2B705);

// In hundredths of the picture's height, held a little askew.
void draw_telephone(Canvas& canvas) {
    cairo_t *cairo = canvas.cairo();
    cairo_save(cairo);
    cairo_translate(cairo, 44, 50);
    cairo_rotate(cairo, -0.08);
    canvas.set_colour(dark);
    canvas.round_rectangle(-36, -44, 72, 88, 8);
    cairo_fill(cairo);
    canvas.set_colour(colour_from_hex(0xFFFFFF));
    canvas.round_rectangle(-31, -34, 62, 62, 4);
    cairo_fill(cairo);
    canvas.set_colour(dark);
    cairo_translate(cairo, -26.5, -29.5);
    cairo_scale(cairo, 53.0 / modules, 53.0 / modules);
    draw_code(cairo);
    cairo_restore(cairo);
}

// Its window looks to the left, at the origin.
void draw_scanner(Canvas& canvas) {
    cairo_t *cairo = canvas.cairo();
    cairo_save(cairo);
    cairo_translate(cairo, 31, 4);
    cairo_rotate(cairo, -0.3);
    canvas.set_colour(drag);
    canvas.round_rectangle(-10, -4, 20, 52, 8);
    cairo_fill(cairo);
    cairo_restore(cairo);
    canvas.set_colour(dark);
    canvas.round_rectangle(15, 8, 6, 15, 3);
    cairo_fill(cairo);
    canvas.set_colour(shell);
    canvas.round_rectangle(0, -13, 48, 27, 11);
    cairo_fill(cairo);
    canvas.round_rectangle(0, -16, 18, 33, 6);
    cairo_fill(cairo);
    canvas.set_colour(dark);
    canvas.round_rectangle(0, -12, 6, 25, 3);
    cairo_fill(cairo);
}

// From the window to a line across the code.
void draw_beam(Canvas& canvas, double reach, double half_height) {
    cairo_t *cairo = canvas.cairo();
    canvas.set_colour(beam);
    cairo_push_group(cairo);
    cairo_move_to(cairo, 0, -8);
    cairo_line_to(cairo, -reach, -half_height);
    cairo_line_to(cairo, -reach, half_height);
    cairo_line_to(cairo, 0, 8);
    cairo_close_path(cairo);
    cairo_fill(cairo);
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, 0.3);
    canvas.set_colour(beam);
    canvas.round_rectangle(-reach - 1.25, -half_height, 2.5, 2 * half_height, 1.25);
    cairo_fill(cairo);
}

}  // namespace

RasterImage rasterise_scanning(int height_px) {
    Canvas canvas(static_cast<int>(static_cast<float>(height_px) * scanning_width), height_px);
    cairo_t *cairo = canvas.cairo();
    cairo_scale(cairo, height_px / 100.0, height_px / 100.0);
    draw_telephone(canvas);
    cairo_translate(cairo, 110, 43);
    cairo_rotate(cairo, -0.04);
    draw_beam(canvas, 66, 27);
    draw_scanner(canvas);
    return canvas.picture();
}

}  // namespace stormote
