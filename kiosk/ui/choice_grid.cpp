#include "kiosk/ui/choice_grid.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

struct Grid {
    std::size_t columns = 1;
    float width = 0;
    float height = 0;
    float gap = 0;
};

float columns_width(float room, float gap, std::size_t columns) {
    return std::floor((room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
}

float tallest(Ui& ui, float width, const std::vector<std::string>& labels) {
    float height = 0;
    for (const std::string& label : labels) {
        const ButtonLook look{.id = "", .label = label, .kind = ButtonKind::outlined};
        height = std::max(height, button_size(ui, look, width).height);
    }
    return height;
}

Grid plan_grid(Ui& ui, const Rect& rect, const std::vector<std::string>& labels) {
    const std::size_t most = ui.metrics().portrait() ? 2 : 3;
    Grid grid;
    grid.gap = ui.px(24);
    // Few choices in one column read best; more columns as soon as they would not fit.
    for (grid.columns = labels.size() <= 4 ? 1 : 2; grid.columns <= most; ++grid.columns) {
        const std::size_t rows = (labels.size() + grid.columns - 1) / grid.columns;
        grid.width = columns_width(rect.width, grid.gap, grid.columns);
        grid.height = tallest(ui, grid.width, labels);
        const float needed = static_cast<float>(rows) * (grid.height + grid.gap) - grid.gap;
        if (needed <= rect.height || grid.columns == most) {
            const float share = (rect.height + grid.gap) / static_cast<float>(rows) - grid.gap;
            grid.height = std::floor(std::min(grid.height, share));
            return grid;
        }
    }
    return grid;
}

}  // namespace

std::optional<std::size_t> choice_grid(Ui& ui, const Rect& rect,
                                       const std::vector<std::string>& labels) {
    if (labels.empty()) return std::nullopt;
    const Grid grid = plan_grid(ui, rect, labels);
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string id = "choice_" + std::to_string(i);
        const auto column = static_cast<float>(i % grid.columns);
        const auto row = static_cast<float>(i / grid.columns);
        const Rect place{rect.left + column * (grid.width + grid.gap),
                         rect.top + row * (grid.height + grid.gap), grid.width, grid.height};
        const ButtonLook look{
            .id = id, .label = labels[i], .kind = ButtonKind::outlined, .align = Align::start};
        if (button(ui, place, look)) chosen = i;
    }
    return chosen;
}

}  // namespace stormote
