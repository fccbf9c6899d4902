#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_grip.h"

namespace stormote {

namespace {

constexpr float column_padding = BoardSheet::padding;

using Hold = BoardHand::Hold;

class Columns {
  public:
    Columns(Ui& ui, const Rect& room, const BoardView& view, BoardIntents& intents)
        : ui_(ui),
          room_(room),
          view_(view),
          intents_(intents),
          sheet_(ui, room, view),
          pan_(view.pan),
          grip_(ui, room, view, sheet_, intents) {
        show_wanted();
        move_focus();
        pan_ = keep_within(pan_, sheet_.range());
    }

    BoardMotion draw() {
        ui_.painter().clip(room_.inset(-ui_.px(8), 0));
        for (std::size_t i = 0; i < view_.columns.size(); ++i) draw_column(i);
        draw_cards();
        ui_.painter().end_clip();
        grip_.take_keys();
        pan_ = grip_.take_finger(pan_);
        draw_lifted();
        if (!(grip_.hand() == view_.hand)) intents_.emplace_back(HoldCard{grip_.hand()});
        return {pan_, sheet_.range()};
    }

  private:
    // What was moved, and where the keys have carried something, comes into sight.
    void show_wanted() {
        const bool is_carried = view_.hand.hold == Hold::carried;
        const PlacedCard *card = sheet_.find(is_carried ? view_.hand.card : view_.reveal);
        if (card != nullptr) show(*card);
    }

    void show(const PlacedCard& card) {
        // With its column, and what lies around it.
        const float around = ui_.px(column_padding);
        const Rect part{sheet_.column_left(card.column), card.rect.top - around,
                        sheet_.column_width(), card.rect.height + 2 * around};
        pan_ = show_part(pan_, part, {room_.width, sheet_.cards_room().height});
    }

    // The keys lead from card to card, and the sheet follows: nothing is beyond them because it
    // does not show.
    void move_focus() {
        if (view_.hand.hold != Hold::nothing) return;
        const auto& cards = sheet_.cards();
        const auto here = std::find_if(cards.begin(), cards.end(), [this](const auto& placed) {
            return ui_.has_keys(placed.card->id);
        });
        if (here == cards.end()) return;
        const PlacedCard *card = &*here;
        for (const KeyStroke& key : ui_.input().keys) {
            if (const PlacedCard *next = sheet_.after(*card, key.kind, towards_end())) card = next;
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
            return sheet_.after(placed, key, towards_end()) != nullptr;
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
        const BoardColumn& column = view_.columns[index];
        const Rect rect{std::round(room_.left + sheet_.column_left(index) - pan_.offset.x),
                        room_.top, sheet_.column_width(), room_.height};
        if (rect.right() < room_.left || rect.left > room_.right()) return;
        const float radius = ui_.px(unit::radius);
        ui_.painter().fill(rect, is_target(column) ? theme.primary_tint : theme.key_tray, radius);
        ui_.painter().outline(rect, is_target(column) ? theme.primary : theme.hairline,
                              ui_.px(is_target(column) ? 5 : 2), radius);
        Rect head = rect;
        head.height = sheet_.head();
        head = head.inset(ui_.px(BoardSheet::head_padding), ui_.px(12));
        // What stands only partly on the glass is drawn, but not written down.
        const bool shows = rect.left >= room_.left - 1 && rect.right() <= room_.right() + 1;
        const auto words = [&](const Rect& box, const std::string& text, const WordsLook& look) {
            if (shows) {
                draw_words(ui_, box, text, look);
            } else {
                paint_words(ui_, box, text, look);
            }
        };
        const std::string title = column_head(column);
        const float upper = measure_words(ui_, head.width, title, column_head_look({})).height;
        words(head.take_top(upper), title, column_head_look(theme));
        WordsLook count = quiet_words(theme, 24);
        if (column.needs_care) {
            count.colour = theme.ink;
            count.role = Role::status;
            const float side = ui_.icon_px(30);
            const Rect mark = head.take_left(ui_.icon_px(40));
            ui_.painter().icon({mark.left, mark.top, side, side}, Icon::warning, theme.ink);
        }
        words(head, column.count, count);
    }

    // Where a place on the sheet is on the glass.
    [[nodiscard]] Rect on_glass(const Rect& rect) const {
        const Rect& cards = sheet_.cards_room();
        return {std::round(cards.left + rect.left - pan_.offset.x),
                std::round(cards.top + rect.top - pan_.offset.y), rect.width, rect.height};
    }

    // The part of a card that can be touched; an empty one where it is too small.
    [[nodiscard]] Rect touchable(const Rect& rect) const {
        const Rect& cards = sheet_.cards_room();
        const float left = std::max(rect.left, cards.left);
        const float right = std::min(rect.right(), cards.right());
        const float top = std::max(rect.top, cards.top);
        const float bottom = std::min(rect.bottom(), cards.bottom());
        const float least = ui_.px(unit::target);
        if (right - left < least || bottom - top < least) return {};
        return {left, top, right - left, bottom - top};
    }

    void draw_cards() {
        ui_.painter().clip(sheet_.cards_room().inset(-ui_.px(8), 0));
        for (const PlacedCard& placed : sheet_.cards()) {
            const Rect rect = on_glass(placed.rect);
            if (!rect.overlaps(sheet_.cards_room())) continue;
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
            grip_.press(placed, finger.position);
        }
        if (!touch.acted) return;
        if (finger.change == PointerChange::up) {
            if (view_.hand.hold != Hold::dragged) intents_.emplace_back(ChooseCard{card.id});
        } else if (view_.hand.hold == Hold::nothing) {
            grip_.lift(placed);
            intents_.emplace_back(ChooseCard{card.id});
        }
    }

    // The card under the finger, above everything.
    void draw_lifted() {
        if (view_.hand.hold != Hold::dragged) return;
        const PlacedCard *placed = sheet_.find(view_.hand.card);
        if (placed == nullptr) return;
        Rect rect = placed->rect;
        rect.left = std::round(view_.hand.at.x - rect.width / 2);
        rect.top = std::round(view_.hand.at.y - rect.height / 2);
        paint_card(ui_, rect, *placed->card, {.is_lifted = true});
    }

    Ui& ui_;
    Rect room_;
    const BoardView& view_;
    BoardIntents& intents_;
    BoardSheet sheet_;
    Pan pan_;
    BoardGrip grip_;
};

}  // namespace

BoardMotion draw_columns(Ui& ui, const Rect& room, const BoardView& view, BoardIntents& intents) {
    return Columns(ui, room, view, intents).draw();
}

}  // namespace stormote
