#include "kiosk/ui/widgets/focus.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace stormote {

namespace {

// How much room there is between two spans; none where they overlap.
float gap_between(float start, float end, float other_start, float other_end) {
    return std::max({0.0F, other_start - end, start - other_end});
}

// How far away a target is in a direction, from edge to edge; what lies aside counts double, and
// what lies behind not. Of those as near, the one whose middle is nearest.
std::optional<float> distance_towards(KeyKind direction, const Rect& from, const Rect& to) {
    const bool is_beyond = direction == KeyKind::left    ? to.right() <= from.left + 1
                           : direction == KeyKind::right ? to.left >= from.right() - 1
                           : direction == KeyKind::up    ? to.bottom() <= from.top + 1
                                                         : to.top >= from.bottom() - 1;
    if (!is_beyond) return std::nullopt;
    const float across = gap_between(from.left, from.right(), to.left, to.right());
    const float down = gap_between(from.top, from.bottom(), to.top, to.bottom());
    const bool is_level = direction == KeyKind::left || direction == KeyKind::right;
    const float between_middles =
        is_level ? to.centre().y - from.centre().y : to.centre().x - from.centre().x;
    return (is_level ? across + 2 * down : down + 2 * across) + std::abs(between_middles) / 10;
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
