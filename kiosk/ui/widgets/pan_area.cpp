#include "kiosk/ui/widgets/pan_area.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/widgets/icon_button.h"

namespace stormote {

namespace {

// So near to an edge, in units, the sheet begins to move, by so much a frame.
constexpr float edge_units = 72;
constexpr float pull_units = 14;
constexpr std::int64_t frame_ms = 16;

float pull(float place, float start, float end, float edge) {
    if (place < start + edge) return -1;
    return place > end - edge ? 1 : 0;
}

// The least move that shows a part from `start` to `end` in a room of that length.
float show_span(float offset, float start, float end, float bounds) {
    if (start < offset || end - start > bounds) return start;
    return end > offset + bounds ? end - bounds : offset;
}

}  // namespace

Pan keep_within(Pan pan, const PanRange& range) {
    pan.offset.x = std::clamp(pan.offset.x, 0.0F, range.furthest.x);
    pan.offset.y = std::clamp(pan.offset.y, 0.0F, range.furthest.y);
    return pan;
}

Pan follow_finger(const Ui& ui, const Rect& bounds, const PanRange& range, Pan pan) {
    const Pointer pointer = ui.pointer();
    if (pointer.change == PointerChange::down && bounds.contains(pointer.position)) {
        pan.held = true;
        pan.held_at = pointer.position;
        pan.held_offset = pan.offset;
    }
    // Another finger does not go on with what the first one moved.
    if (pointer.change == PointerChange::displaced) pan.held = false;
    if (!pan.held) return pan;
    pan.offset = {pan.held_offset.x + pan.held_at.x - pointer.position.x,
                  pan.held_offset.y + pan.held_at.y - pointer.position.y};
    if (!pointer.down) pan.held = false;
    return keep_within(pan, range);
}

Pan show_part(Pan pan, const Rect& part, Size bounds) {
    pan.offset.x = show_span(pan.offset.x, part.left, part.right(), bounds.width);
    pan.offset.y = show_span(pan.offset.y, part.top, part.bottom(), bounds.height);
    return pan;
}

Pan pull_at_edge(Ui& ui, const Rect& bounds, const PanRange& range, Pan pan) {
    const Point finger = ui.pointer().position;
    if (!bounds.contains(finger)) return pan;
    const float edge = ui.px(edge_units);
    const Point before = pan.offset;
    pan.offset.x += pull(finger.x, bounds.left, bounds.right(), edge) * ui.px(pull_units);
    pan.offset.y += pull(finger.y, bounds.top, bounds.bottom(), edge) * ui.px(pull_units);
    pan = keep_within(pan, range);
    if (pan.offset.x != before.x || pan.offset.y != before.y) ui.wake_at(ui.now_ms() + frame_ms);
    return pan;
}

Size pan_buttons_size(const Ui& ui) {
    return {4 * ui.px(unit::target) + 3 * ui.px(unit::gap), ui.px(unit::target)};
}

Pan draw_pan_buttons(Ui& ui, Point corner, const PanRange& range, Pan pan) {
    struct Arrow {
        std::string id;
        Sentence label;
        Icon icon;
        Point way;
        bool enabled;
    };
    const float near_end = 0.5F;
    const std::array<Arrow, 4> arrows{
        {{"pan_left", {"Groups to the left"}, Icon::back, {-1, 0}, pan.offset.x > near_end},
         {"pan_right",
          {"Groups to the right"},
          Icon::forward,
          {1, 0},
          pan.offset.x < range.furthest.x - near_end},
         {"pan_up", {"Further up in the groups"}, Icon::up, {0, -1}, pan.offset.y > near_end},
         {"pan_down",
          {"Further down in the groups"},
          Icon::down,
          {0, 1},
          pan.offset.y < range.furthest.y - near_end}}};
    const float side = ui.px(unit::target);
    Pan moved = pan;
    for (const Arrow& arrow : arrows) {
        if (icon_button(ui, {corner.x, corner.y, side, side},
                        {.id = arrow.id,
                         .label = ui.say(arrow.label),
                         .icon = arrow.icon,
                         .enabled = arrow.enabled})) {
            moved.offset.x += arrow.way.x * range.step.x;
            moved.offset.y += arrow.way.y * range.step.y;
        }
        corner.x += side + ui.px(unit::gap);
    }
    return keep_within(moved, range);
}

}  // namespace stormote
