#include "kiosk/ui/widgets/scroll_area.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/icon_button.h"

namespace stormote {

namespace {

// A finger that lies still trembles this much, in units.
constexpr float tap_slack = 16;

struct Range {
    float furthest = 0;
    float page = 0;
};

// Follows the finger within the room.
void follow_finger(const Ui& ui, const Rect& bounds, const Range& range, Scroll& scroll) {
    const Pointer pointer = ui.pointer();
    if (pointer.change == PointerChange::down && bounds.contains(pointer.position)) {
        scroll.held = true;
        scroll.moved = false;
        scroll.held_y = pointer.position.y;
        scroll.held_offset = scroll.offset;
    }
    if (!scroll.held) return;
    const float way = scroll.held_y - pointer.position.y;
    if (std::abs(way) > ui.px(tap_slack)) scroll.moved = true;
    if (scroll.moved) {
        scroll.offset = std::clamp(scroll.held_offset + way, 0.0F, range.furthest);
        scroll.at_end = scroll.offset >= range.furthest - 1;
    }
    if (!pointer.down) scroll.held = false;
}

void draw_buttons(Ui& ui, std::string_view id, Rect strip, const Range& range, Scroll& scroll) {
    const Theme& theme = ui.theme();
    const std::string name(id);
    const float side = ui.px(unit::target);
    const bool is_low = strip.width > side + 1;
    Rect up{strip.left, strip.top, side, side};
    Rect down{strip.right() - side, strip.top, side, side};
    if (!is_low) {
        down = strip.take_bottom(side);
        // Held upright, the upper end of a list is out of reach from a wheelchair.
        if (ui.metrics().portrait()) strip.take_bottom(ui.px(unit::gap));
        up = ui.metrics().portrait() ? strip.take_bottom(side) : strip.take_top(side);
    }
    const Rect track = strip.inset((strip.width - ui.px(10)) / 2, ui.px(unit::gap));
    if (!is_low && track.height > ui.px(40)) {
        const float share = range.page / (range.page + range.furthest);
        const float length = std::max(ui.px(40), track.height * share);
        const float start = (track.height - length) * scroll.offset / range.furthest;
        ui.painter().fill(track, mix(theme.surface, theme.outline, 0.25F), track.width / 2);
        ui.painter().fill({track.left, track.top + start, track.width, length}, theme.outline,
                          track.width / 2);
    }
    // A page less a little, so that one sees where one was.
    const float step = range.page * 0.8F;
    const bool is_up = icon_button(ui, up,
                                   {.id = name + "_up",
                                    .label = ui.say(Sentence{"Further up"}),
                                    .icon = Icon::up,
                                    .enabled = scroll.offset > 0.5F});
    const bool is_down = icon_button(ui, down,
                                     {.id = name + "_down",
                                      .label = ui.say(Sentence{"Further down"}),
                                      .icon = Icon::down,
                                      .enabled = scroll.offset < range.furthest - 0.5F});
    if (is_up) scroll.offset -= step;
    if (is_down) scroll.offset += step;
    if (!is_up && !is_down) return;
    scroll.offset = std::clamp(scroll.offset, 0.0F, range.furthest);
    scroll.at_end = scroll.offset >= range.furthest - 1;
}

}  // namespace

ScrolledBounds draw_scroll(Ui& ui, std::string_view id, const Rect& bounds,
                           const std::function<float(float)>& height_at, const Scroll& scroll) {
    ScrolledBounds scrolled{bounds, bounds.top, true, scroll};
    float height = height_at(bounds.width);
    if (height <= bounds.height + 1) {
        const bool at_end = scroll.at_end;
        scrolled.scroll = {};
        scrolled.scroll.at_end = at_end;
        return scrolled;
    }
    const float side = ui.px(unit::target);
    const float gap = ui.px(unit::gap);
    // In a low room the buttons stand beside each other.
    const bool is_low = bounds.height < 2 * side + gap;
    const Rect strip = scrolled.bounds.take_right(is_low ? 2 * side + gap : side);
    scrolled.bounds.take_right(gap);
    height = height_at(scrolled.bounds.width);
    const Range range{std::max(1.0F, height - bounds.height), bounds.height};
    Scroll& next = scrolled.scroll;
    next.offset = next.at_end ? range.furthest : std::clamp(next.offset, 0.0F, range.furthest);
    follow_finger(ui, scrolled.bounds, range, next);
    scrolled.first_button = ui.record().mark();
    draw_buttons(ui, id, strip, range, next);
    scrolled.end_button = ui.record().mark();
    scrolled.taps_count = !next.moved;
    scrolled.top = std::round(bounds.top - next.offset);
    return scrolled;
}

void end_scroll(Ui& ui, const ScrolledBounds& scrolled) {
    ui.record().put_behind(scrolled.first_button, scrolled.end_button);
}

Rect touchable_part(const Ui& ui, const ScrolledBounds& scrolled, const Rect& rect) {
    const float top = std::max(rect.top, scrolled.bounds.top);
    const float bottom = std::min(rect.bottom(), scrolled.bounds.bottom());
    if (bottom - top < ui.px(unit::target)) return {};
    return {rect.left, top, rect.width, bottom - top};
}

bool is_in_sight(const ScrolledBounds& scrolled, const Rect& rect) {
    return rect.bottom() > scrolled.bounds.top && rect.top < scrolled.bounds.bottom();
}

}  // namespace stormote
