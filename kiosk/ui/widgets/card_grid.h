// CardGrid: equal cards beside and below each other, in the order of reading. A value, in pixels;
// any thread.
#pragma once

#include <cstddef>

#include "kiosk/ui/render/geometry.h"

namespace stormote {

class CardGrid {
  public:
    // So many cards beside each other share the width; at least one.
    CardGrid(float width, std::size_t columns, float gap);

    [[nodiscard]] std::size_t columns() const { return columns_; }
    // Of a card.
    [[nodiscard]] float width() const { return width_; }
    // What so many cards need if each is that high; nothing for none.
    [[nodiscard]] float height_for(std::size_t count, float card_height) const;
    // How high each of so many cards can be where all share that height.
    [[nodiscard]] float share_of(float height, std::size_t count) const;
    // The card of that number, from 0, of a grid that begins in that corner.
    [[nodiscard]] Rect place(Point corner, float card_height, std::size_t index) const;

  private:
    [[nodiscard]] float rows(std::size_t count) const;

    std::size_t columns_;
    float gap_;
    float width_;
};

}  // namespace stormote
