#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_drag_controller.h"
#include "kiosk/ui/screens/board/board_layout.h"

namespace stormote {

namespace {

constexpr float column_padding = BoardLayout::padding;

using Hold = BoardHand::Hold;

class Columns {
  public:
    Columns(Ui& ui, const Rect& bounds, const BoardView& view, BoardIntents& intents)
        : ui_(ui),
          bounds_(bounds),
          view_(view),
          intents_(intents),
          layout_(ui, bounds, view),
          pan_(view.pan),
          drag_(ui, bounds, view, layout_, intents) {
        show_wanted();
        move_focus();
        pan_ = keep_within(pan_, layout_.range());
    }

    BoardMotion draw() {
        ui_.painter().clip(bounds_.inset(-ui_.px(8), 0));
        for (std::size_t i = 0; i < view_.columns().size(); ++i) draw_column(i);
        draw_cards();
        ui_.painter().end_clip();
        drag_.take_keys();
        pan_ = drag_.take_finger(pan_);
        draw_lifted();
        if (!(drag_.hand() == view_.hand)) intents_.emplace_back(HoldCard{drag_.hand()});
        return {pan_, layout_.range()};
    }

  private:
    // What was moved, and where the keys have carried something, comes into sight.
    void show_wanted() {
        const bool is_carried = view_.hand.hold == Hold::carried;
        const PlacedCard *card = layout_.find(is_carried ? view_.hand.card : view_.reveal);
        if (card != nullptr) show(*card);
    }

    void show(const PlacedCard& card) {
        // With its column, and what lies around it.
        const float around = ui_.px(column_padding);
        const Rect part{layout_.column_left(card.column), card.rect.top - around,
                        layout_.column_width(), card.rect.height + 2 * around};
        pan_ = show_part(pan_, part, {bounds_.width, layout_.cards_bounds().height});
    }

    // The keys lead from card to card, and the sheet follows: nothing is beyond them because it
    // does not show.
    void move_focus() {
        if (view_.hand.hold != Hold::nothing) return;
        const auto& cards = layout_.cards();
        const auto here = std::find_if(cards.begin(), cards.end(), [this](const auto& placed) {
            return ui_.has_keys(placed.card->id);
        });
        if (here == cards.end()) return;
        const PlacedCard *card = &*here;
        for (const KeyStroke& key : ui_.input().keys) {
            if (const PlacedCard *next = layout_.after(*card, key.kind, towards_end())) card = next;
        }
        if (card == &*here) return;
        ui_.move_focus_to(card->card->id);
        show(*card);
    }

    [[nodiscard]] KeyKind towards_end() const {
        return ui_.turned() ? KeyKind::left : KeyKind::right;
    }

    // What has no card behind it leads out of the columns.
    void keep_keys(const PlacedCard& placed) {
        const auto leads_on = [&](KeyKind key) {
            return layout_.after(placed, key, towards_end()) != nullptr;
        };
        ui_.keep_keys_for(placed.card->id, {.up = leads_on(KeyKind::up),
                                            .down = leads_on(KeyKind::down),
                                            .left = leads_on(KeyKind::left),
                                            .right = leads_on(KeyKind::right),
                                            .enter = false});
    }

    [[nodiscard]] bool is_target(const BoardColumn& column) const {
        const bool holds = view_.hand.hold == Hold::dragged || view_.hand.hold == Hold::carried;
        return holds && view_.hand.over == column.group;
    }

    void draw_column(std::size_t index) {
        const Theme& theme = ui_.theme();
        const BoardColumn& column = view_.columns()[index];
        const Rect rect{std::round(bounds_.left + layout_.column_left(index) - pan_.offset.x),
                        bounds_.top, layout_.column_width(), bounds_.height};
        if (rect.right() < bounds_.left || rect.left > bounds_.right()) return;
        const float radius = ui_.px(unit::radius);
        ui_.painter().fill(rect, is_target(column) ? theme.primary_tint : theme.key_tray, radius);
        ui_.painter().outline(rect, is_target(column) ? theme.primary : theme.hairline,
                              ui_.px(is_target(column) ? 5 : 2), radius);
        Rect head = rect;
        head.height = layout_.head();
        head = head.inset(ui_.px(BoardLayout::head_padding), ui_.px(12));
        // What stands only partly on the screen is drawn, but not written down.
        const bool shows = rect.left >= bounds_.left - 1 && rect.right() <= bounds_.right() + 1;
        const auto words = [&](const Rect& box, const std::string& text,
                               const TextBlockStyle& style) {
            if (shows) {
                draw_text(ui_, box, text, style);
            } else {
                paint_text(ui_, box, text, style);
            }
        };
        const std::string title = column_head(column);
        const float upper = measure_text(ui_, head.width, title, column_head_style({})).height;
        words(head.take_top(upper), title, column_head_style(theme));
        TextBlockStyle count = quiet_text_style(theme, 24);
        if (column.needs_care) {
            count.colour = theme.ink;
            count.role = Role::status;
            const float side = ui_.icon_px(30);
            const Rect mark = head.take_left(ui_.icon_px(40));
            ui_.painter().icon({mark.left, mark.top, side, side}, Icon::warning, theme.ink);
        }
        words(head, column.count, count);
    }

