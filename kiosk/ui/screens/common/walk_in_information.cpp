#include "kiosk/ui/screens/common/walk_in_information.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/widgets/button_row.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

void add_stored(Ui& ui, Column& column, Icon icon, const std::string& words) {
    if (words.empty()) return;
    TextBlockStyle style;
    style.size = 30;
    style.colour = ui.theme().ink;
    style.personal = icon != Icon::calendar;
    column.block(icon_line_height(ui, column.width(), words, style),
                 [&ui, icon, words, style](const Rect& rect) {
                     icon_line(ui, rect, icon, ui.theme().primary, words, style);
                 });
    column.gap(12);
}

Sentence question(const WalkInView& view) {
    if (view.asks_consent) {
        return view.is_for_another ? Sentence{"May we store this about the person?"}
                                   : Sentence{"May we store this about you?"};
    }
    return view.is_for_another ? Sentence{"This is stored about the person"}
                               : Sentence{"This is what we store about you"};
}

void add_information(Ui& ui, Column& column, const WalkInView& view) {
    const Theme& theme = ui.theme();
    column.words(ui.say(question(view)), screen_title_style(theme));
    column.gap(24);
    add_stored(ui, column, Icon::person, view.name);
    std::string from = view.organisation;
    if (!from.empty() && !view.sector.empty()) from += " · " + view.sector;
    if (view.shared_with.empty()) {
        add_stored(ui, column, Icon::building, from);
        add_stored(ui, column, Icon::people, walk_in_role_text(ui, view.role, view.is_for_another));
    } else {
        add_stored(ui, column, Icon::people, view.shared_with);
    }
    TextBlockStyle words;
    words.size = unit::body;
    words.colour = theme.ink_secondary;
    if (view.is_for_another) {
        column.gap(12);
        column.words(ui.say(Sentence{"Read this to the person:"}), words);
    }
    for (const std::string& paragraph : view.information) {
        column.gap(12);
        column.words(paragraph, words);
    }
}

std::vector<RowButton> answers(Ui& ui, const WalkInView& view) {
    Sentence no{"No, thank you"};
    Sentence yes{"Check me in"};
    if (view.is_for_another) {
        no = view.asks_consent ? Sentence{"The person says no"} : Sentence{"Do not register"};
        yes = view.asks_consent ? Sentence{"The person has said yes"} : Sentence{"Check in"};
    } else if (view.asks_consent) {
        yes = {"Yes, check me in"};
    }
    return {{{.id = "decline", .label = ui.say(no), .kind = ButtonKind::outlined}, {}},
            {{.id = "register", .label = ui.say(yes), .icon = Icon::check}, {}}};
}

}  // namespace

std::optional<WalkInIntent> draw_walk_in_information(Ui& ui, const Rect& frame_bounds,
                                                     const WalkInView& view) {
    Rect bounds = frame_bounds.inset(margin_of(ui), ui.px(32));
    const std::vector<RowButton> buttons = answers(ui, view);
    float buttons_height = 0;
    {
        const TextScale aside(ui, std::min(TextScale::aside, ui.text_scale()));
        draw_progress(ui, bounds.take_top(progress_size(ui, view.steps).height), view.steps);
        buttons_height = button_row_height(ui, bounds.width, buttons);
    }
    bounds.take_top(ui.px(24));
    const float gap = ui.px(32);
    const float padding = ui.px(40);
    const Size most{bounds.width - ui.px(112), bounds.height - buttons_height - gap - 2 * padding};
    const Column column =
        fit_column(ui, most, [&](Column& words) { add_information(ui, words, view); });
    // Card and buttons stand together, a little above the middle of what is left.
    const float height = column.height() + 2 * padding;
    const float spare = std::max(0.0F, bounds.height - height - gap - buttons_height);
    bounds.take_top(std::round(spare * 0.4F));
    const Rect card_rect = bounds.take_top(height);
    card(ui, card_rect);
    column.draw({card_rect.left + ui.px(56), card_rect.top + padding});
    bounds.take_top(gap);
    const TextScale aside(ui, std::min(TextScale::aside, ui.text_scale()));
    const auto pressed = button_row(ui, bounds.take_top(buttons_height), buttons);
    if (!pressed) return std::nullopt;
    if (*pressed == 0) return DeclineRegistration{};
    return RegisterOnTheSpot{};
}

}  // namespace stormote
