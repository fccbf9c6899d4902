#include "kiosk/ui/icon_button.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace stormote {

namespace {

struct Tool {
    IconButtonLook look;
    FrameIntent intent;
};

std::vector<Tool> tools_of(const Ui& ui, Tools tools) {
    std::vector<Tool> row;
    if (tools == Tools::all) {
        row.push_back(
            {{.id = "back", .label = ui.say(Sentence{"Back"}), .icon = Icon::back}, GoBack{}});
    }
    row.push_back({{.id = "larger_text",
                    .label = ui.say(Sentence{"Larger text"}),
                    .icon = Icon::text_size,
                    .selected = ui.look().text_percent > 100},
                   LargerText{}});
    row.push_back({{.id = "contrast",
                    .label = ui.say(Sentence{"Contrast"}),
                    .icon = Icon::contrast,
                    .selected = ui.theme().kind != ThemeKind::light},
                   ChangeContrast{}});
    return row;
}

}  // namespace

bool icon_button(Ui& ui, const Rect& rect, const IconButtonLook& look) {
    const Theme& theme = ui.theme();
    const Touch touch = ui.interact({.id = look.id,
                                     .label = look.label,
                                     .rect = rect,
                                     .role = Role::button,
                                     .enabled = look.enabled,
                                     .selected = look.selected});
    const float radius = std::min(rect.width, rect.height) / 2;
    const Colour ground = look.selected   ? theme.primary
                          : touch.pressed ? theme.primary_tint
                                          : theme.card;
    Colour ink = look.selected ? theme.on_primary : theme.ink;
    if (!look.enabled) ink = mix(theme.card, theme.ink_secondary, 0.45F);
    ui.painter().fill(rect, ground, radius);
    ui.painter().outline(rect,
                         look.selected  ? theme.primary
                         : look.enabled ? theme.outline
                                        : theme.hairline,
                         ui.px(2), radius);
    const float side = ui.px(40);
    ui.painter().icon(rect.middle({side, side}), look.icon, ink);
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

float tools_width(const Ui& ui, Tools tools) {
    const auto count = static_cast<float>(tools_of(ui, tools).size());
    return count * ui.px(unit::target) + (count - 1) * ui.px(unit::gap);
}

std::optional<FrameIntent> draw_tools(Ui& ui, const Rect& rect, Tools tools) {
    std::optional<FrameIntent> intent;
    const float side = ui.px(unit::target);
    float left = rect.left;
    for (const Tool& tool : tools_of(ui, tools)) {
        if (icon_button(ui, {left, rect.top, side, side}, tool.look)) intent = tool.intent;
        left += side + ui.px(unit::gap);
    }
    return intent;
}

}  // namespace stormote
