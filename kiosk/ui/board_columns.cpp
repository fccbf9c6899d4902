#include <algorithm>
#include <cmath>

#include "kiosk/ui/board_parts.h"

namespace stormote {

namespace {

constexpr float narrowest_column = 300;
constexpr float column_gap = 16;
constexpr float card_gap = 8;
constexpr float column_padding = 10;
// A finger that lies still trembles this much, in units.
constexpr float drag_slack = 16;

using Hold = BoardHand::Hold;

WordsLook head_look(const Theme& theme) {
    WordsLook look = strong_words(theme, 26);
    look.role = Role::heading;
    return look;
}

std::string head_of(const BoardColumn& column) {
    return column.table.empty() ? column.title : column.title + " · " + column.table;
}

struct PlacedCard {
    const BoardCard *card = nullptr;
    std::size_t column = 0;
    Rect rect;  // on the sheet below the heads, which begins at its upper left corner
    bool is_gone = false;
};

// The sheet: where every column and card lies, before it is moved.
class Sheet {
  public:
    Sheet(Ui& ui, const Rect& room, const BoardView& view) : ui_(ui), view_(view) {
        gap_ = ui.px(column_gap);
        const float narrowest = ui.px(narrowest_column) * std::min(1.7F, ui.text_scale());
        const auto fitting = static_cast<float>(
            std::max(1.0F, std::floor((room.width + gap_) / (narrowest + gap_))));
        const auto all = static_cast<float>(std::max<std::size_t>(1, view.columns.size()));
        const float shown = std::min(fitting, all);
        // A few groups are not drawn out over the whole glass.
        width_ = std::min(std::floor((room.width - gap_ * (shown - 1)) / shown),
                          std::round(narrowest * 1.6F));
        whole_ = all * (width_ + gap_) - gap_;
        for (const BoardColumn& column : view.columns) {
            head_ = std::max(head_, head_height(column));
        }
        place_cards();
        cards_room_ = {room.left, room.top + head_, room.width, room.height - head_};
        range_.furthest = {std::max(0.0F, whole_ - room.width),
                           std::max(0.0F, height_ - cards_room_.height)};
        range_.step = {shown * (width_ + gap_), std::round(cards_room_.height * 0.8F)};
    }

    [[nodiscard]] float head() const { return head_; }
    [[nodiscard]] const Rect& cards_room() const { return cards_room_; }
    [[nodiscard]] const PanRange& range() const { return range_; }
    [[nodiscard]] const std::vector<PlacedCard>& cards() const { return cards_; }
    [[nodiscard]] float column_width() const { return width_; }
    [[nodiscard]] float column_left(std::size_t column) const {
        return static_cast<float>(column) * (width_ + gap_);
    }
    [[nodiscard]] std::optional<std::size_t> column_of(GroupNumber group) const {
        for (std::size_t i = 0; i < view_.columns.size(); ++i) {
            if (view_.columns[i].group == group) return i;
        }
        return std::nullopt;
    }
    // The column there on the sheet, gaps aside.
    [[nodiscard]] std::optional<std::size_t> column_at(float x) const {
        if (x < 0) return std::nullopt;
        const auto column = static_cast<std::size_t>(x / (width_ + gap_));
        if (column >= view_.columns.size()) return std::nullopt;
        return x - column_left(column) < width_ ? std::optional(column) : std::nullopt;
    }
    [[nodiscard]] const PlacedCard *find(const std::string& card) const {
        const auto found = std::find_if(cards_.begin(), cards_.end(), [&](const auto& placed) {
            return placed.card->id == card && !placed.is_gone;
        });
        return found == cards_.end() ? nullptr : &*found;
    }

  private:
    [[nodiscard]] float head_height(const BoardColumn& column) {
        const float words = width_ - ui_.px(2 * column_padding);
        return measure_words(ui_, words, head_of(column), head_look({})).height +
               measure_words(ui_, words - ui_.icon_px(40), column.count, quiet_words({}, 24))
                   .height +
               ui_.px(24);
    }

