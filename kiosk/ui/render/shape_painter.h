// ShapePainter: draws triangles and rectangles into pixels, by the rules of OpenGL: a pixel belongs
// to the triangle that holds its centre, triangles side by side share none, colours and pictures
// run linearly between the corners, and each is laid over what is there by its alpha. The screen
// thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/ui/render/pixel_blend.h"
#include "kiosk/ui/render/scan_lines.h"

namespace stormote {

class Texture;

// 0x00RRGGBB each, row by row from the top; what is drawn on may have anything in its upper byte.
// Borrowed.
struct PixelGrid {
    std::uint32_t *pixels = nullptr;
    int width = 0;
    int height = 0;

    [[nodiscard]] std::uint32_t *at(int row, int column) const {
        return pixels + static_cast<std::ptrdiff_t>(row) * width + column;
    }
};

// A corner of a shape: on the screen, on its picture (0 to 1), and what the picture is tinted with.
struct Corner {
    Point position;
    Point picture;
    PackedColour colour = 0;
};

class ShapePainter {
  public:
    // Draws within `clip`, which must lie within the grid. Without a texture shapes have the
    // colours of their corners alone. Grid and texture must outlive this.
    ShapePainter(const PixelGrid& grid, const Area& clip, const Texture *texture)
        : grid_(grid), clip_(clip), texture_(texture) {}

    void triangle(const Corner& a, const Corner& b, const Corner& c);
    // Upright and in one colour, from its upper left corner to its lower right one. Whether it was
    // drawn: a picture that is not shown pixel by pixel is left to two triangles.
    [[nodiscard]] bool rectangle(const Corner& from, const Corner& to);

  private:
    enum class Ink { flat, shaded, pictured };

    // Where the picture's pixel for the screen's pixel 0, 0 would be, and which way it runs.
    struct Place {
        int column = 0;
        int row = 0;
        int direction = 1;
    };

    void prepare(const Corner& a, const Corner& b, const Corner& c);
    [[nodiscard]] PackedColour texel(Point place) const;
    [[nodiscard]] std::optional<Place> pixel_by_pixel(const Corner& from, const Corner& to) const;
    void fill(int row, Span span);
    // What is shown of a row that is a part of a whole one.
    void shade(int row, Span whole, Span shown);
    void show_picture(int row, Span whole, Span shown);
    void show_level_coverage(int row, Span shown, Walk x, int y);
    void copy_picture(const Area& box, const Place& place);

    PixelGrid grid_;
    Area clip_;
    const Texture *texture_;
    // Of the shape that is drawn now.
    Ink ink_ = Ink::flat;
    PackedColour flat_ = 0;  // its one colour, or what its picture is tinted with
    std::array<Plane, 4> channels_;
    Plane picture_x_;
    Plane picture_y_;
    std::vector<std::uint8_t>
        mixed_row_;  // two rows of a picture as one, for the row that is drawn
};

}  // namespace stormote
