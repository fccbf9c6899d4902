#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/organiser/organiser_parts.h"

namespace stormote {

namespace {

struct ActionChip {
    ChipStyle style;
    OrganiserIntent intent;
};

std::vector<ActionChip> action_chips(const Ui& ui, const AgendaView& view) {
    return {
        {{.id = "add_question", .label = ui.say(Sentence{"New question"}), .icon = Icon::lines},
         AgendaIntent{AddQuestion{}}},
        {{.id = "add_item", .label = ui.say(Sentence{"New programme item"}), .icon = Icon::clock},
         AgendaIntent{AddProgrammeItem{}}},
        {{.id = "delay_agenda",
          .label = ui.say(Sentence{"All that is left 5 minutes later"}),
          .icon = Icon::forward,
          .enabled = view.can_delay},
         AgendaIntent{DelayAgenda{}}},
        {{.id = "undo_agenda",
          .label = ui.say(Sentence{"Undo"}),
          .icon = Icon::undo,
          .enabled = view.can_undo},
         AgendaIntent{UndoAgenda{}}},
        {{.id = "open_settings",
          .label = ui.say(Sentence{"Settings"}),
          .icon = Icon::calendar,
          .enabled = view.can_change_settings},
         OpenSettings{}}};
}

void draw_actions(Ui& ui, Rect& bounds, const AgendaView& view, OrganiserIntents& intents) {
    const float gap = ui.px(unit::gap);
    float left = bounds.left;
    float row = 0;
    for (const ActionChip& action : action_chips(ui, view)) {
        Size size = chip_size(ui, action.style);
        size.width = std::min(size.width, bounds.width);
        if (left > bounds.left && left + size.width > bounds.right()) {
            bounds.take_top(row + gap);
            left = bounds.left;
            row = 0;
        }
        if (chip(ui, {left, bounds.top, size.width, size.height}, action.style)) {
            intents.emplace_back(action.intent);
        }
        left += size.width + gap;
        row = std::max(row, size.height);
    }
    bounds.take_top(row + ui.px(24));
}

void draw_news(Ui& ui, Rect& bounds, const StatusLine& news) {
    TextBlockStyle style = organiser_words(ui.theme());
    style.colour = news.is_warning ? ui.theme().error : ui.theme().success;
    style.weight = Weight::bold;
    style.role = Role::status;
    const Rect line = bounds.take_top(icon_line_height(ui, bounds.width, news.text, style));
    icon_line(ui, line, news.is_warning ? Icon::warning : Icon::check, style.colour, news.text,
              style);
    bounds.take_top(ui.px(20));
}

}  // namespace

void draw_agenda_tab(Ui& ui, const Rect& rect, const OrganiserView& view,
                     OrganiserIntents& intents) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    Rect bounds = rect;
    if (ui.metrics().portrait()) draw_upper_third(ui, bounds, Icon::calendar);
    draw_actions(ui, bounds, view.agenda, intents);
    if (view.agenda.news) draw_news(ui, bounds, *view.agenda.news);
    if (view.agenda.rows.empty()) {
        return draw_empty_state(
            ui, bounds, Icon::calendar,
            ui.say(Sentence{"The evening has no questions and no programme "
                            "yet. Write them here, or read them from a list."}));
    }
    std::vector<NumberCard> cards;
    cards.reserve(view.agenda.rows.size());
    for (std::size_t i = 0; i < view.agenda.rows.size(); ++i) {
        const AgendaRow& row = view.agenda.rows[i];
        cards.push_back(
            {"agenda_" + std::to_string(i + 1), row.number, row.title, row.detail, row.is_now});
    }
    const NumberCardsTouch touch = draw_number_cards(ui, "agenda", bounds, cards, view.scroll);
    if (!(touch.scroll == view.scroll)) intents.emplace_back(ScrollOrganiser{touch.scroll});
    if (touch.chosen) intents.emplace_back(AgendaIntent{OpenAgendaRow{*touch.chosen}});
}

}  // namespace stormote
