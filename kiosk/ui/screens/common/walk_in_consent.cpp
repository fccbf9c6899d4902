#include "kiosk/ui/screens/common/walk_in_consent.h"

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

void add_consent(Ui& ui, Column& column, const WalkInView& view) {
    const Theme& theme = ui.theme();
    TextBlockStyle title = screen_title_style(theme);
    column.words(view.is_for_another ? ui.say(Sentence{"May we store this about the person?"})
                                     : ui.say(Sentence{"May we store this about you?"}),
                 title);
    column.gap(24);
    add_stored(ui, column, Icon::person, view.name);
    std::string from = view.organisation;
    if (!from.empty() && !view.sector.empty()) from += " · " + view.sector;
    if (view.shared_with.empty()) {
        add_stored(ui, column, Icon::building, from);
        add_stored(ui, column, Icon::people, view.role);
    } else {
        add_stored(ui, column, Icon::people, view.shared_with);
    }
    add_stored(ui, column, Icon::calendar,
               ui.say(Sentence{"Erased on {} at the latest."}, view.stored_until));
    column.gap(12);
    TextBlockStyle words;
    words.size = unit::body;
    words.colour = theme.ink_secondary;
    column.words(
        view.is_for_another
            ? ui.say(Sentence{
                  "Say what is stored, and why: to place the person in a group and to count who "
                  "took part. Which association somebody is from can say something about their "
                  "beliefs, so ask first. The person can change their mind at any time."})
            : ui.say(Sentence{
                  "We need it to place you in a group and to count who took part. Which "
                  "association you are from can say something about your beliefs, so we ask first. "
                  "You can change your mind at any time: just tell the staff."}),
        words);
}

}  // namespace

std::optional<WalkInIntent> draw_walk_in_consent(Ui& ui, const Rect& frame_bounds,
                                                 const WalkInView& view) {
    Rect bounds = frame_bounds.inset(margin_of(ui), ui.px(32));
    const std::vector<RowButton> buttons{
        {{.id = "decline",
          .label = view.is_for_another ? ui.say(Sentence{"The person says no"})
                                       : ui.say(Sentence{"No, thank you"}),
          .kind = ButtonKind::outlined},
         {}},
        {{.id = "consent",
          .label = view.is_for_another ? ui.say(Sentence{"The person has said yes"})
                                       : ui.say(Sentence{"Yes, check me in"}),
          .icon = Icon::check},
         {}}};
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
        fit_column(ui, most, [&](Column& words) { add_consent(ui, words, view); });
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
    if (*pressed == 0) return DeclineConsent{};
    return GiveConsent{};
}

}  // namespace stormote