    // Where a place on the sheet is on the screen.
    [[nodiscard]] Rect on_screen(const Rect& rect) const {
        const Rect& cards = layout_.cards_bounds();
        return {std::round(cards.left + rect.left - pan_.offset.x),
                std::round(cards.top + rect.top - pan_.offset.y), rect.width, rect.height};
    }

    // The part of a card that can be touched; an empty one where it is too small.
    [[nodiscard]] Rect touchable(const Rect& rect) const {
        const Rect& cards = layout_.cards_bounds();
        const float left = std::max(rect.left, cards.left);
        const float right = std::min(rect.right(), cards.right());
        const float top = std::max(rect.top, cards.top);
        const float bottom = std::min(rect.bottom(), cards.bottom());
        const float least = ui_.px(unit::target);
        if (right - left < least || bottom - top < least) return {};
        return {left, top, right - left, bottom - top};
    }

    void draw_cards() {
        ui_.painter().clip(layout_.cards_bounds().inset(-ui_.px(8), 0));
        for (const PlacedCard& placed : layout_.cards()) {
            const Rect rect = on_screen(placed.rect);
            if (!rect.overlaps(layout_.cards_bounds())) continue;
            draw_card(placed, rect);
        }
        ui_.painter().end_clip();
    }

    void draw_card(const PlacedCard& placed, const Rect& rect) {
        const BoardCard& card = *placed.card;
        const Rect touch_rect = placed.is_gone ? Rect{} : touchable(rect);
        Touch touch;
        if (touch_rect.height > 0) {
            touch = ui_.interact({.id = card.id,
                                  .label = card_label(ui_, view_, card),
                                  .rect = touch_rect,
                                  .role = Role::hit,
                                  .selected = card.id == view_.chosen,
                                  .personal = true});
        }
        const bool is_held = view_.hand.card == card.id;
        const bool is_dragged = is_held && view_.hand.hold == Hold::dragged;
        paint_card(ui_, rect, card,
                   {.is_chosen = card.id == view_.chosen || touch.pressed,
                    .is_lifted = is_held && view_.hand.hold == Hold::carried,
                    .is_gone = placed.is_gone || is_dragged});
        if (touch.focused) focus_ring(ui_, touch_rect.inset(ui_.px(6), ui_.px(6)), ui_.px(14));
        if (touch.focused && view_.hand.hold == Hold::nothing) keep_keys(placed);
        const Pointer finger = ui_.pointer();
        if (touch.pressed && finger.change == PointerChange::down) {
            drag_.press(card.id, finger.position);
        }
        if (!touch.acted) return;
        if (finger.change == PointerChange::up) {
            if (view_.hand.hold != Hold::dragged) intents_.emplace_back(ChooseCard{card.id});
        } else if (view_.hand.hold == Hold::nothing) {
            drag_.lift(card.id);
            intents_.emplace_back(ChooseCard{card.id});
        }
    }

    // The card under the finger, above everything.
    void draw_lifted() {
        if (view_.hand.hold != Hold::dragged) return;
        const PlacedCard *placed = layout_.find(view_.hand.card);
        if (placed == nullptr) return;
        Rect rect = placed->rect;
        rect.left = std::round(view_.hand.at.x - rect.width / 2);
        rect.top = std::round(view_.hand.at.y - rect.height / 2);
        paint_card(ui_, rect, *placed->card, {.is_lifted = true});
    }

    Ui& ui_;
    Rect bounds_;
    const BoardView& view_;
    BoardIntents& intents_;
    BoardLayout layout_;
    Pan pan_;
    BoardDragController drag_;
};

}  // namespace

BoardMotion draw_columns(Ui& ui, const Rect& bounds, const BoardView& view, BoardIntents& intents) {
    return Columns(ui, bounds, view, intents).draw();
}

}  // namespace stormote
