#include <cstdint>
#include <memory>
#include <numbers>

#include <cairo.h>

#include "kiosk/ui/icons.h"

namespace stormote {

namespace {

struct Free {
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
};

constexpr int modules = 25;

void round_rectangle(cairo_t *cairo, double left, double top, double side, double height,
                     double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, left + side - radius, top + radius, radius, -quarter, 0);
    cairo_arc(cairo, left + side - radius, top + height - radius, radius, 0, quarter);
    cairo_arc(cairo, left + radius, top + height - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, left + radius, top + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

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
    const std::unique_ptr<cairo_surface_t, Free> surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side_px, side_px)};
    const std::unique_ptr<cairo_t, Free> owned{cairo_create(surface.get())};
    cairo_t *cairo = owned.get();
    cairo_scale(cairo, side_px / 100.0, side_px / 100.0);
    cairo_translate(cairo, 50, 50);
    cairo_rotate(cairo, -0.08);
    cairo_set_source_rgb(cairo, 0.06, 0.08, 0.09);
    round_rectangle(cairo, -39, -46, 78, 92, 8);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    round_rectangle(cairo, -33.5, -36, 67, 67, 4);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0.05, 0.07, 0.08);
    cairo_translate(cairo, -28.75, -31.25);
    cairo_scale(cairo, 57.5 / modules, 57.5 / modules);
    draw_code(cairo);
    return copy_surface(surface.get(), {});
}

}  // namespace stormote
