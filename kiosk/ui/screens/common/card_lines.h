// CardLines: cards of different heights beside and below each other, in the order of reading: each
// line of cards is as high as its highest. Pixels; the screen thread.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/scroll_area.h"
#include "kiosk/ui/widgets/text_block.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

class CardLines {
  public:
    // Two cards beside each other where each can be as wide as `narrowest` units. `height_of` gives
    // the height of a card, by its number, at a width.
    CardLines(const Ui& ui, float width, std::size_t count, float narrowest,
              const std::function<float(float width, std::size_t index)>& height_of);

    // With a gap below the last line; nothing without cards.
    [[nodiscard]] float height() const;
    // Of a list that begins in that corner.
    [[nodiscard]] Rect place(Point corner, std::size_t index) const;

  private:
    struct Line {
        float top = 0;
        float height = 0;
    };

    float gap_;
    CardGrid grid_;
    std::vector<Line> lines_;
};

// Whether all of a part of a list shows; what does not may be drawn, but not touched or read.
[[nodiscard]] bool is_wholly_in_sight(const ScrolledBounds& scrolled, const Rect& rect);
// Words in a list that may be moved: what is not wholly in sight is drawn, but not written down.
void draw_words_in(Ui& ui, const ScrolledBounds& scrolled, const Rect& box, std::string_view text,
                   const TextBlockStyle& style);

}  // namespace stormote
