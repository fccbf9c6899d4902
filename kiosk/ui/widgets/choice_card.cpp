#include "kiosk/ui/widgets/choice_card.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float badge_radius = 44;
constexpr float mark_side = 40;
constexpr float tallest = 220;

Column words_column(Ui& ui, Size bounds, const ChoiceCard& of) {
    return fit_column(ui, bounds, [&](Column& column) {
        TextBlockStyle title = strong_text_style(ui.theme(), unit::heading);
        title.role = of.is_done ? Role::text : Role::heading;
        column.words(of.title, title);
        column.gap(4);
        column.words(of.sentence, quiet_text_style(ui.theme(), unit::body));
    });
}

Rect words_bounds(const Ui& ui, const Rect& rect) {
    Rect inside = rect.inset(ui.px(36), ui.px(16));
    inside.take_left(ui.px(2 * badge_radius + 32));
    inside.take_right(ui.px(mark_side + 16));
    return inside;
}

// The words of a target are its label: painted, but not written down a second time.
void paint_column(Ui& ui, const Rect& rect, const ChoiceCard& of) {
    const Rect inside = words_bounds(ui, rect);
    const TextBlockStyle title = strong_text_style(ui.theme(), unit::heading);
    const TextBlockStyle quiet = quiet_text_style(ui.theme(), unit::body);
    const float upper = measure_text(ui, inside.width, of.title, title).height;
    const float lower = measure_text(ui, inside.width, of.sentence, quiet).height;
    const float top = inside.centre().y - std::round((upper + ui.px(4) + lower) / 2);
    paint_text(ui, {inside.left, top, inside.width, upper}, of.title, title);
    paint_text(ui, {inside.left, top + upper + ui.px(4), inside.width, lower}, of.sentence, quiet);
}

void draw_closed(Ui& ui, const Rect& rect, const ChoiceCard& of) {
    const Theme& theme = ui.theme();
    card(ui, rect);
    const Point centre{rect.left + ui.px(36 + badge_radius), rect.centre().y};
    if (of.is_done) {
        badge(ui, centre, ui.px(badge_radius), Icon::check, theme.success, theme.success_ground);
    } else {
        badge(ui, centre, ui.px(badge_radius), of.icon, theme.primary, theme.primary_tint);
    }
    const Rect inside = words_bounds(ui, rect);
    const Column column = words_column(ui, {inside.width, inside.height}, of);
    column.draw({inside.left, inside.top + std::round((inside.height - column.height()) / 2)});
}

bool draw_open(Ui& ui, const Rect& rect, const ChoiceCard& of) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(28);
    const Touch touch =
        ui.interact({.id = of.id, .label = of.title + ". " + of.sentence, .rect = rect});
    ui.painter().fill(rect, touch.pressed ? theme.primary_tint : theme.card, radius);
    ui.painter().outline(rect, theme.primary, ui.px(3), radius);
    badge(ui, {rect.left + ui.px(36 + badge_radius), rect.centre().y}, ui.px(badge_radius), of.icon,
          theme.primary, theme.primary_tint);
    paint_column(ui, rect, of);
    const float side = ui.px(mark_side);
    ui.painter().icon({rect.right() - ui.px(36) - side, rect.centre().y - side / 2, side, side},
                      Icon::forward, theme.primary);
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

}  // namespace

std::optional<std::size_t> draw_choice_cards(Ui& ui, const Rect& bounds,
                                             const std::vector<ChoiceCard>& cards) {
    const CardGrid grid(bounds.width, ui.metrics().portrait() ? 1 : 2, ui.px(24));
    // Larger letters get more room.
    const float most = ui.px(tallest) * std::max(1.0F, ui.text_scale());
    const float height = std::min(most, grid.share_of(bounds.height, cards.size()));
    const Rect inside = words_bounds(ui, {0, 0, grid.width(), height});
    float text_scale = ui.text_scale();
    for (const ChoiceCard& each : cards) {
        const Column column = words_column(ui, {inside.width, inside.height}, each);
        text_scale = std::min(text_scale, column.text_scale());
    }
    const TextScale scale(ui, text_scale);
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const Rect rect = grid.place({bounds.left, bounds.top}, height, i);
        if (cards[i].is_done || cards[i].is_told) {
            draw_closed(ui, rect, cards[i]);
        } else if (draw_open(ui, rect, cards[i])) {
            chosen = i;
        }
    }
    return chosen;
}

}  // namespace stormote
