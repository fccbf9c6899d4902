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

struct PlacedButton {
    FootButton button;
    Rect place;  // from the foot's corner
};

struct FootPlan {
    std::vector<PlacedButton> buttons;
    float hint = 0;  // its height below the buttons, in a column beside the card
    float height = 0;
};

// Below each other, as wide as the room.
FootPlan plan_column(Ui& ui, float width, const VerdictView& view) {
    FootPlan foot;
    for (const FootButton& button : buttons_of(ui, view)) {
        if (foot.height > 0) foot.height += ui.px(unit::gap);
        const Size size = countdown_button_size(ui, button.look, width);
        foot.buttons.push_back({button, {0, foot.height, width, size.height}});
        foot.height += size.height;
    }
    return foot;
}

// From the left in as many rows as it takes, the last one at the right end.
FootPlan plan_rows(Ui& ui, float width, const VerdictView& view) {
    FootPlan foot;
    float left = 0;
    float row = 0;
    float row_height = 0;
    for (const FootButton& button : buttons_of(ui, view)) {
        const Size size = countdown_button_size(ui, button.look, width);
        if (left > 0 && left + size.width > width) {
            row += row_height + ui.px(unit::gap);
            left = 0;
            row_height = 0;
        }
        row_height = std::max(row_height, size.height);
        foot.buttons.push_back({button, {left, row, size.width, size.height}});
        left += size.width + ui.px(unit::gap);
    }
    Rect& last = foot.buttons.back().place;
    last.left = width - last.width;
    foot.height = row + row_height;
    return foot;
}

FootPlan plan(Ui& ui, float width, const VerdictView& view) {
    const bool is_narrow = width < ui.px(900);
    if (!is_narrow && !ui.metrics().portrait()) return plan_rows(ui, width, view);
    FootPlan foot = plan_column(ui, width, view);
    const std::string hint = verdict_hint(ui, view);
    if (ui.metrics().portrait() || hint.empty()) return foot;
    foot.hint = icon_line_height(ui, width, hint, hint_style(ui.theme()));
    foot.height += ui.px(unit::gap) + foot.hint;
    return foot;
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
    std::optional<VerdictIntent> intent;
    for (const PlacedButton& at : foot.buttons) {
        const Rect place{rect.left + at.place.left, rect.top + at.place.top, at.place.width,
                         at.place.height};
        if (countdown_button(ui, place, at.button.look)) intent = at.button.intent;
    }
    if (foot.hint > 0) {
        icon_line(ui, {rect.left, rect.bottom() - foot.hint, rect.width, foot.hint}, Icon::clock,
                  ui.theme().ink_secondary, verdict_hint(ui, view), hint_style(ui.theme()));
    }
    return intent;
}

}  // namespace stormote
