#include "kiosk/ui/widgets/button_row.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

constexpr float ring_radius = 28;
constexpr float gap_across = 28;

ButtonStyle with_room_for_ring(const RowButton& style) {
    ButtonStyle roomy = style.style;
    if (style.countdown.total_ms > 0) roomy.reserved = 2 * ring_radius + 20;
    return roomy;
}

struct RowPlan {
    std::vector<Size> sizes;
    bool stacked = false;
    float width = 0;
    float height = 0;
};

// Side by side with their words on two lines, if that is enough.
RowPlan plan_wrapped(Ui& ui, float width, const std::vector<RowButton>& buttons) {
    RowPlan plan;
    const float gap = ui.px(gap_across);
    const auto count = static_cast<float>(buttons.size());
    const float widest = std::floor((width - gap * (count - 1)) / count);
    plan.width = -gap;
    for (const RowButton& style : buttons) {
        const Size size = countdown_button_size(ui, style, widest);
        const Size line = countdown_button_size(ui, style, 2 * width);
        // With three lines a button looks like a paragraph.
        if (size.height > 1.6F * line.height) plan.stacked = true;
        plan.sizes.push_back(size);
        plan.width += size.width + gap;
        plan.height = std::max(plan.height, size.height);
    }
    return plan;
}

RowPlan plan_row(Ui& ui, float width, const std::vector<RowButton>& buttons) {
    RowPlan plan;
    const float gap = ui.px(gap_across);
    plan.width = -gap;
    for (const RowButton& style : buttons) {
        const Size size = countdown_button_size(ui, style, width);
        plan.sizes.push_back(size);
        plan.width += size.width + gap;
        plan.height = std::max(plan.height, size.height);
    }
    plan.stacked = plan.width > width;
    if (!plan.stacked) return plan;
    RowPlan wrapped = plan_wrapped(ui, width, buttons);
    if (!wrapped.stacked) return wrapped;
    plan.width = 0;
    plan.height = -ui.px(unit::gap);
    for (const Size& size : plan.sizes) {
        plan.width = std::max(plan.width, size.width);
        plan.height += size.height + ui.px(unit::gap);
    }
    return plan;
}

}  // namespace

Size countdown_button_size(Ui& ui, const RowButton& style, float widest) {
    return button_size(ui, with_room_for_ring(style), widest);
}

bool countdown_button(Ui& ui, const Rect& rect, const RowButton& style) {
    const bool pressed = button(ui, rect, with_room_for_ring(style));
    const Countdown& countdown = style.countdown;
    if (countdown.total_ms <= 0) return pressed;
    const float share =
        static_cast<float>(countdown.left_ms) / static_cast<float>(countdown.total_ms);
    const auto seconds = static_cast<int>((countdown.left_ms + 999) / 1000);
    const float radius = ui.px(ring_radius);
    const bool primary = style.style.kind == ButtonKind::primary;
    countdown_ring(ui, {rect.right() - ui.px(36) - radius, rect.centre().y}, radius,
                   std::clamp(share, 0.0F, 1.0F), seconds,
                   primary ? ui.theme().on_primary : ui.theme().primary,
                   primary ? ui.theme().primary : ui.theme().card);
    // Whole seconds when motion is unwelcome, otherwise fine enough to seem to flow.
    const std::int64_t step_ms =
        ui.style().motion == Motion::reduced ? (countdown.left_ms - 1) % 1000 + 1 : 50;
    if (countdown.left_ms > 0) ui.wake_at(ui.now_ms() + step_ms);
    return pressed;
}

float button_row_height(Ui& ui, float width, const std::vector<RowButton>& buttons) {
    return plan_row(ui, width, buttons).height;
}

std::optional<std::size_t> button_row(Ui& ui, const Rect& rect,
                                      const std::vector<RowButton>& buttons) {
    const RowPlan plan = plan_row(ui, rect.width, buttons);
    Point corner{rect.left + std::round((rect.width - plan.width) / 2), rect.top};
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        // Below each other they are equally wide, beside each other equally high.
        const Rect place{corner.x, corner.y, plan.stacked ? plan.width : plan.sizes[i].width,
                         plan.stacked ? plan.sizes[i].height : plan.height};
        if (countdown_button(ui, place, buttons[i])) pressed = i;
        if (plan.stacked) {
            corner.y += place.height + ui.px(unit::gap);
        } else {
            corner.x += place.width + ui.px(gap_across);
        }
    }
    return pressed;
}

}  // namespace stormote
