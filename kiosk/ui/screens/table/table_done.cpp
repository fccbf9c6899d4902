#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/ui/screens/table/table_parts.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float done_padding = 20;

ButtonStyle undo_button(const Ui& ui) {
    return {.id = "take_back_done",
            .label = ui.say(Sentence{"Undo"}),
            .icon = Icon::undo,
            .kind = ButtonKind::outlined};
}

TextBlockStyle words_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = theme.ink;
    style.role = Role::status;
    style.max_lines = 3;
    return style;
}

// Beside the words where there is room, else below them.
struct DonePlan {
    Size button;
    float words_width = 0;
    float words_height = 0;
    bool is_beside = false;

    [[nodiscard]] float height(const Ui& ui) const {
        const float around = ui.px(2 * done_padding);
        if (is_beside || button.height == 0) return around + std::max(words_height, button.height);
        return around + words_height + ui.px(unit::gap) + button.height;
    }
};

DonePlan plan_done(Ui& ui, float width, const TableDone& done) {
    DonePlan plan;
    const float inner = width - ui.px(2 * done_padding);
    if (done.can_be_taken_back) plan.button = button_size(ui, undo_button(ui), inner);
    const float beside = inner - plan.button.width - ui.px(24);
    plan.is_beside = beside >= plan.button.width;
    plan.words_width = plan.is_beside ? beside : inner;
    const TextBlockStyle style = words_style(ui.theme());
    const float line = measure_text(ui, 0, "Å", style).height;
    plan.words_height = std::min(measure_text(ui, plan.words_width, done.words, style).height,
                                 std::ceil(line * static_cast<float>(style.max_lines)));
    return plan;
}

}  // namespace

float table_done_height(Ui& ui, float width, const TableDone& done) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    return plan_done(ui, width, done).height(ui);
}

bool draw_table_done(Ui& ui, const Rect& rect, const TableDone& done) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const DonePlan plan = plan_done(ui, rect.width, done);
    ui.painter().fill(rect, ui.theme().primary_tint, ui.px(unit::radius));
    Rect inside = rect.inset(ui.px(done_padding), ui.px(done_padding));
    Rect place{inside.left, inside.top, plan.words_width, plan.words_height};
    if (plan.is_beside) place.top += std::round((inside.height - plan.words_height) / 2);
    // Long words are cut rather than set smaller: the note itself says them.
    const TextBlockStyle style = words_style(ui.theme());
    TextStyle text;
    text.size_px = ui.metrics().text_px(style.size);
    text.colour = style.colour;
    text.wrap_px = place.width;
    text.max_lines = style.max_lines;
    ui.painter().text({place.left, place.top}, done.words, text);
    RecordedItem item;
    item.label = done.words;
    item.rect = place;
    item.role = style.role;
    ui.record().add(std::move(item));
    if (!done.can_be_taken_back) return false;
    const Rect button_place =
        plan.is_beside
            ? inside.take_right(plan.button.width).middle({plan.button.width, plan.button.height})
            : inside.take_bottom(plan.button.height);
    return button(ui, button_place, undo_button(ui));
}

}  // namespace stormote
