#include "kiosk/ui/screens/table/table_chosen.h"

#include <algorithm>

#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

std::size_t chosen_in(const TableChosenView& view) {
    return static_cast<std::size_t>(std::count_if(
        view.notes.begin(), view.notes.end(), [](const NoteCard& note) { return note.is_chosen; }));
}

std::string count_words(const Ui& ui, std::size_t chosen, std::size_t most) {
    // Two screens of a table that had not heard of each other.
    if (chosen > most) {
        return ui.say(Sentence{"{} are chosen, and {} are to be. Tap one of them to take it back."},
                      chosen, most);
    }
    const std::string more =
        chosen < most ? ui.say(Sentence{"Tap a note to choose it, and again to take it back."})
                      : ui.say(Sentence{"Tap one of them to choose another instead."});
    return ui.say(Sentence{"{} of {} chosen."}, chosen, most) + ' ' + more;
}

void draw_title(Ui& ui, Rect& bounds, const TableChosenView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    draw_page_title(ui, bounds, ui.say(Sentence{"Choose three for the wall"}));
    draw_page_lead(ui, bounds, view.question + "\n" + count_words(ui, chosen_in(view), view.most));
    bounds.take_top(ui.px(24));
}

std::string said_of(const Ui& ui, const NoteCard& note) {
    return note.is_chosen ? ui.say(Sentence{"Chosen: {}"}, note.text) : note.text;
}

}  // namespace

std::optional<TableChosenIntent> draw_table_chosen(Ui& ui, const TableChosenView& view) {
    ui.begin_screen("table_chosen");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    draw_title(ui, bounds, view);
    leave_upper_third(ui, bounds);
    std::vector<NumberCard> cards;
    cards.reserve(view.notes.size());
    for (const NoteCard& note : view.notes) {
        std::string lower = note_word(ui.texts(), note.kind);
        if (note.agreeing > 0) {
            lower += " · " + agreeing_words(ui.texts(), note.agreeing);
        }
        cards.push_back({.id = "note_" + std::to_string(cards.size() + 1),
                         .upper = note.text,
                         .lower = lower,
                         .is_selected = note.is_chosen,
                         .icon = note.is_chosen ? Icon::check : note_icon(note.kind),
                         .said = said_of(ui, note)});
    }
    const NumberCardsTouch touch =
        draw_number_cards(ui, "chosen", bounds, cards, view.scroll, NumberCardsLayout::list);
    std::optional<TableChosenIntent> intent;
    if (!(touch.scroll == view.scroll)) intent = ScrollChosen{touch.scroll};
    if (touch.chosen) intent = ToggleNote{*touch.chosen};
    if (ui.pressed(KeyKind::escape)) intent = FrameIntent{GoBack{}};
    if (frame.intent) intent = *frame.intent;
    return intent;
}

}  // namespace stormote
