#include "kiosk/ui/widgets/choice_grid.h"

#include <algorithm>

#include "kiosk/ui/widgets/card_grid.h"

namespace stormote {

namespace {

struct Plan {
    CardGrid grid{0, 1, 0};
    float height = 0;  // of a button
    float text_scale = 1;
};

ButtonStyle style_of(std::string_view id, const std::string& label) {
    return {.id = id, .label = label, .kind = ButtonKind::outlined, .align = Align::start};
}

bool holds_all(Ui& ui, Size size, const std::vector<std::string>& labels) {
    return std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
        return button_holds(ui, size, style_of("", label));
    });
}

Plan plan_grid(Ui& ui, const Rect& rect, const std::vector<std::string>& labels) {
    const std::size_t most = ui.metrics().portrait() ? 2 : 3;
    const std::size_t least = ui.metrics().portrait() || labels.size() <= 4 ? 1 : 2;
    Plan plan;
    for (plan.text_scale = ui.text_scale();;
         plan.text_scale = std::max(1.0F, plan.text_scale - 0.1F)) {
        const TextScale scale(ui, plan.text_scale);
        // Few columns read best; more as soon as the rows would not fit.
        for (std::size_t columns = least; columns <= most; ++columns) {
            plan.grid = CardGrid(rect.width, columns, ui.px(24));
            plan.height = std::min(ui.px(144), plan.grid.share_of(rect.height, labels.size()));
            if (holds_all(ui, {plan.grid.width(), plan.height}, labels)) return plan;
        }
        if (plan.text_scale <= 1) return plan;
    }
}

}  // namespace

std::optional<std::size_t> choice_grid(Ui& ui, const Rect& rect,
                                       const std::vector<std::string>& labels,
                                       std::size_t of_event) {
    if (labels.empty()) return std::nullopt;
    const Plan plan = plan_grid(ui, rect, labels);
    const TextScale scale(ui, plan.text_scale);
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string id = "choice_" + std::to_string(i);
        ButtonStyle style = style_of(id, labels[i]);
        if (i < of_event) style.wording = Wording::event;
        if (button(ui, plan.grid.place({rect.left, rect.top}, plan.height, i), style)) chosen = i;
    }
    return chosen;
}

}  // namespace stormote
