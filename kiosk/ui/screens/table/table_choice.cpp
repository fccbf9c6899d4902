#include "kiosk/ui/screens/table/table_choice.h"

#include <algorithm>

#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

std::string name_of(const Ui& ui, const TableCard& table) {
    return table.name.empty() ? ui.say(Sentence{"Group {}"}, table.number) : table.name;
}

std::string people_of(const Ui& ui, const TableCard& table) {
    if (!table.is_closed) return ui.say(Sentence{"{} of {} here"}, table.here, table.all);
    if (table.all == 0) return ui.say(Sentence{"Closed"});
    return ui.say(Sentence{"Closed, {} of {} here"}, table.here, table.all);
}

void draw_title(Ui& ui, Rect& bounds, const TableChoiceView& view) {
    const Theme& theme = ui.theme();
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    draw_page_title(ui, bounds, ui.say(Sentence{"Which table do you lead?"}));
    if (!view.news.empty()) {
        TextBlockStyle news = page_lead_style(theme);
        news.colour = theme.warning;
        news.role = Role::status;
        icon_line(ui, bounds.take_top(icon_line_height(ui, bounds.width, view.news, news)),
                  Icon::warning, theme.warning, view.news, news);
    } else if (!view.tables.empty()) {
        draw_page_lead(
            ui, bounds,
            ui.say(Sentence{
                "Tap the number of the table, or hold your ticket up to the hand scanner."}));
    }
    bounds.take_top(ui.px(24));
}

}  // namespace

std::optional<TableChoiceIntent> draw_table_choice(Ui& ui, const TableChoiceView& view) {
    ui.begin_screen("table_choice");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    draw_title(ui, bounds, view);
    std::optional<TableChoiceIntent> intent;
    if (view.tables.empty()) {
        draw_empty_state(ui, bounds, Icon::people,
                         ui.say(Sentence{"There are no groups yet. The organiser makes them."}));
    } else {
        std::vector<NumberCard> cards;
        cards.reserve(view.tables.size());
        for (const TableCard& table : view.tables) {
            cards.push_back({"table_" + std::to_string(table.number), table.number,
                             name_of(ui, table), people_of(ui, table)});
        }
        const NumberCardsTouch touch = draw_number_cards(ui, "tables", bounds, cards, view.scroll);
        if (!(touch.scroll == view.scroll)) intent = ScrollTables{touch.scroll};
        if (touch.chosen) intent = ChooseTable{*touch.chosen};
    }
    if (frame.intent) intent = *frame.intent;
    return intent;
}

}  // namespace stormote
