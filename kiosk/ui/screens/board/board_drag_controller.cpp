#include "kiosk/ui/screens/board/board_drag_controller.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

// A finger that lies still trembles this much, in units.
constexpr float drag_slack = 16;

using Hold = BoardHand::Hold;

GroupNumber group_of_card(const BoardView& view, const std::string& id) {
    for (const BoardColumn& column : view.columns()) {
        for (const BoardCard& card : column.cards) {
            if (card.id == id) return column.group;
        }
    }
    return 0;
}

}  // namespace

void BoardDragController::press(const std::string& card, Point at) {
    is_card_pressed_ = true;
    hand_ = {Hold::pressed, card, at, at, group_of_card(view_, card)};
}

void BoardDragController::lift(const std::string& card) {
    hand_ = {Hold::carried, card, {}, {}, group_of_card(view_, card)};
    ui_.keep_keys_for(card, {.up = false, .down = false});
}

void BoardDragController::take_keys() {
    if (view_.hand.hold != Hold::carried) return;
    const bool is_left_to_others = ui_.pointer().change == PointerChange::down ||
                                   ui_.pressed(KeyKind::next) || ui_.pressed(KeyKind::previous);
    if (is_left_to_others || ui_.pressed(KeyKind::escape) ||
        view_.find_card(view_.hand.card) == nullptr) {
        if (hand_.hold == Hold::carried) hand_ = {};
        return;
    }
    if (ui_.pressed(KeyKind::enter)) {
        drop();
        return;
    }
    ui_.keep_keys_for(view_.hand.card);
    const int step = ui_.turned() ? -1 : 1;
    if (ui_.pressed(KeyKind::right)) carry_on(step);
    if (ui_.pressed(KeyKind::left)) carry_on(-step);
}

void BoardDragController::carry_on(int columns) {
    const auto& all = view_.columns();
    const auto here = std::find_if(all.begin(), all.end(), [this](const BoardColumn& column) {
        return column.group == view_.hand.over.value_or(0);
    });
    const auto count = static_cast<int>(all.size());
    int next = here == all.end() ? columns : static_cast<int>(here - all.begin()) + columns;
    while (next >= 0 && next < count && !takes(all[static_cast<std::size_t>(next)])) {
        next += columns;
    }
    if (next < 0 || next >= count) return;
    hand_.over = all[static_cast<std::size_t>(next)].group;
}

bool BoardDragController::takes(const BoardColumn& column) const {
    return !column.is_closed || column.group == group_of_card(view_, view_.hand.card);
}

void BoardDragController::drop() {
    const GroupNumber own = group_of_card(view_, view_.hand.card);
    if (view_.hand.over && *view_.hand.over != own) {
        intents_.emplace_back(DropCard{view_.hand.card, *view_.hand.over});
    }
    hand_ = {};
}

Pan BoardDragController::take_finger(Pan pan) {
    const Pointer finger = ui_.pointer();
    const bool was_held = view_.hand.hold == Hold::pressed || view_.hand.hold == Hold::dragged;
    if (!was_held) {
        return is_card_pressed_ ? pan : follow_finger(ui_, bounds_, sheet_.range(), pan);
    }
    if (finger.change == PointerChange::displaced ||
        (!finger.down && finger.change != PointerChange::up)) {
        hand_ = {};
        return pan;
    }
    drag_to(finger.position, pan);
    if (finger.change == PointerChange::up) {
        const bool is_drop = hand_.hold == Hold::dragged && hand_.over &&
                             *hand_.over != group_of_card(view_, hand_.card);
        if (is_drop) intents_.emplace_back(DropCard{hand_.card, *hand_.over});
        hand_ = {};
    }
    return hand_.hold == Hold::dragged ? pull_at_edge(ui_, bounds_, sheet_.range(), pan) : pan;
}

void BoardDragController::drag_to(Point point, const Pan& pan) {
    hand_.at = point;
    const Point way{point.x - view_.hand.from.x, point.y - view_.hand.from.y};
    const bool has_moved = std::hypot(way.x, way.y) > ui_.px(drag_slack);
    if (hand_.hold == Hold::pressed && has_moved) hand_.hold = Hold::dragged;
    if (hand_.hold != Hold::dragged) return;
    hand_.over.reset();
    const auto group = group_under(point, pan);
    const BoardColumn *column = group ? view_.column_of(*group) : nullptr;
    if (column != nullptr && takes(*column)) hand_.over = group;
}

std::optional<GroupNumber> BoardDragController::group_under(Point point, const Pan& pan) const {
    if (!bounds_.contains(point)) return std::nullopt;
    return sheet_.group_at(
        {point.x - bounds_.left + pan.offset.x, point.y - bounds_.top + pan.offset.y});
}

}  // namespace stormote
