#include "kiosk/ui/screens/exit/exit_feedback_parts.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/steps.h"

namespace stormote {

namespace {

constexpr float gap_across = 28;
constexpr float line_units = 96;
// Narrower than that share of the foot, a sentence becomes a tower.
constexpr float narrowest_line = 0.34F;

struct FootPlan {
    std::vector<Size> buttons;
    float buttons_width = 0;
    float buttons_height = 0;
    bool is_stacked = false;
    float line_height = 0;
    float text_scale = 1;

    [[nodiscard]] float height(const Ui& ui) const {
        return is_stacked ? line_height + ui.px(unit::gap) + buttons_height
                          : std::max(line_height, buttons_height);
    }
};

std::string warning_words(const Ui& ui, int seconds) {
    return ui.say(Sentence{"Still there? This page closes in {} s. Touch the screen to keep it."},
                  seconds);
}

TextBlockStyle line_style(const Theme& theme) {
    return quiet_text_style(theme, unit::body);
}

FootPlan plan_foot(Ui& ui, float width, const ExitFeedbackFoot& foot) {
    FootPlan plan;
    plan.text_scale = std::min(TextScale::aside, ui.text_scale());
    const TextScale scale(ui, plan.text_scale);
    const float gap = ui.px(gap_across);
    const auto count = static_cast<float>(foot.buttons.size());
    const float widest = std::floor((width - gap * std::max(0.0F, count - 1)) / count);
    plan.buttons_width = -gap;
    for (const ButtonStyle& style : foot.buttons) {
        const Size size = button_size(ui, style, widest);
        plan.buttons.push_back(size);
        plan.buttons_width += size.width + gap;
        plan.buttons_height = std::max(plan.buttons_height, size.height);
    }
    const float beside = width - plan.buttons_width - ui.px(48);
    plan.is_stacked = ui.metrics().portrait() || beside < width * narrowest_line;
    if (plan.is_stacked) {
        // All as wide as each other, across the whole foot.
        for (Size& size : plan.buttons) size.width = widest;
    }
    // Room for the warning, which may be longer than what stands there before it.
    const float line_width = plan.is_stacked ? width : beside;
    plan.line_height =
        std::max(ui.px(line_units), warning_band_height(ui, line_width, warning_words(ui, 60)));
    if (!foot.words.empty()) {
        plan.line_height = std::max(
            plan.line_height, icon_line_height(ui, line_width, foot.words, line_style(ui.theme())));
    }
    return plan;
}

}  // namespace

float exit_feedback_foot_height(Ui& ui, float width, const ExitFeedbackFoot& foot) {
    return plan_foot(ui, width, foot).height(ui);
}

std::optional<std::size_t> draw_exit_feedback_foot(Ui& ui, const Rect& rect,
                                                   const ExitFeedbackFoot& foot) {
    const FootPlan plan = plan_foot(ui, rect.width, foot);
    const TextScale scale(ui, plan.text_scale);
    Rect bounds = rect;
    Rect buttons;
    if (plan.is_stacked) {
        buttons = bounds.take_bottom(plan.buttons_height);
        bounds.take_bottom(ui.px(unit::gap));
    } else {
        buttons = bounds.take_right(plan.buttons_width);
        bounds.take_right(ui.px(48));
    }
    const Rect line{bounds.left, bounds.centre().y - std::round(plan.line_height / 2), bounds.width,
                    plan.line_height};
    if (foot.closes_in_s) {
        draw_close_warning(ui, line, *foot.closes_in_s);
    } else if (!foot.words.empty()) {
        icon_line(ui, line, foot.icon, ui.theme().ink_secondary, foot.words,
                  line_style(ui.theme()));
    }
    std::optional<std::size_t> pressed;
    float left = buttons.left;
    for (std::size_t i = 0; i < foot.buttons.size(); ++i) {
        const Rect place{left, buttons.top, plan.buttons[i].width, plan.buttons_height};
        if (button(ui, place, foot.buttons[i])) pressed = i;
        left += place.width + ui.px(gap_across);
    }
    return pressed;
}

void draw_close_warning(Ui& ui, const Rect& rect, int seconds) {
    draw_warning_band(ui, rect, warning_words(ui, seconds));
}

}  // namespace stormote
