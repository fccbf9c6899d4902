// Mirror: mirrors a screen for languages that are read from right to left.
//
// Screens are laid out from left to right. For such a language every place is reflected in the
// middle of the screen, here and nowhere else. What must not be turned round in itself, such as a
// keyboard, is kept: moved as a whole to where its reflection would lie. Plain values; any thread.
#pragma once

#include <optional>

#include "kiosk/ui/render/geometry.h"

namespace stormote {

class Mirror {
  public:
    // Turns nothing.
    Mirror() = default;
    explicit Mirror(float screen_width) : width_(screen_width) {}

    [[nodiscard]] bool turns() const { return width_ && !shift_; }
    // Until `turn_again`, this rectangle is moved as it is.
    void keep(const Rect& rect) {
        if (turns()) shift_ = placed(rect).left - rect.left;
    }
    void turn_again() { shift_.reset(); }

    // From the layout to the screen.
    [[nodiscard]] Point placed(Point point) const {
        if (shift_) return {point.x + *shift_, point.y};
        return width_ ? Point{*width_ - point.x, point.y} : point;
    }
    [[nodiscard]] Rect placed(const Rect& rect) const {
        const float left = placed(Point{turns() ? rect.right() : rect.left, 0}).x;
        return {left, rect.top, rect.width, rect.height};
    }
    // And back.
    [[nodiscard]] Point laid_out(Point point) const {
        if (shift_) return {point.x - *shift_, point.y};
        return placed(point);
    }

  private:
    std::optional<float> width_;
    std::optional<float> shift_;
};

// Keeps a rectangle as it is, until the end of a block.
class Unturned {
  public:
    Unturned(Mirror& mirror, const Rect& rect) : mirror_(mirror), is_outermost_(mirror.turns()) {
        mirror.keep(rect);
    }
    ~Unturned() {
        if (is_outermost_) mirror_.turn_again();
    }
    Unturned(const Unturned&) = delete;
    Unturned& operator=(const Unturned&) = delete;

  private:
    Mirror& mirror_;
    bool is_outermost_;
};

}  // namespace stormote
