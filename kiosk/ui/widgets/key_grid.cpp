#include "kiosk/ui/widgets/key_grid.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float key_gap_across = 14;
constexpr float narrow_key_gap_across = 8;
constexpr float gap_down = 16;
constexpr float padding_across = 12;
constexpr float padding_down = 24;

}  // namespace

KeyGrid::KeyGrid(const Ui& ui, const Rect& tray, float widest_key) {
    const Rect bounds = tray.inset(ui.px(padding_across), ui.px(padding_down));
    gap_ = {ui.px(key_gap_across), ui.px(gap_down)};
    const auto widest = [&] {
        return std::floor((bounds.width - gap_.width * (columns - 1)) / columns);
    };
    // A narrow screen keeps its keys wide by drawing them closer together.
    if (widest() < ui.px(unit::target)) gap_.width = ui.px(narrow_key_gap_across);
    key_.width = std::min(ui.px(widest_key), widest());
    key_.height = std::floor((bounds.height - gap_.height * (rows - 1)) / rows);
    const float width = columns * key_.width + (columns - 1) * gap_.width;
    start_ = {std::round(bounds.left + (bounds.width - width) / 2), bounds.top};
}

Rect KeyGrid::at(float column, int row, float span) const {
    return {std::round(start_.x + column * (key_.width + gap_.width)),
            start_.y + static_cast<float>(row) * (key_.height + gap_.height),
            std::round(span * key_.width + (span - 1) * gap_.width), key_.height};
}

float KeyGrid::tray_height(const Ui& ui, float key) {
    return ui.px(rows * key + (rows - 1) * gap_down + 2 * padding_down);
}

Touch draw_key(Ui& ui, const Rect& rect, const KeyStyle& style) {
    const Touch touch = ui.interact({.id = style.id,
                                     .label = style.icon ? style.label : style.face,
                                     .rect = rect,
                                     .role = Role::key,
                                     .press = Press::where_lifted,
                                     .enabled = style.enabled,
                                     .selected = style.selected,
                                     .can_be_held = style.can_be_held});
    const Theme& theme = ui.theme();
    const bool is_full = touch.pressed || style.selected;
    const Colour ink = is_full ? theme.on_primary : theme.ink;
    const float radius = ui.px(20);
    ui.painter().fill(rect, is_full ? theme.primary : theme.card, radius);
    ui.painter().outline(rect, is_full ? theme.primary : theme.outline, ui.px(2), radius);
    if (style.icon) {
        const float side = ui.px(40);
        ui.painter().icon(rect.middle({side, side}), *style.icon, ink);
    } else {
        const TextScale scale(ui, std::min(style.largest_scale, ui.text_scale()));
        TextBlockStyle words;
        words.size = style.size;
        words.colour = ink;
        words.align = Align::centre;
        words.vertical = Vertical::middle;
        paint_text(ui, rect.inset(ui.px(6), ui.px(4)), style.face, words);
    }
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch;
}

}  // namespace stormote
