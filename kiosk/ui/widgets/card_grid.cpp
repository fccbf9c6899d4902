#include "kiosk/ui/widgets/card_grid.h"

#include <algorithm>
#include <cmath>

namespace stormote {

CardGrid::CardGrid(float width, std::size_t columns, float gap)
    : columns_(std::max<std::size_t>(1, columns)), gap_(gap) {
    const auto across = static_cast<float>(columns_);
    width_ = std::floor((width - gap_ * (across - 1)) / across);
}

float CardGrid::rows(std::size_t count) const {
    const std::size_t rows = (count + columns_ - 1) / columns_;
    return static_cast<float>(rows);
}

float CardGrid::height_for(std::size_t count, float card_height) const {
    return std::max(0.0F, rows(count) * (card_height + gap_) - gap_);
}

float CardGrid::share_of(float height, std::size_t count) const {
    const float down = std::max(1.0F, rows(count));
    return std::floor((height - gap_ * (down - 1)) / down);
}

Rect CardGrid::place(Point corner, float card_height, std::size_t index) const {
    const std::size_t row = index / columns_;
    return {corner.x + static_cast<float>(index % columns_) * (width_ + gap_),
            corner.y + static_cast<float>(row) * (card_height + gap_), width_, card_height};
}

}  // namespace stormote