    // What the keys carry lies in the column that it would be put down in.
    void place_cards() {
        const BoardHand& hand = view_.hand;
        const BoardCard *carried = nullptr;
        if (hand.hold == Hold::carried) {
            for (const BoardColumn& column : view_.columns) {
                for (const BoardCard& card : column.cards) {
                    if (card.id == hand.card) carried = &card;
                }
            }
        }
        for (std::size_t i = 0; i < view_.columns.size(); ++i) {
            const BoardColumn& column = view_.columns[i];
            float top = ui_.px(column_padding);
            const bool is_over = carried != nullptr && hand.over == column.group;
            const bool is_own = std::any_of(column.cards.begin(), column.cards.end(),
                                            [&](const auto& card) { return &card == carried; });
            if (is_over && !is_own) place(*carried, i, top, false);
            for (const BoardCard& card : column.cards) {
                place(card, i, top, &card == carried && !is_over);
            }
            height_ = std::max(height_, top + ui_.px(column_padding));
        }
    }

    void place(const BoardCard& card, std::size_t column, float& top, bool is_gone) {
        const float padding = ui_.px(column_padding);
        const float width = width_ - 2 * padding;
        const float height = std::ceil(card_height(ui_, width, card));
        cards_.push_back(
            {&card, column, {column_left(column) + padding, top, width, height}, is_gone});
        top += height + ui_.px(card_gap);
    }

    Ui& ui_;
    const BoardView& view_;
    float gap_ = 0;
    float width_ = 0;
    float whole_ = 0;
    float head_ = 0;
    float height_ = 0;
    std::vector<PlacedCard> cards_;
    Rect cards_room_;
    PanRange range_;
};

class Columns {
  public:
    Columns(Ui& ui, const Rect& room, const BoardView& view, BoardIntents& intents)
        : ui_(ui),
          room_(room),
          view_(view),
          intents_(intents),
          sheet_(ui, room, view),
          pan_(view.pan),
          hand_(view.hand) {
        show_wanted();
        pan_ = keep_within(pan_, sheet_.range());
    }

    BoardMotion draw() {
        ui_.painter().clip(room_.inset(-ui_.px(8), 0));
        for (std::size_t i = 0; i < view_.columns.size(); ++i) draw_column(i);
        draw_cards();
        ui_.painter().end_clip();
        take_keys();
        take_finger();
        draw_lifted();
        if (!(hand_ == view_.hand)) intents_.emplace_back(HoldCard{hand_});
        return {pan_, sheet_.range()};
    }

