#include "kiosk/ui/widgets/choice_grid.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

struct Grid {
    std::size_t columns = 1;
    float width = 0;
    float height = 0;
    float gap = 0;
    float text_scale = 1;
};

ButtonStyle look_of(std::string_view id, const std::string& label) {
    return {.id = id, .label = label, .kind = ButtonKind::outlined, .align = Align::start};
}

// A grid of that many columns; whether every label fits as large as it is meant to be.
bool try_grid(Ui& ui, const Rect& rect, const std::vector<std::string>& labels, Grid& grid) {
    const auto columns = static_cast<float>(grid.columns);
    const std::size_t row_count = (labels.size() + grid.columns - 1) / grid.columns;
    const auto rows = static_cast<float>(row_count);
    grid.gap = ui.px(24);
    grid.width = std::floor((rect.width - grid.gap * (columns - 1)) / columns);
    grid.height = std::floor(std::min(ui.px(144), (rect.height + grid.gap) / rows - grid.gap));
    return std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
        return button_holds(ui, {grid.width, grid.height}, look_of("", label));
    });
}

Grid plan_grid(Ui& ui, const Rect& rect, const std::vector<std::string>& labels) {
    const std::size_t most = ui.metrics().portrait() ? 2 : 3;
    const std::size_t least = ui.metrics().portrait() || labels.size() <= 4 ? 1 : 2;
    Grid grid;
    for (grid.text_scale = ui.text_scale();;
         grid.text_scale = std::max(1.0F, grid.text_scale - 0.1F)) {
        const TextScale scale(ui, grid.text_scale);
        // Few columns read best; more as soon as the rows would not fit.
        for (grid.columns = least; grid.columns <= most; ++grid.columns) {
            if (try_grid(ui, rect, labels, grid)) return grid;
        }
        grid.columns = most;
        if (grid.text_scale <= 1) return grid;
    }
}

}  // namespace

std::optional<std::size_t> choice_grid(Ui& ui, const Rect& rect,
                                       const std::vector<std::string>& labels,
                                       std::size_t of_event) {
    if (labels.empty()) return std::nullopt;
    const Grid grid = plan_grid(ui, rect, labels);
    const TextScale scale(ui, grid.text_scale);
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string id = "choice_" + std::to_string(i);
        const auto column = static_cast<float>(i % grid.columns);
        const std::size_t row_index = i / grid.columns;
        const auto row = static_cast<float>(row_index);
        const Rect place{rect.left + column * (grid.width + grid.gap),
                         rect.top + row * (grid.height + grid.gap), grid.width, grid.height};
        ButtonStyle style = look_of(id, labels[i]);
        if (i < of_event) style.wording = Wording::event;
        if (button(ui, place, style)) chosen = i;
    }
    return chosen;
}

}  // namespace stormote
