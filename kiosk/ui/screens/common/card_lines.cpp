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

bool is_wholly_in_sight(const ScrolledBounds& scrolled, const Rect& rect) {
    return rect.top >= scrolled.bounds.top - 1 && rect.bottom() <= scrolled.bounds.bottom() + 1;
}

void draw_words_in(Ui& ui, const ScrolledBounds& scrolled, const Rect& box, std::string_view text,
                   const TextBlockStyle& style) {
    if (text.empty()) return;
    if (is_wholly_in_sight(scrolled, box)) {
        draw_text(ui, box, text, style);
    } else {
        paint_text(ui, box, text, style);
    }
}

}  // namespace stormote
