// Scan lines: which pixels a shape covers, and what has which value in them. Plain values; any
// thread.
#pragma once

#include <algorithm>
#include <array>
#include <limits>

#include "kiosk/ui/render/geometry.h"

namespace stormote {

// In whole pixels; `right` and `bottom` are the first ones outside.
struct Area {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] bool is_empty() const { return left >= right || top >= bottom; }
};

// The first pixel whose centre does not lie before that edge, between two that are not negative.
inline int first_pixel(float edge, int least, int most) {
    const float place =
        std::clamp(edge - 0.5F, static_cast<float>(least), static_cast<float>(most));
    const int whole = static_cast<int>(place);
    return whole + (static_cast<float>(whole) < place ? 1 : 0);
}

inline Area pixels_between(float left, float top, float right, float bottom, const Area& within) {
    return {first_pixel(left, within.left, within.right),
            first_pixel(top, within.top, within.bottom),
            first_pixel(right, within.left, within.right),
            first_pixel(bottom, within.top, within.bottom)};
}

struct Triangle {
    Point a;
    Point b;
    Point c;

    // Negative where the corners run the other way round.
    [[nodiscard]] float doubled_area() const {
        return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    }
    [[nodiscard]] Area pixels(const Area& within) const {
        return pixels_between(std::min({a.x, b.x, c.x}), std::min({a.y, b.y, c.y}),
                              std::max({a.x, b.x, c.x}), std::max({a.y, b.y, c.y}), within);
    }
};

// A side of a triangle, always walked from its upper end: two triangles that share it find the very
// same crossing in each row.
class Side {
  public:
    Side(Point one, Point other)
        : upper_(one.y <= other.y ? one : other),
          lower_(one.y <= other.y ? other : one),
          per_row_((lower_.x - upper_.x) / (lower_.y - upper_.y)) {}

    [[nodiscard]] bool meets(float y) const { return upper_.y <= y && y < lower_.y; }
    [[nodiscard]] float crossing(float y) const { return upper_.x + (y - upper_.y) * per_row_; }

  private:
    Point upper_;
    Point lower_;
    float per_row_;  // of no use where the side lies level, and never asked for there
};

// The pixels of one row that a triangle covers; none where `first` is `end`.
struct Span {
    int first = 0;
    int end = 0;

    [[nodiscard]] bool is_empty() const { return first >= end; }
    [[nodiscard]] Span within(int least, int most) const {
        return {std::max(first, least), std::min(end, most)};
    }
};

class TriangleRows {
  public:
    explicit TriangleRows(const Triangle& triangle)
        : sides_{Side(triangle.a, triangle.b), Side(triangle.b, triangle.c),
                 Side(triangle.c, triangle.a)} {}

    // Between two columns that are not negative.
    [[nodiscard]] Span at(int row, int least, int most) const {
        const float middle = static_cast<float>(row) + 0.5F;
        float left = std::numeric_limits<float>::max();
        float right = std::numeric_limits<float>::lowest();
        for (const Side& side : sides_) {
            if (!side.meets(middle)) continue;
            left = std::min(left, side.crossing(middle));
            right = std::max(right, side.crossing(middle));
        }
        return {first_pixel(left, least, most), first_pixel(right, least, most)};
    }

  private:
    std::array<Side, 3> sides_;
};

// A value that changes evenly from the first pixel of a span to its last, in 65536ths.
class Walk {
  public:
    Walk(float first, float last, int pixel_count)
        : value_(to_fixed(first)),
          step_(pixel_count > 1 ? (to_fixed(last) - value_) / (pixel_count - 1) : 0) {}

    [[nodiscard]] int value() const { return value_; }
    [[nodiscard]] bool is_level() const { return step_ == 0; }
    void advance(int pixel_count = 1) { value_ += step_ * pixel_count; }

  private:
    static int to_fixed(float value) { return static_cast<int>(value * 65536); }

    int value_;
    int step_;
};

// A value that is given at three corners, and runs linearly over the plane.
class Plane {
  public:
    Plane() = default;
    Plane(const Triangle& corners, std::array<float, 3> values, float least, float most)
        : least_(least), most_(most), origin_(corners.a), at_origin_(values[0]) {
        const auto& [a, b, c] = corners;
        const float to_b = values[1] - values[0];
        const float to_c = values[2] - values[0];
        const float area = corners.doubled_area();
        per_x_ = (to_b * (c.y - a.y) - to_c * (b.y - a.y)) / area;
        per_y_ = (to_c * (b.x - a.x) - to_b * (c.x - a.x)) / area;
    }

    // Over the centres of a row's pixels, from the first one of `shown`, which lies within `whole`.
    // Counted from the whole shape's first pixel, so that a part drawn anew is as it was. Of a
    // needle of a triangle the slope is mostly rounding: what leaves the least and the most is
    // brought back.
    [[nodiscard]] Walk along(int row, Span whole, Span shown) const {
        Walk walk(at(row, whole.first), at(row, whole.end - 1), whole.end - whole.first);
        walk.advance(shown.first - whole.first);
        return walk;
    }

  private:
    [[nodiscard]] float at(int row, int column) const {
        const float x = static_cast<float>(column) + 0.5F - origin_.x;
        const float y = static_cast<float>(row) + 0.5F - origin_.y;
        return std::clamp(at_origin_ + per_x_ * x + per_y_ * y, least_, most_);
    }

    float least_ = 0;
    float most_ = 0;
    Point origin_;
    float at_origin_ = 0;
    float per_x_ = 0;
    float per_y_ = 0;
};

}  // namespace stormote
