#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"
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
    ChipFlow flow(ui, bounds);
    for (const ActionChip& action : action_chips(ui, view)) {
        if (chip(ui, flow.place(chip_size(ui, action.style)), action.style)) {
            intents.emplace_back(action.intent);
        }
    }
    flow.end(24);
}

}  // namespace

void draw_agenda_tab(Ui& ui, const Rect& rect, const OrganiserView& view,
                     OrganiserIntents& intents) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    Rect bounds = rect;
    if (ui.metrics().portrait()) draw_upper_third(ui, bounds, Icon::calendar);
    draw_actions(ui, bounds, view.agenda, intents);
    if (view.agenda.news) draw_page_news(ui, bounds, *view.agenda.news);
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
