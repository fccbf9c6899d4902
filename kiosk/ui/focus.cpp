#include "kiosk/ui/focus.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace stormote {

namespace {

// How far away a target is in a direction; what lies aside counts double, what lies behind not.
std::optional<float> distance_towards(KeyKind direction, const Rect& from, const Rect& to) {
    const float across = to.centre().x - from.centre().x;
    const float down = to.centre().y - from.centre().y;
    float ahead = 0;
    float aside = 0;
    bool beyond = false;
    switch (direction) {
        case KeyKind::left:
            ahead = -across, aside = down, beyond = to.right() <= from.left + 1;
            break;
        case KeyKind::right:
            ahead = across, aside = down, beyond = to.left >= from.right() - 1;
            break;
        case KeyKind::up:
            ahead = -down, aside = across, beyond = to.bottom() <= from.top + 1;
            break;
        default:
            ahead = down, aside = across, beyond = to.top >= from.bottom() - 1;
            break;
    }
    if (!beyond) return std::nullopt;
    return ahead + 2 * std::abs(aside);
}

std::string step(const ScreenRecord& record, const std::string& focus_id, int steps) {
    std::vector<std::string> order;
    for (const RecordedItem& item : record.items()) {
        if (item.target && item.enabled) order.push_back(item.id);
    }
    if (order.empty()) return focus_id;
    const auto count = static_cast<int>(order.size());
    const auto found = std::find(order.begin(), order.end(), focus_id);
    const int here =
        found == order.end() ? (steps > 0 ? -1 : 0) : static_cast<int>(found - order.begin());
    return order[static_cast<std::size_t>((here + steps + count) % count)];
}

std::string shift(const ScreenRecord& record, const std::string& focus_id, KeyKind direction,
                  bool reads_from_right) {
    const KeyKind backwards = reads_from_right ? KeyKind::right : KeyKind::left;
    const int steps = direction == KeyKind::up || direction == backwards ? -1 : 1;
    const RecordedItem *here = focus_id.empty() ? nullptr : record.find_target(focus_id);
    if (here == nullptr) return step(record, "", steps);
    const RecordedItem *nearest = nullptr;
    float nearest_distance = std::numeric_limits<float>::max();
    for (const RecordedItem& item : record.items()) {
        if (!item.target || !item.enabled) continue;
        const auto distance = distance_towards(direction, here->rect, item.rect);
        if (!distance || *distance >= nearest_distance) continue;
        nearest = &item;
        nearest_distance = *distance;
    }
    // At the edge the arrow goes on in reading order, so that everything is reached by any arrow.
    return nearest == nullptr ? step(record, focus_id, steps) : nearest->id;
}

}  // namespace

std::string focus_after(const ScreenRecord& record, const std::string& focus_id, KeyKind key,
                        bool reads_from_right) {
    switch (key) {
        case KeyKind::next:
            return step(record, focus_id, 1);
        case KeyKind::previous:
            return step(record, focus_id, -1);
        case KeyKind::up:
        case KeyKind::down:
        case KeyKind::left:
        case KeyKind::right:
            return shift(record, focus_id, key, reads_from_right);
        default:
            return focus_id;
    }
}

}  // namespace stormote