  private:
    // What was moved, and where the keys have carried something, comes into sight.
    void show_wanted() {
        const bool is_carried = view_.hand.hold == Hold::carried;
        const PlacedCard *card = sheet_.find(is_carried ? view_.hand.card : view_.reveal);
        if (card == nullptr) return;
        // With its column, and what lies around it.
        const float around = ui_.px(column_padding);
        const Rect part{sheet_.column_left(card->column), card->rect.top - around,
                        sheet_.column_width(), card->rect.height + 2 * around};
        pan_ = show_part(pan_, part, {room_.width, sheet_.cards_room().height});
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
        head = head.inset(ui_.px(column_padding + 6), ui_.px(12));
        // What stands only partly on the glass is drawn, but not written down.
        const bool shows = rect.left >= room_.left - 1 && rect.right() <= room_.right() + 1;
        const auto words = [&](const Rect& box, const std::string& text, const WordsLook& look) {
            if (shows) {
                draw_words(ui_, box, text, look);
            } else {
                paint_words(ui_, box, text, look);
            }
        };
        const std::string title = head_of(column);
        const float upper = measure_words(ui_, head.width, title, head_look({})).height;
        words(head.take_top(upper), title, head_look(theme));
        WordsLook count = quiet_words(theme, 24);
        if (column.is_overfull) {
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
        const Pointer finger = ui_.pointer();
        if (touch.pressed && finger.change == PointerChange::down) {
            is_card_pressed_ = true;
            hand_ = {Hold::pressed, card.id, finger.position, finger.position,
                     view_.columns[placed.column].group};
        }
        if (!touch.acted) return;
        if (finger.change == PointerChange::up) {
            if (view_.hand.hold != Hold::dragged) intents_.emplace_back(ChooseCard{card.id});
        } else if (view_.hand.hold == Hold::nothing) {
            hand_ = {Hold::carried, card.id, {}, {}, view_.columns[placed.column].group};
            ui_.keep_keys_for(card.id, {.up = false, .down = false});
            intents_.emplace_back(ChooseCard{card.id});
        }
    }

    [[nodiscard]] GroupNumber group_of_card(const std::string& id) const {
        for (const BoardColumn& column : view_.columns) {
            for (const BoardCard& card : column.cards) {
                if (card.id == id) return column.group;
            }
        }
        return 0;
    }

    // The keys carry a card from column to column.
    void take_keys() {
        if (view_.hand.hold != Hold::carried) return;
        const bool is_left_to_others = ui_.pointer().change == PointerChange::down ||
                                       ui_.pressed(KeyKind::next) || ui_.pressed(KeyKind::previous);
        if (is_left_to_others || ui_.pressed(KeyKind::escape) ||
            sheet_.find(view_.hand.card) == nullptr) {
            if (hand_.hold == Hold::carried) hand_ = {};
            return;
        }
        if (ui_.pressed(KeyKind::enter)) {
            drop();
            return;
        }
        ui_.keep_keys_for(view_.hand.card);
        const int towards_end = ui_.turned() ? -1 : 1;
        if (ui_.pressed(KeyKind::right)) carry_on(towards_end);
        if (ui_.pressed(KeyKind::left)) carry_on(-towards_end);
    }

    void carry_on(int columns) {
        const auto here = sheet_.column_of(view_.hand.over.value_or(0));
        const int last = static_cast<int>(view_.columns.size()) - 1;
        const int next = std::clamp(static_cast<int>(here.value_or(0)) + columns, 0, last);
        hand_.over = view_.columns[static_cast<std::size_t>(next)].group;
    }

    void drop() {
        const GroupNumber own = group_of_card(view_.hand.card);
        if (view_.hand.over && *view_.hand.over != own) {
            intents_.emplace_back(DropCard{view_.hand.card, *view_.hand.over});
        }
        hand_ = {};
    }

    // A finger drags a card, or moves the sheet.
    void take_finger() {
        const Pointer finger = ui_.pointer();
        const bool was_held = view_.hand.hold == Hold::pressed || view_.hand.hold == Hold::dragged;
        if (!was_held) {
            if (!is_card_pressed_) pan_ = follow_finger(ui_, room_, sheet_.range(), pan_);
            return;
        }
        if (finger.change == PointerChange::displaced ||
            (!finger.down && finger.change != PointerChange::up)) {
            hand_ = {};
            return;
        }
        hand_.at = finger.position;
        const Point way{finger.position.x - view_.hand.from.x,
                        finger.position.y - view_.hand.from.y};
        const bool has_moved = std::hypot(way.x, way.y) > ui_.px(drag_slack);
        if (hand_.hold == Hold::pressed && has_moved) hand_.hold = Hold::dragged;
        if (hand_.hold == Hold::dragged) {
            hand_.over.reset();
            if (const auto column = column_under(finger.position)) {
                hand_.over = view_.columns[*column].group;
            }
        }
        if (finger.change == PointerChange::up) {
            const bool is_drop = hand_.hold == Hold::dragged && hand_.over &&
                                 *hand_.over != group_of_card(hand_.card);
            if (is_drop) intents_.emplace_back(DropCard{hand_.card, *hand_.over});
            hand_ = {};
            return;
        }
        if (hand_.hold == Hold::dragged) {
            pan_ = pull_at_edge(ui_, room_, sheet_.range(), pan_);
        }
    }

    [[nodiscard]] std::optional<std::size_t> column_under(Point point) const {
        if (!room_.contains(point)) return std::nullopt;
        return sheet_.column_at(point.x - room_.left + pan_.offset.x);
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
    Sheet sheet_;
    Pan pan_;
    BoardHand hand_;
    bool is_card_pressed_ = false;
};

}  // namespace

BoardMotion draw_columns(Ui& ui, const Rect& room, const BoardView& view, BoardIntents& intents) {
    return Columns(ui, room, view, intents).draw();
}

}  // namespace stormote
