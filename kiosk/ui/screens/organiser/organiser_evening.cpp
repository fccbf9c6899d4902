#include <algorithm>

#include "kiosk/ui/screens/organiser/organiser_parts.h"

namespace stormote {

namespace {

constexpr float evening_padding = 34;
constexpr float evening_gap = 12;

// The card's title, or the first line of a row.
enum class RowLook : std::uint8_t { title, warning, row };

TextBlockStyle row_style(const Theme& theme, const EveningRow& row, RowLook look) {
    TextBlockStyle style =
        look == RowLook::row ? strong_text_style(theme, 26) : organiser_heading(theme);
    if (look == RowLook::warning) style.colour = theme.warning;
    style.personal = row.is_personal;
    return style;
}

RowLook head_look(const EveningCard& view) {
    return view.is_warning ? RowLook::warning : RowLook::title;
}
TextBlockStyle detail_style(const Theme& theme, const EveningRow& row) {
    TextBlockStyle style = quiet_text_style(theme, 25);
    if (row.is_warning) style.colour = theme.warning;
    return style;
}

ChipStyle chip_style(const EveningRow& row) {
    std::string name = row.about.empty() ? "" : row.button + ": " + row.about;
    ChipStyle style{.id = row.id, .label = row.button, .name = std::move(name)};
    style.enabled = !row.is_busy;
    return style;
}

// A row: its words, and its button beside them where there is room, and else below.
struct RowPlan {
    Size chip;
    float words = 0;  // their width
    float text = 0;
    float detail = 0;
    bool is_beside = true;
    float height = 0;
};

RowPlan plan_row(Ui& ui, float width, const EveningRow& row, RowLook look = RowLook::row) {
    RowPlan plan;
    plan.chip = chip_size(ui, chip_style(row));
    plan.is_beside = width - plan.chip.width - ui.px(32) > ui.px(340) * ui.text_scale();
    plan.words = plan.is_beside ? width - plan.chip.width - ui.px(32) : width;
    plan.text = measure_text(ui, plan.words, row.text, row_style({}, row, look)).height;
    if (!row.detail.empty()) {
        plan.detail = measure_text(ui, plan.words, row.detail, detail_style({}, row)).height;
    }
    const float words = plan.text + plan.detail;
    plan.height = plan.is_beside ? std::max(words, plan.chip.height)
                                 : words + ui.px(evening_gap) + plan.chip.height;
    return plan;
}

void draw_row(Ui& ui, const ScrolledBounds& scrolled, Rect place, const EveningRow& row,
              RowLook look, OrganiserIntents& intents) {
    const RowPlan plan = plan_row(ui, place.width, row, look);
    Rect chip_place =
        plan.is_beside ? place.take_right(plan.chip.width) : place.take_bottom(plan.chip.height);
    chip_place = {chip_place.left, chip_place.centre().y - plan.chip.height / 2, plan.chip.width,
                  plan.chip.height};
    if (!plan.is_beside) place.take_bottom(ui.px(evening_gap));
    const float words = plan.text + plan.detail;
    place = {place.left, place.centre().y - words / 2, plan.words, words};
    draw_words_in(ui, scrolled, place.take_top(plan.text), row.text,
                  row_style(ui.theme(), row, look));
    if (!row.detail.empty()) {
        draw_words_in(ui, scrolled, place, row.detail, detail_style(ui.theme(), row));
    }
    if (!is_wholly_in_sight(scrolled, chip_place)) return;
    if (chip(ui, chip_place, chip_style(row)) && scrolled.taps_count) {
        intents.emplace_back(row.deed);
    }
}

}  // namespace

float evening_card_height(Ui& ui, float width, const EveningCard& view) {
    const float inside = width - ui.px(2 * evening_padding);
    float height = plan_row(ui, inside, view.head, head_look(view)).height;
    for (const EveningRow& row : view.rows) {
        height += ui.px(evening_gap) + plan_row(ui, inside, row).height;
    }
    return height + ui.px(2 * 22);
}

void draw_evening_card(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect,
                       const EveningCard& view, OrganiserIntents& intents) {
    card(ui, rect);
    Rect inside = rect.inset(ui.px(evening_padding), ui.px(22));
    const auto draw = [&](const EveningRow& row, RowLook look) {
        const float height = plan_row(ui, inside.width, row, look).height;
        draw_row(ui, scrolled, inside.take_top(height), row, look, intents);
        inside.take_top(ui.px(evening_gap));
    };
    draw(view.head, head_look(view));
    for (const EveningRow& row : view.rows) draw(row, RowLook::row);
}

}  // namespace stormote
