#include "kiosk/ui/screens/table/table_changes.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/screens/common/room/room_map.h"

namespace stormote {

namespace {

void draw_title(Ui& ui, Rect& bounds, const TableChangesView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    draw_page_title(ui, bounds, ui.say(Sentence{"Change tables now"}));
    std::string sentence = view.time_text.empty()
                               ? ui.say(Sentence{"It is time for round {}."}, view.round)
                               : ui.say(Sentence{"Round {}, from {}."}, view.round, view.time_text);
    if (view.map) sentence += ' ' + ui.say(Sentence{"Tap a name to see the way."});
    draw_page_lead(ui, bounds, sentence);
    bounds.take_top(ui.px(24));
}

std::string where_to(const Ui& ui, const SeatChange& change) {
    std::string words = change.table_name.empty()
                            ? ui.say(Sentence{"Group {}"}, change.group_number)
                            : change.table_name;
    if (!change.place.empty()) words += " · " + change.place;
    return words;
}

}  // namespace

std::optional<TableChangesIntent> draw_table_changes(Ui& ui, const TableChangesView& view) {
    ui.begin_screen("table_changes");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    draw_title(ui, bounds, view);
    std::optional<TableChangesIntent> intent;
    const GroupNumber to =
        view.selected < view.people.size() ? view.people[view.selected].group_number : 0;
    const bool has_place = view.map && view.map->tables.contains(to);
    const auto map_card = has_place ? take_map_card(ui, bounds, *view.map, 0.45F) : std::nullopt;
    std::vector<NumberCard> cards;
    cards.reserve(view.people.size());
    for (std::size_t i = 0; i < view.people.size(); ++i) {
        const SeatChange& change = view.people[i];
        cards.push_back({"change_" + std::to_string(i + 1), change.group_number, change.name,
                         where_to(ui, change), map_card && i == view.selected});
    }
    const NumberCardsTouch touch = draw_number_cards(ui, "changes", bounds, cards, view.scroll);
    if (map_card) draw_room_map(ui, *map_card, *view.map, to, view.group_number);
    if (!(touch.scroll == view.scroll)) intent = ScrollChanges{touch.scroll};
    if (touch.chosen) intent = ChooseChange{*touch.chosen};
    if (ui.pressed(KeyKind::escape)) intent = FrameIntent{GoBack{}};
    if (frame.intent) intent = *frame.intent;
    return intent;
}

}  // namespace stormote
