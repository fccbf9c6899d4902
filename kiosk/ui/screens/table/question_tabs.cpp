#include "kiosk/ui/screens/table/question_tabs.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

struct Tab {
    std::string id;
    ChipStyle style;
    float width = 0;
    std::size_t row = 0;
};

struct TabsPlan {
    std::vector<Tab> tabs;
    float row_height = 0;
    std::size_t rows = 1;
};

float row_width(const std::vector<Tab>& tabs, std::size_t from, std::size_t to, float gap) {
    float width = -gap;
    for (std::size_t i = from; i < to; ++i) width += tabs[i].width + gap;
    return width;
}

enum class Titles { shown, left_out };

std::string label_of(const Ui& ui, const TableView& view, std::size_t index, Titles titles) {
    if (titles == Titles::shown) {
        return std::to_string(index + 1) + " " + view.questions[index].title;
    }
    return index == view.selected ? ui.say(Sentence{"Question {}"}, index + 1)
                                  : std::to_string(index + 1);
}

TabsPlan measure_tabs(Ui& ui, const TableView& view, Titles titles) {
    TabsPlan plan;
    const bool is_running = view.clock.time == TableTime::during;
    for (std::size_t i = 0; i < view.questions.size(); ++i) {
        Tab tab;
        tab.id = "question_" + std::to_string(i + 1);
        tab.style.label = label_of(ui, view, i, titles);
        tab.style.selected = i == view.selected;
        tab.style.name = std::to_string(i + 1) + " " + view.questions[i].title;
        // The question of this moment carries a clock.
        if (is_running && i == view.clock.question) tab.style.icon = Icon::clock;
        const Size size = chip_size(ui, tab.style);
        tab.width = size.width;
        plan.row_height = std::max(plan.row_height, size.height);
        plan.tabs.push_back(std::move(tab));
    }
    return plan;
}

// Shares the tabs out to rows, two where one is too narrow; whether they fit.
bool place_in_rows(TabsPlan& plan, float width, float gap) {
    const std::size_t count = plan.tabs.size();
    if (row_width(plan.tabs, 0, count, gap) <= width || count < 2) {
        return row_width(plan.tabs, 0, count, gap) <= width;
    }
    // The two rows are as equally long as they can be.
    plan.rows = 2;
    std::size_t first_row = count;
    float best = 0;
    for (std::size_t cut = 1; cut < count; ++cut) {
        const float longer =
            std::max(row_width(plan.tabs, 0, cut, gap), row_width(plan.tabs, cut, count, gap));
        if (first_row != count && longer >= best) continue;
        best = longer;
        first_row = cut;
    }
    for (std::size_t i = first_row; i < count; ++i) plan.tabs[i].row = 1;
    return best <= width;
}

TabsPlan plan_tabs(Ui& ui, float width, const TableView& view) {
    const float gap = ui.px(unit::gap);
    TabsPlan plan = measure_tabs(ui, view, Titles::shown);
    const bool has_room_below =
        ui.metrics().portrait() || (ui.text_scale() < largest_controls_scale && !view.keys.open);
    const bool fits = place_in_rows(plan, width, gap);
    if (fits && (plan.rows == 1 || has_room_below)) return plan;
    // Rather no title than half of one, or than a second row where the notes, or what is being
    // written, need its room: the selected question is known by its number.
    plan = measure_tabs(ui, view, Titles::left_out);
    (void)place_in_rows(plan, width, gap);
    return plan;
}

}  // namespace

float question_tabs_height(Ui& ui, float width, const TableView& view) {
    if (view.questions.empty()) return 0;
    const TextScale scale(ui, std::min(largest_controls_scale, ui.text_scale()));
    const TabsPlan plan = plan_tabs(ui, width, view);
    const auto rows = static_cast<float>(plan.rows);
    return rows * plan.row_height + (rows - 1) * ui.px(unit::gap);
}

std::optional<std::size_t> draw_question_tabs(Ui& ui, const Rect& rect, const TableView& view) {
    const TextScale scale(ui, std::min(largest_controls_scale, ui.text_scale()));
    TabsPlan plan = plan_tabs(ui, rect.width, view);
    std::optional<std::size_t> chosen;
    float left = rect.left;
    for (std::size_t i = 0; i < plan.tabs.size(); ++i) {
        Tab& tab = plan.tabs[i];
        if (i > 0 && tab.row != plan.tabs[i - 1].row) left = rect.left;
        const float top =
            rect.top + static_cast<float>(tab.row) * (plan.row_height + ui.px(unit::gap));
        tab.style.id = tab.id;
        if (chip(ui, {left, top, tab.width, plan.row_height}, tab.style)) chosen = i;
        left += tab.width + ui.px(unit::gap);
    }
    return chosen;
}

}  // namespace stormote
