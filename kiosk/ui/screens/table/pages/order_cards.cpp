#include "kiosk/ui/screens/table/pages/order_cards.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/pan_area.h"

namespace stormote {

namespace {

using Hold = CardHand::Hold;

constexpr float gap = 24;
constexpr float handle_width = 96;
// A finger that lies still trembles this much, in units.
constexpr float drag_slack = 16;

std::vector<float> heights_at(Ui& ui, float width, const std::vector<NumberCard>& cards) {
    std::vector<float> heights;
    heights.reserve(cards.size());
    for (const NumberCard& card : cards) heights.push_back(number_card_height(ui, width, card));
    return heights;
}

float height_of(const Ui& ui, const std::vector<float>& heights) {
    float height = 0;
    for (const float each : heights) height += each + ui.px(gap);
    return height;
}

Rect handle_of(const Ui& ui, Rect card) {
    return card.take_right(ui.px(handle_width));
}

// Of a card that would stand nowhere else but here among the others, with its upper edge there.
std::size_t nearest_place(const Ui& ui, std::vector<float> heights, std::size_t held, float edge) {
    heights.erase(heights.begin() + static_cast<std::ptrdiff_t>(held));
    std::size_t nearest = 0;
    float top = 0;
    float least = std::abs(edge);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        top += heights[i] + ui.px(gap);
        if (std::abs(edge - top) >= least) continue;
        least = std::abs(edge - top);
        nearest = i + 1;
    }
    return nearest;
}

void draw_handle(Ui& ui, const Rect& card) {
    const Rect handle = handle_of(ui, card);
    const Rect bars = handle.middle({ui.px(40), ui.px(34)});
    for (int i = 0; i < 3; ++i) {
        const float top = bars.top + static_cast<float>(i) * ui.px(14);
        ui.painter().fill({bars.left, top, bars.width, ui.px(6)}, ui.theme().ink_secondary,
                          ui.px(3));
    }
}

void draw_opening(Ui& ui, const Rect& place) {
    ui.painter().outline(place, ui.theme().outline, ui.px(3), ui.px(28));
}

void draw_in_hand(Ui& ui, Rect column, const std::vector<float>& heights,
                  const std::vector<NumberCard>& cards, const CardHand& hand) {
    const std::size_t held = shown_place(hand);
    if (held >= cards.size()) return;
    NumberCard card = cards[held];
    card.is_selected = true;
    const Point finger = ui.pointer().down ? ui.pointer().position : hand.at;
    column.top = finger.y - hand.grip;
    column.height = heights[held];
    draw_number_card(ui, column, {}, card);
    draw_handle(ui, column);
}

// What the finger has done with the card that it holds.
CardHand follow(const Ui& ui, const ScrolledBounds& scrolled, const std::vector<float>& heights,
                CardHand hand, OrderCardsTouch& touch) {
    const Pointer finger = ui.pointer();
    const bool is_lost = finger.change == PointerChange::displaced ||
                         (!finger.down && finger.change != PointerChange::up);
    if (is_lost || ui.pressed(KeyKind::escape)) return {};
    const Point at = finger.position;
    hand.at = at;
    const bool has_moved = std::hypot(at.x - hand.from.x, at.y - hand.from.y) > ui.px(drag_slack);
    if (hand.hold == Hold::pressed && has_moved) hand.hold = Hold::dragged;
    if (hand.hold == Hold::dragged) {
        const std::size_t held = shown_place(hand);
        hand.to.reset();
        if (scrolled.bounds.contains(at)) {
            hand.to = nearest_place(ui, heights, held, at.y - hand.grip - scrolled.top);
        }
    }
    if (finger.change != PointerChange::up) return hand;
    if (hand.hold == Hold::dragged) touch.put_at = hand.to;
    return {};
}

Scroll pull_list(Ui& ui, const ScrolledBounds& scrolled, float height, Scroll scroll) {
    const float furthest = std::max(0.0F, height - scrolled.bounds.height);
    Pan pan;
    pan.offset.y = scroll.offset;
    scroll.offset = pull_at_edge(ui, scrolled.bounds, {{0, furthest}, {}}, pan).offset.y;
    scroll.at_end = false;
    return scroll;
}

}  // namespace

std::size_t shown_place(const CardHand& hand) {
    return hand.hold == Hold::dragged ? hand.to.value_or(hand.card) : hand.card;
}

OrderCardsTouch draw_order_cards(Ui& ui, const Rect& bounds, std::vector<NumberCard> cards,
                                 const Scroll& scroll, const CardHand& hand,
                                 std::optional<std::size_t> in_sight) {
    for (NumberCard& card : cards) card.reserved = handle_width;
    const ScrolledBounds scrolled = draw_scroll(
        ui, "order", bounds,
        [&](float width) { return height_of(ui, heights_at(ui, width, cards)); }, scroll);
    const std::vector<float> heights = heights_at(ui, scrolled.bounds.width, cards);
    OrderCardsTouch touch{std::nullopt, std::nullopt, scrolled.scroll, hand};
    const bool is_held = hand.hold != Hold::nothing;
    const bool is_dragged = hand.hold == Hold::dragged;
    const Pointer finger = ui.pointer();
    if (is_held) touch.hand = follow(ui, scrolled, heights, hand, touch);
    Rect place{scrolled.bounds.left, scrolled.top, scrolled.bounds.width, 0};
    ui.painter().clip(scrolled.bounds.inset(-ui.px(12), 0));
    for (std::size_t i = 0; i < cards.size(); ++i) {
        place.height = heights[i];
        const Rect rect = place;
        place.top = rect.bottom() + ui.px(gap);
        if (in_sight == i && !is_held) bring_into_sight(scrolled.bounds, rect, touch.scroll);
        if (!is_in_sight(scrolled, rect)) continue;
        if (is_dragged && i == shown_place(hand)) {
            draw_opening(ui, rect);
            continue;
        }
        const Rect touchable = touchable_part(ui, scrolled, rect);
        const bool is_tapped = draw_number_card(ui, rect, touchable, cards[i]);
        if (is_tapped && scrolled.taps_count && !is_dragged) touch.chosen = i;
        draw_handle(ui, rect);
        const bool is_taken = !is_held && finger.change == PointerChange::down &&
                              touchable.contains(finger.position) &&
                              handle_of(ui, rect).contains(finger.position);
        if (!is_taken) continue;
        touch.hand = {
            Hold::pressed, i, finger.position, finger.position, finger.position.y - rect.top, {}};
        // The finger moves the card, and not the list.
        touch.scroll.held = false;
    }
    ui.painter().end_clip();
    end_scroll(ui, scrolled);
    if (touch.hand.hold == Hold::dragged) {
        touch.scroll = pull_list(ui, scrolled, height_of(ui, heights), touch.scroll);
    }
    if (is_dragged) draw_in_hand(ui, place, heights, cards, hand);
    return touch;
}

}  // namespace stormote
