// Point, Size, Rect: where things are, in pixels from the upper left corner of the screen. Plain
// values; any thread. The take_ functions cut a strip off a Rect and return it, which is how
// screens share out their bounds.
#pragma once

#include <algorithm>

namespace stormote {

struct Point {
    float x = 0;
    float y = 0;

    bool operator==(const Point&) const = default;
};

struct Size {
    float width = 0;
    float height = 0;
};

struct Rect {
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] float right() const { return left + width; }
    [[nodiscard]] float bottom() const { return top + height; }
    [[nodiscard]] Point centre() const { return {left + width / 2, top + height / 2}; }
    [[nodiscard]] bool contains(Point point) const {
        return point.x >= left && point.x < right() && point.y >= top && point.y < bottom();
    }
    [[nodiscard]] bool overlaps(const Rect& other) const {
        return left < other.right() && other.left < right() && top < other.bottom() &&
               other.top < bottom();
    }
    // Smaller by that much on each side; larger where negative.
    [[nodiscard]] Rect inset(float horizontal, float vertical) const {
        return {left + horizontal, top + vertical, std::max(0.0F, width - 2 * horizontal),
                std::max(0.0F, height - 2 * vertical)};
    }
    // A box of that size in the middle of this one.
    [[nodiscard]] Rect middle(Size size) const {
        return {left + (width - size.width) / 2, top + (height - size.height) / 2, size.width,
                size.height};
    }

    Rect take_top(float strip) {
        const Rect taken{left, top, width, std::min(strip, height)};
        top += taken.height;
        height -= taken.height;
        return taken;
    }
    Rect take_bottom(float strip) {
        height -= std::min(strip, height);
        return {left, bottom(), width, strip};
    }
    Rect take_left(float strip) {
        const Rect taken{left, top, std::min(strip, width), height};
        left += taken.width;
        width -= taken.width;
        return taken;
    }
    Rect take_right(float strip) {
        width -= std::min(strip, width);
        return {right(), top, strip, height};
    }
};

}  // namespace stormote
