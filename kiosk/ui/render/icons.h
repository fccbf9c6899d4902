// Icons: drawn by strokes with round ends, on a grid of 24 by 24. Any thread.
//
// Sources: icons.cpp, ticket_picture.cpp.
#pragma once

#include "kiosk/ui/render/raster_image.h"
#include "kiosk/ui/render/theme.h"

namespace stormote {

enum class Icon {
    keyboard,
    person_plus,
    person,
    people,
    printer,
    speaker,
    text_size,
    contrast,
    help,
    lock,
    back,
    forward,
    check,
    warning,
    scan,
    lightbulb,
    lines,
    heart,
    handshake,
    clock,
    trash,
    undo,
    cloud,
    export_file,
    search,
    cross,
    building,
    calendar,
    ticket,
    exit,
    bell,
    up,
    down,
    globe,
    redo,
    ballot,
    camera,
    cup,
    // Marks that tell kinds apart, whatever their colour; each full, then open.
    mark_disc,
    mark_square,
    mark_triangle,
    mark_diamond,
    mark_star,
    mark_hexagon,
    mark_cross,
    mark_drop,
    mark_disc_open,
    mark_square_open,
    mark_triangle_open,
    mark_diamond_open,
    mark_star_open,
    mark_hexagon_open,
    mark_cross_open,
    mark_drop_open,
};

constexpr int icon_count = static_cast<int>(Icon::mark_drop_open) + 1;

// Whether it points along the lines of writing, and so the other way where they run the other way.
[[nodiscard]] constexpr bool shows_direction(Icon icon) {
    return icon == Icon::back || icon == Icon::forward || icon == Icon::undo ||
           icon == Icon::redo || icon == Icon::exit || icon == Icon::lines;
}

// White: its colour comes when it is shown.
[[nodiscard]] RasterImage rasterise_icon(Icon icon, int side_px);

// A part of a ring, or of a disc where it is as thick as its radius, clockwise from twelve o'clock;
// share 0 to 1 of the round. White, in the middle of a square 2 (ceil(radius) + 1) a side.
[[nodiscard]] RasterImage rasterise_arc(float radius_px, float thickness_px, float share);

// The municipality's shield, as long as it has given no picture of its own.
[[nodiscard]] RasterImage rasterise_shield(int width_px, int height_px, Colour field,
                                           Colour charge);

// A hand scanner that reads a ticket on a telephone: what to do. The code says nothing. So many
// times as wide as high.
constexpr float scanning_width = 1.7F;
[[nodiscard]] RasterImage rasterise_scanning(int height_px);

}  // namespace stormote
