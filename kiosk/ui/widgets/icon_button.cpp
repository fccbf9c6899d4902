#include "kiosk/ui/widgets/icon_button.h"

#include <algorithm>

namespace stormote {

bool icon_button(Ui& ui, const Rect& rect, const IconButtonStyle& style) {
    const Theme& theme = ui.theme();
    const Touch touch = ui.interact({.id = style.id,
                                     .label = style.label,
                                     .rect = rect,
                                     .role = Role::button,
                                     .enabled = style.enabled,
                                     .selected = style.selected});
    const float radius = std::min(rect.width, rect.height) / 2;
    const Colour ground = style.selected  ? theme.primary
                          : touch.pressed ? theme.primary_tint
                                          : theme.card;
    Colour ink = style.selected ? theme.on_primary : theme.ink;
    if (!style.enabled) ink = resting_colour(theme);
    ui.painter().fill(rect, ground, radius);
    ui.painter().outline(rect,
                         style.selected  ? theme.primary
                         : style.enabled ? theme.outline
                                         : resting_colour(theme),
                         ui.px(2), radius);
    const float side = ui.px(40);
    ui.painter().icon(rect.middle({side, side}), style.icon, ink);
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

}  // namespace stormote
