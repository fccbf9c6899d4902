#include "kiosk/ui/shell/frame_tools.h"

#include <vector>

namespace stormote {

namespace {

struct Tool {
    IconButtonStyle style;
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
                    .selected = ui.style().text_percent > 100},
                   LargerText{}});
    row.push_back({{.id = "contrast",
                    .label = ui.say(Sentence{"Contrast"}),
                    .icon = Icon::contrast,
                    .selected = ui.theme().kind != ThemeKind::light},
                   ChangeContrast{}});
    return row;
}

}  // namespace

float tools_width(const Ui& ui, Tools tools) {
    const auto count = static_cast<float>(tools_of(ui, tools).size());
    return count * ui.px(unit::target) + (count - 1) * ui.px(unit::gap);
}

std::optional<FrameIntent> draw_tools(Ui& ui, const Rect& rect, Tools tools) {
    std::optional<FrameIntent> intent;
    const float side = ui.px(unit::target);
    float left = rect.left;
    for (const Tool& tool : tools_of(ui, tools)) {
        if (icon_button(ui, {left, rect.top, side, side}, tool.style)) intent = tool.intent;
        left += side + ui.px(unit::gap);
    }
    return intent;
}

}  // namespace stormote
