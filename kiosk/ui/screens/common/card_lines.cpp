#include "kiosk/ui/screens/common/card_lines.h"

#include <algorithm>

namespace stormote {

namespace {

constexpr float gap_units = 20;

std::size_t columns_in(const Ui& ui, float width, float narrowest) {
    return width >= 2 * ui.px(narrowest) * ui.text_scale() + ui.px(gap_units) ? 2 : 1;
}

}  // namespace

CardLines::CardLines(const Ui& ui, float width, std::size_t count, float narrowest,
                     const std::function<float(float width, std::size_t index)>& height_of)
    : gap_(ui.px(gap_units)), grid_(width, columns_in(ui, width, narrowest), gap_) {
    for (std::size_t i = 0; i < count; ++i) {
        if (i % grid_.columns() == 0) lines_.push_back({height(), 0});
        lines_.back().height = std::max(lines_.back().height, height_of(grid_.width(), i));
    }
}

float CardLines::height() const {
    return lines_.empty() ? 0 : lines_.back().top + lines_.back().height + gap_;
}

Rect CardLines::place(Point corner, std::size_t index) const {
    const Line& line = lines_[index / grid_.columns()];
    Rect rect = grid_.place(corner, line.height, index % grid_.columns());
    rect.top = corner.y + line.top;
    return rect;
}

}  // namespace stormote
