#include "kiosk/ui/render/icons.h"

#include <array>
#include <cmath>
#include <sstream>
#include <string>
#include <string_view>

#include "kiosk/ui/render/canvas.h"

namespace stormote {

namespace {

// The pen's orders: M x y (move), L x y (line), C (cubic curve, three points), Z (close),
// O x y r (circle), D x y r (filled dot), R x y width height r (rounded rectangle),
// A x y r from to (arc, degrees clockwise from three o'clock), F (fill what was drawn so far).
constexpr std::array<std::string_view, icon_count> drawings{{
    /* keyboard */
    "R 2 5.5 20 13 2.5 D 6 9.5 1 D 10 9.5 1 D 14 9.5 1 D 18 9.5 1 M 8 14.5 L 16 14.5",
    /* person_plus */
    "O 9 7.5 3.7 M 2.5 20 C 2.5 12.8 15.5 12.8 15.5 20 M 19 8 L 19 14 M 16 11 L 22 11",
    /* person */ "O 12 8 4 M 4.5 20.5 C 4.5 12.8 19.5 12.8 19.5 20.5",
    /* people */
    "O 9 8 3.6 M 2.5 20 C 2.5 12.6 15.5 12.6 15.5 20 A 15.6 8 3.6 -75 75 "
    "M 18.2 14.6 C 20.3 15.5 21.5 17.4 21.5 20",
    /* printer */ "M 7 8.5 L 7 3 L 17 3 L 17 8.5 R 3 8.5 18 8.5 2 R 7 14 10 7 0.8 D 17.4 11.6 0.8",
    /* speaker */
    "M 11 5 L 6.5 9 L 3 9 L 3 15 L 6.5 15 L 11 19 Z A 12 12 4 -45 45 A 12 12 8 -45 45",
    /* text_size */
    "M 2 18 L 7.5 5.5 L 13 18 M 3.9 14 L 11.1 14 M 14.5 18 L 18.2 9.5 L 22 18 M 15.8 15.2 L 20.7 "
    "15.2",
    /* contrast */ "M 12 2.5 A 12 12 9.5 -90 90 Z F O 12 12 9.5",
    /* help */
    "M 7.6 20.3 C 4.3 18.7 2.6 15.5 2.6 12 C 2.6 6.8 6.8 2.6 12 2.6 C 17.2 2.6 21.4 6.8 21.4 12 "
    "C 21.4 17.2 17.2 21.4 12 21.4 C 10.5 21.4 9 21 7.6 20.3 L 3 21.4 L 4.4 17 "
    "M 9.2 9.4 C 9.4 7.6 10.6 6.7 12.1 6.7 C 13.7 6.7 14.9 7.7 14.9 9.3 C 14.9 11.4 12 11.6 12 "
    "13.6 "
    "D 12 16.9 0.7",
    /* lock */ "R 4.5 10.5 15 10.5 2 M 8 10.5 L 8 7 C 8 1.8 16 1.8 16 7 L 16 10.5",
    /* back */ "M 20.5 12 L 3.8 12 M 10.5 5.2 L 3.7 12 L 10.5 18.8",
    /* forward */ "M 3.5 12 L 20.2 12 M 13.5 5.2 L 20.3 12 L 13.5 18.8",
    /* check */ "M 4.5 12.8 L 9.7 18 L 19.5 6.5",
    /* warning */ "M 12 3.4 L 22 20.4 L 2 20.4 Z M 12 9.8 L 12 14.4 D 12 17.4 0.7",
    /* scan */
    "M 3 8 L 3 5 C 3 3.9 3.9 3 5 3 L 8 3 M 16 3 L 19 3 C 20.1 3 21 3.9 21 5 L 21 8 "
    "M 21 16 L 21 19 C 21 20.1 20.1 21 19 21 L 16 21 M 8 21 L 5 21 C 3.9 21 3 20.1 3 19 L 3 16 "
    "M 7 12 L 17 12",
    /* lightbulb */
    "M 9.2 17.6 C 9.2 15.2 5.8 13.6 5.8 9 C 5.8 5.5 8.5 2.8 12 2.8 C 15.5 2.8 18.2 5.5 18.2 9 "
    "C 18.2 13.6 14.8 15.2 14.8 17.6 Z M 9.6 21.2 L 14.4 21.2",
    /* lines */ "M 3.5 6 L 20.5 6 M 3.5 12 L 20.5 12 M 3.5 18 L 13 18",
    /* heart */
    "M 12 20.4 L 4 12.3 C 0.2 8 5.6 1.4 12 7 C 18.4 1.4 23.8 8 20 12.3 Z",
    /* handshake */
    "M 2.5 6.5 L 6 5.5 L 10 7 M 21.5 6.5 L 18 5.5 L 13 6 L 8.6 9.8 C 9.6 11.6 11.6 11.6 13.6 10 "
    "L 19 14.8 M 2.5 14.5 L 5 14.5 L 10.6 19 C 11.6 19.8 12.8 19.3 13.2 18.4 C 14.4 18.9 15.6 18.2 "
    "15.8 17.2 C 17.2 17.5 18.2 16.8 18.3 15.6 M 21.5 14.5 L 19 14.5",
    /* clock */ "O 12 12 9.5 M 12 6.5 L 12 12 L 15.8 14.2",
    /* trash */
    "M 3.5 6.5 L 20.5 6.5 M 9 6.5 L 9 3.2 L 15 3.2 L 15 6.5 M 5.8 6.5 L 7 21 L 17 21 L 18.2 6.5 "
    "M 10 11 L 10 16.8 M 14 11 L 14 16.8",
    /* undo */
    "M 8.5 4.5 L 3.5 9.5 L 8.5 14.5 M 3.5 9.5 L 14.5 9.5 C 22.5 9.5 22.5 20 14.5 20 L 9 20",
    /* cloud */
    "M 7 18.5 C 0.8 18.5 0.8 10.2 6.4 10 C 7 3.6 16 3.2 17.4 9.4 C 23.2 9.4 23.2 18.5 17.4 18.5 Z",
    /* export_file */
    "M 12 15.5 L 12 3.2 M 7 8 L 12 3 L 17 8 M 3.5 14.5 L 3.5 20.5 L 20.5 20.5 L 20.5 14.5",
    /* search */ "O 10.5 10.5 7 M 15.7 15.7 L 21 21",
    /* cross */ "M 5.5 5.5 L 18.5 18.5 M 18.5 5.5 L 5.5 18.5",
    /* building */
    "M 4.5 21 L 4.5 3.5 L 15 3.5 L 15 21 M 15 9.5 L 19.5 9.5 L 19.5 21 M 2.5 21 L 21.5 21 "
    "M 8 7.8 L 11.5 7.8 M 8 12 L 11.5 12 M 8 16.2 L 11.5 16.2",
    /* calendar */ "R 3.5 5 17 16 2 M 3.5 10 L 20.5 10 M 8 2.8 L 8 6.5 M 16 2.8 L 16 6.5",
    /* ticket */
    "M 3 6 L 21 6 L 21 9.8 C 18.2 10 18.2 14 21 14.2 L 21 18 L 3 18 L 3 14.2 C 5.8 14 5.8 10 3 9.8 "
    "Z "
    "M 14 9 L 14 9.5 M 14 11.8 L 14 12.2 M 14 14.5 L 14 15",
    /* exit */
    "M 10 3.5 L 4 3.5 L 4 20.5 L 10 20.5 M 9.5 12 L 20.5 12 M 15.5 7 L 20.5 12 L 15.5 17",
    /* bell */
    "M 5 17 C 7 15 6.5 12.5 6.5 10 C 6.5 2.4 17.5 2.4 17.5 10 C 17.5 12.5 17 15 19 17 Z "
    "M 10 20.5 C 11 21.5 13 21.5 14 20.5",
    /* up */ "M 12 20.5 L 12 3.8 M 5.2 10.5 L 12 3.7 L 18.8 10.5",
    /* down */ "M 12 3.5 L 12 20.2 M 5.2 13.5 L 12 20.3 L 18.8 13.5",
    /* globe */
    "O 12 12 9.5 M 2.5 12 L 21.5 12 M 12 2.5 C 6.5 7.5 6.5 16.5 12 21.5 "
    "M 12 2.5 C 17.5 7.5 17.5 16.5 12 21.5",
    /* redo */
    "M 15.5 4.5 L 20.5 9.5 L 15.5 14.5 M 20.5 9.5 L 9.5 9.5 C 1.5 9.5 1.5 20 9.5 20 L 15 20",
    /* ballot */ "R 3 12 18 9 1.5 M 7.5 12 L 7.5 3 L 16.5 3 L 16.5 12 M 9.5 16 L 14.5 16",
    /* camera */
    "M 8.5 5 L 6.8 7.5 L 4.5 7.5 C 3.4 7.5 2.5 8.4 2.5 9.5 L 2.5 18 C 2.5 19.1 3.4 20 4.5 20 "
    "L 19.5 20 C 20.6 20 21.5 19.1 21.5 18 L 21.5 9.5 C 21.5 8.4 20.6 7.5 19.5 7.5 L 17.2 7.5 "
    "L 15.5 5 Z O 12 13.3 3.7",
    /* cup */
    "M 4 9 L 17 9 L 17 15 C 17 18 15 20 12 20 L 9 20 C 6 20 4 18 4 15 Z "
    "M 17 10.5 C 22 10 22 16 17 16 M 8 3 L 8 6 M 12.5 3 L 12.5 6",
    /* mark_disc */ "O 12 12 9 F",
    /* mark_square */ "R 3.5 3.5 17 17 1.5 F",
    /* mark_triangle */ "M 12 3 L 21.5 20 L 2.5 20 Z F",
    /* mark_diamond */ "M 12 2 L 21.5 12 L 12 22 L 2.5 12 Z F",
    /* mark_star */
    "M 12 2 L 14.8 8.6 L 22 9.2 L 16.6 14 L 18.2 21 L 12 17.3 L 5.8 21 L 7.4 14 L 2 "
    "9.2 L 9.2 8.6 Z F",
    /* mark_hexagon */ "M 7 3.4 L 17 3.4 L 22 12 L 17 20.6 L 7 20.6 L 2 12 Z F",
    /* mark_cross */
    "M 8.5 2.5 L 15.5 2.5 L 15.5 8.5 L 21.5 8.5 L 21.5 15.5 L 15.5 15.5 L 15.5 21.5 "
    "L 8.5 21.5 L 8.5 15.5 L 2.5 15.5 L 2.5 8.5 L 8.5 8.5 Z F",
    /* mark_drop */
    "M 12 2 C 15 7 19.5 10.5 19.5 15 C 19.5 24 4.5 24 4.5 15 C 4.5 10.5 9 7 12 2 Z "
    "F",
    /* mark_disc_open */ "O 12 12 9",
    /* mark_square_open */ "R 3.5 3.5 17 17 1.5",
    /* mark_triangle_open */ "M 12 3 L 21.5 20 L 2.5 20 Z",
    /* mark_diamond_open */ "M 12 2 L 21.5 12 L 12 22 L 2.5 12 Z",
    /* mark_star_open */
    "M 12 2 L 14.8 8.6 L 22 9.2 L 16.6 14 L 18.2 21 L 12 17.3 L 5.8 21 L 7.4 14 L 2 "
    "9.2 L 9.2 8.6 Z",
    /* mark_hexagon_open */ "M 7 3.4 L 17 3.4 L 22 12 L 17 20.6 L 7 20.6 L 2 12 Z",
    /* mark_cross_open */
    "M 8.5 2.5 L 15.5 2.5 L 15.5 8.5 L 21.5 8.5 L 21.5 15.5 L 15.5 15.5 L 15.5 21.5 "
    "L 8.5 21.5 L 8.5 15.5 L 2.5 15.5 L 2.5 8.5 L 8.5 8.5 Z",
    /* mark_drop_open */
    "M 12 2 C 15 7 19.5 10.5 19.5 15 C 19.5 24 4.5 24 4.5 15 C 4.5 10.5 9 7 12 2 Z",
}};

// Carries out one order, whose numbers follow in the stream.
void draw_order(Canvas& canvas, char order, std::istringstream& numbers) {
    cairo_t *cairo = canvas.cairo();
    const auto next = [&] {
        double number = 0;
        numbers >> number;
        return number;
    };
    // Arguments are read into names first: their order within a call would be anybody's guess.
    if (order == 'Z') {
        cairo_close_path(cairo);
        return;
    }
    if (order == 'F') {
        cairo_fill_preserve(cairo);
        return;
    }
    const double x = next();
    const double y = next();
    if (order == 'M') {
        cairo_move_to(cairo, x, y);
    } else if (order == 'L') {
        cairo_line_to(cairo, x, y);
    } else if (order == 'C') {
        const double x2 = next();
        const double y2 = next();
        const double x3 = next();
        const double y3 = next();
        cairo_curve_to(cairo, x, y, x2, y2, x3, y3);
    } else if (order == 'R') {
        const double width = next();
        const double height = next();
        canvas.round_rectangle(x, y, width, height, next());
    } else {
        const double radius = next();
        const double from = order == 'A' ? next() : 0;
        const double to = order == 'A' ? next() : 360;
        if (order == 'D') {
            cairo_stroke(cairo);
            canvas.circle(x, y, radius);
            cairo_fill(cairo);
        } else {
            canvas.circle(x, y, radius, from, to);
        }
    }
}

}  // namespace

RasterImage rasterise_icon(Icon icon, int side_px) {
    Canvas canvas(side_px, side_px);
    cairo_t *cairo = canvas.cairo();
    cairo_scale(cairo, side_px / 24.0, side_px / 24.0);
    canvas.set_colour(white);
    // The check mark says it all alone, and from afar.
    cairo_set_line_width(cairo, icon == Icon::check ? 2.8 : 2.0);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    std::istringstream orders{std::string(drawings.at(static_cast<std::size_t>(icon)))};
    char order = 0;
    while (orders >> order) draw_order(canvas, order, orders);
    cairo_stroke(cairo);
    return canvas.picture();
}

RasterImage rasterise_arc(float radius_px, float thickness_px, float share) {
    const double middle = std::ceil(radius_px) + 1;
    const int side = static_cast<int>(2 * middle);
    Canvas canvas(side, side);
    canvas.set_colour(white);
    if (thickness_px >= radius_px) {
        canvas.circle(middle, middle, radius_px, -90, -90 + 360 * share);
        if (share < 1) cairo_line_to(canvas.cairo(), middle, middle);
        cairo_fill(canvas.cairo());
    } else {
        canvas.circle(middle, middle, radius_px - thickness_px / 2, -90, -90 + 360 * share);
        cairo_set_line_width(canvas.cairo(), thickness_px);
        cairo_stroke(canvas.cairo());
    }
    return canvas.picture();
}

RasterImage rasterise_shield(int width_px, int height_px, Colour field, Colour charge) {
    Canvas canvas(width_px, height_px);
    cairo_t *cairo = canvas.cairo();
    cairo_scale(cairo, width_px / 56.0, height_px / 64.0);
    cairo_move_to(cairo, 8, 0);
    cairo_line_to(cairo, 48, 0);
    cairo_curve_to(cairo, 53, 0, 56, 3, 56, 8);
    cairo_line_to(cairo, 56, 36);
    cairo_curve_to(cairo, 56, 52, 44, 64, 28, 64);
    cairo_curve_to(cairo, 12, 64, 0, 52, 0, 36);
    cairo_line_to(cairo, 0, 8);
    cairo_curve_to(cairo, 0, 3, 3, 0, 8, 0);
    canvas.set_colour(field);
    cairo_fill(cairo);
    canvas.circle(28, 28, 14);
    canvas.set_colour(charge);
    cairo_fill(cairo);
    return canvas.picture();
}

}  // namespace stormote
