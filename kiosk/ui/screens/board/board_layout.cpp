#include "kiosk/ui/screens/board/board_layout.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

constexpr float narrowest_column = 300;
constexpr float column_gap = 16;
constexpr float card_gap = 8;

using Hold = BoardHand::Hold;

}  // namespace

TextBlockStyle column_head_style(const Theme& theme) {
    TextBlockStyle style = strong_text_style(theme, 26);
    style.role = Role::heading;
    return style;
}

std::string column_head(const BoardColumn& column) {
    return column.table.empty() ? column.title : column.title + " · " + column.table;
}

BoardLayout::BoardLayout(Ui& ui, const Rect& bounds, const BoardView& view) : view_(view) {
    gap_ = ui.px(column_gap);
    const float narrowest = ui.px(narrowest_column) * std::min(1.7F, ui.text_scale());
    const auto fitting =
        static_cast<float>(std::max(1.0F, std::floor((bounds.width + gap_) / (narrowest + gap_))));
    const auto all = static_cast<float>(std::max<std::size_t>(1, view.columns().size()));
    const float shown = std::min(fitting, all);
    // A few groups are not drawn out over the whole screen.
    width_ = std::min(std::floor((bounds.width - gap_ * (shown - 1)) / shown),
                      std::round(narrowest * 1.6F));
    for (const BoardColumn& column : view.columns()) {
        head_ = std::max(head_, head_height(ui, column));
    }
    place_cards(ui);
    cards_bounds_ = {bounds.left, bounds.top + head_, bounds.width, bounds.height - head_};
    range_.furthest = {std::max(0.0F, all * (width_ + gap_) - gap_ - bounds.width),
                       std::max(0.0F, height_ - cards_bounds_.height)};
    range_.step = {shown * (width_ + gap_), std::round(cards_bounds_.height * 0.8F)};
}

std::optional<GroupNumber> BoardLayout::group_at(Point point) const {
    if (point.x < 0) return std::nullopt;
    const auto column = static_cast<std::size_t>(point.x / (width_ + gap_));
    if (column >= view_.columns().size() || point.x - column_left(column) >= width_) {
        return std::nullopt;
    }
    return view_.columns()[column].group;
}

const PlacedCard *BoardLayout::find(const std::string& card) const {
    const auto found = std::find_if(cards_.begin(), cards_.end(), [&](const auto& placed) {
        return placed.card->id == card && !placed.is_gone;
    });
    return found == cards_.end() ? nullptr : &*found;
}

const PlacedCard *BoardLayout::after(const PlacedCard& card, KeyKind key,
                                     KeyKind towards_end) const {
    const float middle = card.rect.centre().y;
    const float glassful = std::max(card.rect.height, cards_bounds_.height - card.rect.height);
    const auto unless_same = [&card](const PlacedCard *found) {
        return found == &card ? nullptr : found;
    };
    switch (key) {
        case KeyKind::up:
        case KeyKind::down: {
            const auto index = &card - cards_.data() + (key == KeyKind::down ? 1 : -1);
            if (index < 0 || index >= static_cast<std::ptrdiff_t>(cards_.size())) return nullptr;
            const PlacedCard& next = cards_[static_cast<std::size_t>(index)];
            return next.column == card.column ? &next : nullptr;
        }
        case KeyKind::left:
        case KeyKind::right: {
            const int step = key == towards_end ? 1 : -1;
            const auto count = static_cast<int>(view_.columns().size());
            for (int i = static_cast<int>(card.column) + step; i >= 0 && i < count; i += step) {
                const PlacedCard *next = nearest_in(static_cast<std::size_t>(i), middle);
                if (next != nullptr) return next;
            }
            return nullptr;
        }
        case KeyKind::home:
            return unless_same(nearest_in(card.column, 0));
        case KeyKind::end:
            return unless_same(nearest_in(card.column, height_));
        case KeyKind::page_up:
            return unless_same(nearest_in(card.column, middle - glassful));
        case KeyKind::page_down:
            return unless_same(nearest_in(card.column, middle + glassful));
        default:
            return nullptr;
    }
}

const PlacedCard *BoardLayout::nearest_in(std::size_t column, float middle) const {
    const PlacedCard *nearest = nullptr;
    const auto distance = [middle](const PlacedCard& placed) {
        return std::abs(placed.rect.centre().y - middle);
    };
    for (const PlacedCard& placed : cards_) {
        if (placed.column != column) continue;
        if (nearest == nullptr || distance(placed) < distance(*nearest)) nearest = &placed;
    }
    return nearest;
}

float BoardLayout::head_height(Ui& ui, const BoardColumn& column) const {
    const float words = width_ - 2 * ui.px(head_padding);
    return measure_text(ui, words, column_head(column), column_head_style({})).height +
           measure_text(ui, words - ui.icon_px(40), column.count, quiet_text_style({}, 24)).height +
           ui.px(24);
}

// What the keys carry lies in the column that it would be put down in.
void BoardLayout::place_cards(Ui& ui) {
    const BoardHand& hand = view_.hand;
    const BoardCard *carried = nullptr;
    if (hand.hold == Hold::carried) {
        for (const BoardColumn& column : view_.columns()) {
            for (const BoardCard& card : column.cards) {
                if (card.id == hand.card) carried = &card;
            }
        }
    }
    for (std::size_t i = 0; i < view_.columns().size(); ++i) {
        const BoardColumn& column = view_.columns()[i];
        float top = ui.px(padding);
        const bool is_over = carried != nullptr && hand.over == column.group;
        const bool is_own = std::any_of(column.cards.begin(), column.cards.end(),
                                        [&](const auto& card) { return &card == carried; });
        if (is_over && !is_own) place(ui, *carried, i, top, false);
        for (const BoardCard& card : column.cards) {
            place(ui, card, i, top, &card == carried && !is_over);
        }
        height_ = std::max(height_, top + ui.px(padding));
    }
}

void BoardLayout::place(Ui& ui, const BoardCard& card, std::size_t column, float& top,
                        bool is_gone) {
    const float width = width_ - 2 * ui.px(padding);
    const float height = std::ceil(card_height(ui, width, card));
    cards_.push_back(
        {&card, column, {column_left(column) + ui.px(padding), top, width, height}, is_gone});
    top += height + ui.px(card_gap);
}

}  // namespace stormote
