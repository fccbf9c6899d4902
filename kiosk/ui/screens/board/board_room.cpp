#include "kiosk/ui/screens/board/board_room.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_drag_controller.h"
#include "kiosk/ui/screens/common/room/room_floor.h"

namespace stormote {

namespace {

using Hold = BoardHand::Hold;

// A finger that lies still trembles this much, in units.
constexpr float pan_slack = 16;

// Keeps the plan as it is while it lives, where there is one.
class PlanAsItIs {
  public:
    PlanAsItIs(Ui& ui, bool has_plan, const Rect& bounds) {
        if (has_plan) as_it_is_.emplace(ui.painter().mirror(), bounds);
    }

  private:
    std::optional<Unturned> as_it_is_;
};

}  // namespace

BoardRoom::BoardRoom(Ui& ui, const Rect& bounds, const BoardView& view, BoardIntents& intents)
    : ui_(ui),
      bounds_(bounds),
      view_(view),
      intents_(intents),
      layout_(ui, bounds, view),
      pan_(view.pan) {
    const PlanAsItIs as_it_is(ui_, layout_.plan() != nullptr, bounds_);
    show_wanted();
    move_focus();
    pan_ = keep_within(pan_, layout_.range());
}

void BoardRoom::draw() {
    const PlanAsItIs as_it_is(ui_, layout_.plan() != nullptr, bounds_);
    ui_.painter().clip(bounds_.inset(-ui_.px(8), -ui_.px(8)));
    draw_floor();
    for (const PlacedTable& table : layout_.tables()) {
        const PlacedTable placed = on_screen(table);
        if (placed.rect.overlaps(bounds_)) draw_table(placed);
    }
    ui_.painter().end_clip();
}

// What was opened or closed, and the table of somebody who was moved, comes into sight.
void BoardRoom::show_wanted() {
    if (view_.reveal.empty()) return;
    for (const PlacedTable& table : layout_.tables()) {
        const auto& cards = table.column->cards;
        const bool is_it = table_id(table.column->group) == view_.reveal;
        if (is_it && ui_.is_moved_by_keys()) ui_.move_focus_to(view_.reveal);
        if (is_it || std::any_of(cards.begin(), cards.end(), [this](const BoardCard& card) {
                return card.id == view_.reveal;
            })) {
            show(table);
        }
    }
}

void BoardRoom::show(const PlacedTable& table) {
    const float around = ui_.px(unit::gap);
    pan_ = show_part(pan_, table.rect.inset(-around, -around), {bounds_.width, bounds_.height});
}

KeyKind BoardRoom::as_laid_out(KeyKind key) const {
    if (!ui_.turned()) return key;
    if (key == KeyKind::left) return KeyKind::right;
    return key == KeyKind::right ? KeyKind::left : key;
}

// The keys lead from table to table, and the sheet follows.
void BoardRoom::move_focus() {
    const auto& tables = layout_.tables();
    const auto here = std::find_if(tables.begin(), tables.end(), [this](const auto& table) {
        return ui_.has_keys(table_id(table.column->group));
    });
    if (here == tables.end()) return;
    const PlacedTable *table = &*here;
    for (const KeyStroke& key : ui_.input().keys) {
        if (const auto *next = layout_.after(*table, as_laid_out(key.kind))) table = next;
    }
    if (table == &*here) return;
    ui_.move_focus_to(table_id(table->column->group));
    show(*table);
}

// What has no table behind it leads out of the room.
void BoardRoom::keep_keys(const PlacedTable& placed) {
    const PlacedTable *table = layout_.find(placed.column->group);
    if (table == nullptr) return;
    const auto leads_on = [&](KeyKind key) {
        return layout_.after(*table, as_laid_out(key)) != nullptr;
    };
    ui_.keep_keys_for(table_id(placed.column->group), {.up = leads_on(KeyKind::up),
                                                       .down = leads_on(KeyKind::down),
                                                       .left = leads_on(KeyKind::left),
                                                       .right = leads_on(KeyKind::right),
                                                       .enter = false});
}

PlacedTable BoardRoom::on_screen(const PlacedTable& table) const {
    const Point way{std::round(bounds_.left - pan_.offset.x),
                    std::round(bounds_.top - pan_.offset.y)};
    PlacedTable placed = table;
    placed.rect.left += way.x;
    placed.rect.top += way.y;
    placed.centre = {table.centre.x + way.x, table.centre.y + way.y};
    return placed;
}

// The part of a table that can be touched; an empty one where it is too small.
Rect BoardRoom::touchable(const Rect& rect) const {
    const float left = std::max(rect.left, bounds_.left);
    const float right = std::min(rect.right(), bounds_.right());
    const float top = std::max(rect.top, bounds_.top);
    const float bottom = std::min(rect.bottom(), bounds_.bottom());
    const float least = ui_.px(unit::target);
    if (right - left < least || bottom - top < least) return {};
    return {left, top, right - left, bottom - top};
}

void BoardRoom::draw_floor() {
    Rect floor = layout_.floor();
    floor.left += std::round(bounds_.left - pan_.offset.x);
    floor.top += std::round(bounds_.top - pan_.offset.y);
    if (layout_.plan() == nullptr) {
        ui_.painter().fill(floor, ui_.theme().room, ui_.px(unit::radius));
        ui_.painter().outline(floor, ui_.theme().hairline, ui_.px(2), ui_.px(unit::radius));
        return;
    }
    const SeatingMap& plan = *layout_.plan();
    const RoomFloor picture(ui_, plan, floor, layout_.scale(), bounds_);
    const auto is_free = [this](const Rect& rect) {
        const auto& tables = layout_.tables();
        return std::none_of(tables.begin(), tables.end(), [&](const auto& table) {
            return on_screen(table).rect.overlaps(rect.inset(-2, -2));
        });
    };
    picture.draw_ground();
    const auto stage = picture.stage_box();
    if (stage && is_free(*stage)) picture.draw_stage();
    picture.draw_marks(is_free);
    if (plan.entrance) {
        picture.draw_mark(*plan.entrance, std::nullopt, ui_.say(Sentence{"Entrance"}), is_free);
    }
}

TableLook BoardRoom::look_of(const BoardColumn& column) const {
    TableLook look;
    look.is_open = view_.opened == column.group;
    const bool is_over = view_.hand.hold == Hold::dragged && view_.hand.over == column.group;
    const auto& cards = column.cards;
    const bool is_own =
        is_over && std::any_of(cards.begin(), cards.end(),
                               [this](const auto& card) { return card.id == view_.hand.card; });
    look.is_aimed = (is_over && !is_own) || view_.aimed == column.group;
    if (look.is_aimed) look.becomes = ui_.say(Sentence{"will be {}"}, cards.size() + 1);
    return look;
}

void BoardRoom::draw_table(const PlacedTable& placed) {
    const BoardColumn& column = *placed.column;
    const Rect touch_rect = touchable(placed.rect);
    Touch touch;
    if (touch_rect.height > 0) {
        touch = ui_.interact({.id = table_id(column.group),
                              .label = column.spoken,
                              .rect = touch_rect,
                              .selected = view_.opened == column.group});
    }
    TableLook look = look_of(column);
    look.is_open = look.is_open || touch.pressed;
    paint_table(ui_, placed, look);
    if (touch.focused) {
        focus_ring(ui_, touch_rect, ui_.px(18));
        if (view_.hand.hold == Hold::nothing) keep_keys(placed);
    }
    if (touch.acted && !has_panned()) tap(column);
}

bool BoardRoom::has_panned() const {
    if (ui_.pointer().change != PointerChange::up || !view_.pan.held) return false;
    const Point finger = ui_.pointer().position;
    return std::hypot(finger.x - view_.pan.held_at.x, finger.y - view_.pan.held_at.y) >
           ui_.px(pan_slack);
}

// Where the panel asks for a group, the table is the answer.
void BoardRoom::tap(const BoardColumn& column) {
    const auto& groups = view_.panel.groups;
    const bool is_answer = std::any_of(groups.begin(), groups.end(), [&](const auto& group) {
        return group.first == column.group;
    });
    if (is_answer) {
        intents_.emplace_back(ChooseBoardGroup{column.group});
    } else if (groups.empty()) {
        intents_.emplace_back(OpenBoardTable{column.group});
    }
}

Pan BoardRoom::take_finger(const std::string& pressed_card, Pan pan) {
    const PlanAsItIs as_it_is(ui_, layout_.plan() != nullptr, bounds_);
    BoardDragController drag(ui_, bounds_, view_, layout_, intents_);
    if (!pressed_card.empty()) drag.press(pressed_card, ui_.pointer().position);
    pan = drag.take_finger(pan);
    draw_lifted();
    if (!(drag.hand() == view_.hand)) intents_.emplace_back(HoldCard{drag.hand()});
    return pan;
}

// The card under the finger, above everything.
void BoardRoom::draw_lifted() {
    if (view_.hand.hold != Hold::dragged) return;
    const BoardCard *card = view_.find_card(view_.hand.card);
    if (card == nullptr) return;
    const float width = std::round(ui_.px(340) * std::min(1.7F, ui_.text_scale()));
    const float height = std::ceil(card_height(ui_, width, *card));
    paint_card(ui_,
               {std::round(view_.hand.at.x - width / 2), std::round(view_.hand.at.y - height / 2),
                width, height},
               *card, {.is_lifted = true});
}

}  // namespace stormote
