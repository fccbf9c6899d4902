#include "kiosk/ui/screens/check_in/verdict_foot.h"

#include <algorithm>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

ButtonStyle next_style(const Ui& ui) {
    return {.id = "next_of_party",
            .label = ui.say(Sentence{"Next from the same association"}),
            .icon = Icon::person_plus,
            .kind = ButtonKind::outlined};
}

RowButton done_style(const Ui& ui, const VerdictView& view) {
    return {{.id = "done", .label = ui.say(Sentence{"Done"})}, view.countdown};
}

TextBlockStyle hint_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = theme.ink_secondary;
    return style;
}

// Nobody should feel hurried by a ring that runs out.
void draw_hint(Ui& ui, const Rect& rect, const VerdictView& view) {
    if (view.countdown.total_ms <= 0) return;
    const TextBlockStyle style = hint_style(ui.theme());
    const std::string words =
        ui.say(Sentence{"The next person can start soon. Touch the screen for more time."});
    // The ring says it too; words that would be cut say nothing.
    if (icon_line_height(ui, rect.width, words, style) > rect.height) return;
    icon_line(ui, rect, Icon::clock, style.colour, words, style);
}

struct Foot {
    Size done;
    Size next;
    bool stacked = false;  // the next one's button above the rest
};

Foot plan(Ui& ui, float width, const VerdictView& view) {
    Foot foot;
    foot.done = countdown_button_size(ui, done_style(ui, view), width);
    if (!view.can_bring_more) return foot;
    foot.next = button_size(ui, next_style(ui), width);
    foot.stacked =
        ui.metrics().portrait() || foot.done.width + ui.px(unit::gap) + foot.next.width > width;
    return foot;
}

}  // namespace

float verdict_foot_height(Ui& ui, float width, const VerdictView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const Foot foot = plan(ui, width, view);
    if (foot.stacked) return foot.next.height + ui.px(unit::gap) + foot.done.height;
    return std::max(foot.done.height, foot.next.height);
}

std::optional<VerdictIntent> draw_verdict_foot(Ui& ui, const Rect& rect, const VerdictView& view) {
    // The group above needs the room more.
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const Foot foot = plan(ui, rect.width, view);
    Rect bounds = rect;
    std::optional<VerdictIntent> intent;
    if (view.can_bring_more) {
        Rect place =
            foot.stacked ? bounds.take_top(foot.next.height) : bounds.take_left(foot.next.width);
        place.width = foot.next.width;
        if (foot.stacked) {
            bounds.take_top(ui.px(unit::gap));
        } else {
            bounds.take_left(ui.px(40));
        }
        if (button(ui, place, next_style(ui))) intent = BringNext{};
    }
    const Rect done = bounds.take_right(foot.done.width);
    bounds.take_right(ui.px(48));
    draw_hint(ui, bounds, view);
    if (countdown_button(ui, done, done_style(ui, view))) intent = VerdictDone{};
    return intent;
}

}  // namespace stormote
