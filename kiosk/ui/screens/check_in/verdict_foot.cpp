#include "kiosk/ui/screens/check_in/verdict_foot.h"

#include <algorithm>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

struct FootButton {
    RowButton look;
    VerdictIntent intent;
};

// The one that ends it last, nearest to the hand.
std::vector<FootButton> buttons_of(const Ui& ui, const VerdictView& view) {
    std::vector<FootButton> buttons;
    if (view.can_deny) {
        buttons.push_back({{{.id = "not_me",
                             .label = ui.say(Sentence{"This is not me"}),
                             .icon = Icon::undo,
                             .kind = ButtonKind::outlined},
                            {}},
                           NotMe{}});
    }
    if (view.can_bring_more) {
        buttons.push_back({{{.id = "next_of_party",
                             .label = ui.say(Sentence{"Next from the same association"}),
                             .icon = Icon::person_plus,
                             .kind = ButtonKind::outlined},
                            {}},
                           BringNext{}});
    }
    buttons.push_back(
        {{{.id = "done", .label = ui.say(Sentence{"Done"})}, view.countdown}, VerdictDone{}});
    return buttons;
}

TextBlockStyle hint_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = theme.ink_secondary;
    return style;
}

struct FootPlan {
    std::vector<FootButton> buttons;
    std::vector<Size> sizes;
    bool stacked = false;
    float hint = 0;  // its height below the buttons, where they have a column of their own
    float height = 0;
};

FootPlan plan(Ui& ui, float width, const VerdictView& view) {
    FootPlan foot{buttons_of(ui, view), {}, false, 0, 0};
    float line = -ui.px(unit::gap);
    float tallest = 0;
    float stack = -ui.px(unit::gap);
    for (const FootButton& button : foot.buttons) {
        const Size size = countdown_button_size(ui, button.look, width);
        foot.sizes.push_back(size);
        line += size.width + ui.px(unit::gap);
        tallest = std::max(tallest, size.height);
        stack += size.height + ui.px(unit::gap);
    }
    const bool is_narrow = !ui.metrics().portrait() && width < ui.px(900);
    foot.stacked = ui.metrics().portrait() || line > width || is_narrow;
    if (const std::string hint = verdict_hint(ui, view); is_narrow && !hint.empty()) {
        foot.hint = icon_line_height(ui, width, hint, hint_style(ui.theme()));
        stack += ui.px(unit::gap) + foot.hint;
    }
    foot.height = foot.stacked ? stack : tallest;
    return foot;
}

std::optional<VerdictIntent> draw_stack(Ui& ui, Rect bounds, const FootPlan& foot) {
    std::optional<VerdictIntent> intent;
    for (std::size_t i = 0; i < foot.buttons.size(); ++i) {
        const Rect place = bounds.take_top(foot.sizes[i].height);
        bounds.take_top(ui.px(unit::gap));
        if (countdown_button(ui, place, foot.buttons[i].look)) intent = foot.buttons[i].intent;
    }
    return intent;
}

// The last at the end, the others from the beginning.
std::optional<VerdictIntent> draw_line(Ui& ui, Rect bounds, const FootPlan& foot) {
    std::optional<VerdictIntent> intent;
    for (std::size_t i = 0; i < foot.buttons.size(); ++i) {
        const float width = foot.sizes[i].width;
        const bool is_last = i + 1 == foot.buttons.size();
        const Rect place = is_last ? bounds.take_right(width) : bounds.take_left(width);
        if (!is_last) bounds.take_left(ui.px(unit::gap));
        if (countdown_button(ui, place, foot.buttons[i].look)) intent = foot.buttons[i].intent;
    }
    return intent;
}

}  // namespace

std::string verdict_hint(const Ui& ui, const VerdictView& view) {
    return view.countdown.total_ms > 0 ? ui.say(Sentence{"Touch the screen for more time."})
                                       : std::string();
}

float verdict_foot_height(Ui& ui, float width, const VerdictView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    return plan(ui, width, view).height;
}

std::optional<VerdictIntent> draw_verdict_foot(Ui& ui, const Rect& rect, const VerdictView& view) {
    // The group beside it needs the room more.
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const FootPlan foot = plan(ui, rect.width, view);
    Rect bounds = rect;
    if (foot.stacked) {
        const Rect hint = bounds.take_bottom(foot.hint);
        const auto intent = draw_stack(ui, bounds, foot);
        if (foot.hint > 0) {
            icon_line(ui, hint, Icon::clock, ui.theme().ink_secondary, verdict_hint(ui, view),
                      hint_style(ui.theme()));
        }
        return intent;
    }
    return draw_line(ui, bounds, foot);
}

}  // namespace stormote
