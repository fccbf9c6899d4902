// Chip flow: chips beside each other, on as many rows as they need. The screen thread; borrows what
// it is made with.
#pragma once

#include <algorithm>

#include "kiosk/ui/widgets/ui.h"

namespace stormote {

class ChipFlow {
  public:
    ChipFlow(Ui& ui, Rect& bounds) : ui_(ui), bounds_(bounds), left_(bounds.left) {}

    Rect place(Size size) {
        size.width = std::min(size.width, bounds_.width);
        if (left_ > bounds_.left && left_ + size.width > bounds_.right()) {
            bounds_.take_top(row_ + ui_.px(unit::gap));
            left_ = bounds_.left;
            row_ = 0;
        }
        const Rect rect{left_, bounds_.top, size.width, size.height};
        left_ += size.width + ui_.px(unit::gap);
        row_ = std::max(row_, size.height);
        return rect;
    }
    // With so many units below.
    void end(float gap) { bounds_.take_top(row_ + ui_.px(gap)); }

  private:
    Ui& ui_;
    Rect& bounds_;
    float left_;
    float row_ = 0;
};

}  // namespace stormote
