#include "kiosk/ui/widgets/column.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stormote {

void Column::words(std::string text, const TextBlockStyle& style) {
    if (text.empty()) return;
    TextBlockStyle fitted = style;
    if (style.size > unit::heading) {
        fitted.size = std::max(unit::heading, std::round(style.size * squeeze_));
    }
    const Size size = measure_text(ui_, width_, text, fitted);
    // The column itself may be moved before it is drawn: hold on to the Ui alone.
    block(size.height, [&ui = ui_, text = std::move(text), fitted](const Rect& rect) {
        draw_text(ui, rect, text, fitted);
    });
}

void Column::gap(float units) {
    height_ += ui_.px(units * squeeze_);
    blocks_.push_back({ui_.px(units * squeeze_), nullptr});
}

void Column::block(float height, std::function<void(const Rect&)> draw) {
    height_ += height;
    blocks_.push_back({height, std::move(draw)});
}

void Column::draw(Point corner) const {
    const TextScale scale(ui_, text_scale_);
    for (const Block& block : blocks_) {
        if (block.draw) block.draw({corner.x, corner.y, width_, block.height});
        corner.y += block.height;
    }
}

Column fit_column(Ui& ui, Size bounds, const std::function<void(Column&)>& build) {
    constexpr std::array squeezes{1.0F, 0.9F, 0.8F, 0.6F, 0.4F};
    constexpr float step = 0.1F;
    float text_scale = ui.text_scale();
    for (;; text_scale = std::max(1.0F, text_scale - step)) {
        const TextScale scale(ui, text_scale);
        for (const float squeeze : squeezes) {
            Column column(ui, bounds.width, squeeze);
            build(column);
            const bool last = text_scale <= 1 && squeeze == squeezes.back();
            if (column.height() <= bounds.height || last) return column;
        }
    }
}

}  // namespace stormote
