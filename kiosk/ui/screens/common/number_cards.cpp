#include "kiosk/ui/screens/common/number_cards.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/card_grid.h"

namespace stormote {

namespace {

constexpr float number_side = 112;
constexpr float narrowest_card = 400;
constexpr float padding = 16;
constexpr float gap = 24;

float lower_height(Ui& ui, float width, const NumberCard& card) {
    if (card.lower.empty()) return 0;
    return measure_text(ui, width, card.lower, quiet_text_style({})).height;
}

float words_width(const Ui& ui, float width, const NumberCard& card) {
    return width - ui.px(number_side + 24 + 2 * padding + card.reserved);
}

// Each row is as high as its highest card.
class Grid {
  public:
    Grid(Ui& ui, float width, const std::vector<NumberCard>& cards, NumberCardsLayout layout)
        : cards_(width, columns_of(ui, width, cards.size(), layout), ui.px(gap)), gap_(ui.px(gap)) {
        for (std::size_t i = 0; i < cards.size(); ++i) {
            if (i % cards_.columns() == 0) rows_.push_back({height(), 0});
            Row& row = rows_.back();
            row.height = std::max(row.height, number_card_height(ui, cards_.width(), cards[i]));
        }
    }

    [[nodiscard]] float height() const {
        return rows_.empty() ? 0 : rows_.back().top + rows_.back().height + gap_;
    }
    [[nodiscard]] Rect place(Point corner, std::size_t index) const {
        const Row& row = rows_[index / cards_.columns()];
        Rect rect = cards_.place(corner, row.height, index % cards_.columns());
        rect.top += row.top;
        return rect;
    }

  private:
    struct Row {
        float top = 0;
        float height = 0;
    };

    // A few cards share the width rather than leave a hole at its end; one alone takes half of it.
    static std::size_t columns_of(const Ui& ui, float width, std::size_t count,
                                  NumberCardsLayout layout) {
        if (layout == NumberCardsLayout::list) return 1;
        const float narrowest = ui.px(narrowest_card) * std::min(1.6F, ui.text_scale());
        const float fitting = (width + ui.px(gap)) / (narrowest + ui.px(gap));
        return std::min(static_cast<std::size_t>(std::max(1.0F, fitting)),
                        std::max<std::size_t>(2, count));
    }

    CardGrid cards_;
    float gap_;
    std::vector<Row> rows_;
};

void draw_square(Ui& ui, const Rect& square, const NumberCard& card) {
    const Theme& theme = ui.theme();
    if (card.number == 0) {
        const float side = ui.px(64);
        ui.painter().icon(square.middle({side, side}), card.icon, theme.primary);
        return;
    }
    ui.painter().fill(square, theme.primary, ui.px(unit::radius));
    const TextScale scale(ui, 1);
    TextBlockStyle number;
    number.size = 60;
    number.weight = Weight::bold;
    number.colour = theme.on_primary;
    number.align = Align::centre;
    number.vertical = Vertical::middle;
    paint_text(ui, square.inset(ui.px(4), 0), std::to_string(card.number), number);
}

}  // namespace

float number_card_height(Ui& ui, float width, const NumberCard& card) {
    const float words = words_width(ui, width, card);
    const float height = measure_text(ui, words, card.upper, strong_text_style({}, 32)).height +
                         lower_height(ui, words, card);
    return std::max(ui.px(number_side), height) + ui.px(2 * padding);
}

bool draw_number_card(Ui& ui, const Rect& rect, const Rect& touchable, const NumberCard& card) {
    const Theme& theme = ui.theme();
    Touch touch;
    if (touchable.height > 0) {
        const std::string number = card.number > 0 ? std::to_string(card.number) + " " : "";
        touch = ui.interact({.id = card.id,
                             .label = card.said.empty() ? number + card.upper : card.said,
                             .rect = touchable,
                             .role = Role::hit});
    }
    const float radius = ui.px(28);
    Painter& painter = ui.painter();
    const bool is_marked = touch.pressed || card.is_selected;
    painter.fill(rect, is_marked ? theme.primary_tint : theme.card, radius);
    painter.outline(rect, is_marked ? theme.primary : theme.outline, ui.px(is_marked ? 4 : 2),
                    radius);
    Rect inside = rect.inset(ui.px(padding), ui.px(padding));
    const float side = ui.px(number_side);
    const Rect square = inside.take_left(side).middle({side, side});
    draw_square(ui, square, card);
    inside.take_left(ui.px(24));
    inside.take_right(ui.px(card.reserved));
    const TextBlockStyle strong = strong_text_style(theme, 32);
    const TextBlockStyle quiet = quiet_text_style(theme);
    const float upper = measure_text(ui, inside.width, card.upper, strong).height;
    const float lower = lower_height(ui, inside.width, card);
    inside.take_top(std::round((inside.height - upper - lower) / 2));
    paint_text(ui, inside.take_top(upper), card.upper, strong);
    paint_text(ui, inside.take_top(lower), card.lower, quiet);
    if (touch.focused) focus_ring(ui, touchable, radius);
    return touch.acted;
}

void bring_into_sight(const Rect& bounds, const Rect& card, Scroll& scroll) {
    if (scroll.held) return;
    const float below = card.bottom() - bounds.bottom();
    const float above = bounds.top - card.top;
    if (above <= 0.5F && below <= 0.5F) return;
    scroll.at_end = false;
    // Of a card that is higher than the room its beginning.
    scroll.offset += above > 0.5F ? -above : std::min(below, -above);
}

NumberCardsTouch draw_number_cards(Ui& ui, std::string_view id, const Rect& bounds,
                                   const std::vector<NumberCard>& cards, const Scroll& scroll,
                                   NumberCardsLayout layout, std::optional<std::size_t> in_sight) {
    const ScrolledBounds scrolled = draw_scroll(
        ui, id, bounds, [&](float width) { return Grid(ui, width, cards, layout).height(); },
        scroll);
    const Grid grid(ui, scrolled.bounds.width, cards, layout);
    NumberCardsTouch touch{std::nullopt, scrolled.scroll};
    ui.painter().clip(scrolled.bounds.inset(-ui.px(12), 0));
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const Rect rect = grid.place({scrolled.bounds.left, scrolled.top}, i);
        if (!is_in_sight(scrolled, rect)) continue;
        if (draw_number_card(ui, rect, touchable_part(ui, scrolled, rect), cards[i]) &&
            scrolled.taps_count) {
            touch.chosen = i;
        }
    }
    ui.painter().end_clip();
    end_scroll(ui, scrolled);
    if (in_sight && *in_sight < cards.size()) {
        bring_into_sight(scrolled.bounds,
                         grid.place({scrolled.bounds.left, scrolled.top}, *in_sight), touch.scroll);
    }
    return touch;
}

}  // namespace stormote
