#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/organiser/organiser_parts.h"

namespace stormote {

namespace {

constexpr float step_padding = 20;
constexpr float icon_side = 36;

TextBlockStyle title_style(const Theme& theme, const EveningStep& step) {
    TextBlockStyle style = strong_text_style(theme, 26);
    style.colour = step.is_now ? theme.on_primary : theme.ink;
    return style;
}

TextBlockStyle time_style(const Theme& theme, const EveningStep& step) {
    TextBlockStyle style = quiet_text_style(theme, 24);
    style.colour = step.is_now ? theme.on_primary : theme.ink_secondary;
    return style;
}

// A step that is over or goes on has a mark beside its words.
float mark_width(const Ui& ui, const EveningStep& step) {
    return step.is_now || step.is_over ? ui.icon_px(icon_side) + ui.px(12) : 0;
}

Size words_size(Ui& ui, const EveningStep& step) {
    const Size title = measure_text(ui, 0, step.title, title_style({}, step));
    const Size time = measure_text(ui, 0, step.time_text, time_style({}, step));
    return {std::max(title.width, time.width) + 1, title.height + time.height};
}

void draw_step(Ui& ui, const ScrolledBounds& scrolled, const Rect& cell, const EveningStep& step) {
    const Theme& theme = ui.theme();
    const Size size = words_size(ui, step);
    const float mark = mark_width(ui, step);
    Rect inside = cell.middle({size.width + mark, size.height});
    if (mark > 0) {
        const float side = ui.icon_px(icon_side);
        ui.painter().icon(inside.take_left(mark - ui.px(12)).middle({side, side}),
                          step.is_now ? Icon::clock : Icon::check,
                          step.is_now ? theme.on_primary : theme.success);
        inside.take_left(ui.px(12));
    }
    const float title = measure_text(ui, 0, step.title, title_style(theme, step)).height;
    draw_words_in(ui, scrolled, inside.take_top(title), step.title, title_style(theme, step));
    draw_words_in(ui, scrolled, inside, step.time_text, time_style(theme, step));
}

}  // namespace

float evening_steps_height(Ui& ui, float width, const std::vector<EveningStep>& steps) {
    if (steps.empty()) return 0;
    const float cell = width / static_cast<float>(steps.size()) - ui.px(2 * step_padding);
    float height = 0;
    for (const EveningStep& step : steps) {
        const Size size = words_size(ui, step);
        // A picture of the evening, and nothing that must be read: left out where it has no room.
        if (size.width + mark_width(ui, step) > cell) return 0;
        height = std::max(height, size.height);
    }
    return std::round(height + ui.px(2 * 16));
}

void draw_evening_steps(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect,
                        const std::vector<EveningStep>& steps) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(unit::radius);
    card(ui, rect);
    const float width = rect.width / static_cast<float>(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const float left = std::round(rect.left + static_cast<float>(i) * width);
        const Rect cell{left, rect.top,
                        std::round(rect.left + static_cast<float>(i + 1) * width) - left,
                        rect.height};
        if (steps[i].is_now) {
            ui.painter().fill(cell, theme.primary, radius);
        } else if (i > 0 && !steps[i - 1].is_now) {
            ui.painter().fill({cell.left, cell.top + ui.px(16), ui.px(2), cell.height - ui.px(32)},
                              theme.hairline);
        }
        draw_step(ui, scrolled, cell, steps[i]);
    }
}

}  // namespace stormote
