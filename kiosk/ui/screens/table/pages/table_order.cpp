#include "kiosk/ui/screens/table/pages/table_order.h"

#include <algorithm>
#include <numeric>

#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/widgets/button_row.h"

namespace stormote {

namespace {

using Asked = std::optional<TableOrderIntent>;

void draw_title(Ui& ui, Rect& bounds, const TableOrderView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    draw_page_title(ui, bounds, ui.say(Sentence{"In which order are the notes to stand?"}));
    draw_page_lead(ui, bounds,
                   view.question + "\n" +
                       ui.say(Sentence{"Drag a note by its handle, or tap it and move it up or "
                                       "down."}));
    bounds.take_top(ui.px(24));
}

bool is_dragged(const TableOrderView& view) {
    return view.hand.hold == CardHand::Hold::dragged && view.hand.card < view.notes.size();
}

// While one is carried, the others stand as they will.
std::vector<std::size_t> shown_order(const TableOrderView& view) {
    std::vector<std::size_t> order(view.notes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (!is_dragged(view)) return order;
    order.erase(order.begin() + static_cast<std::ptrdiff_t>(view.hand.card));
    const std::size_t place = std::min(shown_place(view.hand), order.size());
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), view.hand.card);
    return order;
}

std::vector<NumberCard> cards_of(const Ui& ui, const TableOrderView& view) {
    std::vector<NumberCard> cards;
    cards.reserve(view.notes.size());
    for (const std::size_t index : shown_order(view)) {
        const NoteCard& note = view.notes[index];
        const int number = static_cast<int>(cards.size()) + 1;
        const std::string kind =
            note.is_withdrawn ? ui.say(Sentence{"Taken away"}) : note_word(ui.texts(), note.kind);
        const bool is_selected = view.selected == index;
        const std::string said = std::to_string(number) + ". " + note.text;
        cards.push_back({.id = "note_" + std::to_string(number),
                         .number = number,
                         .upper = note.text,
                         .lower = kind + " · " + note.time_text,
                         .is_selected = is_selected,
                         .said = is_selected ? ui.say(Sentence{"Chosen: {}"}, said) : said});
    }
    return cards;
}

// They stay where they are while the notes change places: a finger may tap again and again.
Asked draw_buttons(Ui& ui, Rect& bounds, const TableOrderView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const std::size_t count = view.notes.size();
    const std::size_t selected = view.selected.value_or(count);
    const auto button = [&](std::string_view id, Sentence words, Icon icon, bool enabled) {
        return RowButton{{.id = id,
                          .label = ui.say(words),
                          .icon = icon,
                          .kind = ButtonKind::outlined,
                          .enabled = enabled},
                         {}};
    };
    const std::vector<RowButton> buttons{
        button("shift_up", Sentence{"Move up"}, Icon::up, selected > 0 && selected < count),
        button("shift_down", Sentence{"Move down"}, Icon::down, selected + 1 < count)};
    const Rect row = bounds.take_bottom(button_row_height(ui, bounds.width, buttons));
    bounds.take_bottom(ui.px(24));
    const auto pressed = button_row(ui, row, buttons);
    if (!pressed) return std::nullopt;
    return ShiftSelected{*pressed == 0};
}

}  // namespace

std::optional<TableOrderIntent> draw_table_order(Ui& ui, const TableOrderView& view) {
    ui.begin_screen("table_order");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    draw_title(ui, bounds, view);
    leave_upper_third(ui, bounds);
    // Their room first, but they are read after the notes.
    const std::size_t first = ui.record().mark();
    const Asked shift = draw_buttons(ui, bounds, view);
    const std::size_t end = ui.record().mark();
    const OrderCardsTouch touch =
        draw_order_cards(ui, bounds, cards_of(ui, view), view.scroll, view.hand,
                         view.follows_selected ? view.selected : std::nullopt);
    ui.record().put_behind(first, end);
    Asked intent;
    if (!(touch.scroll == view.scroll) || !(touch.hand == view.hand)) {
        intent = ScrollOrder{touch.scroll, touch.hand};
    }
    if (touch.chosen) intent = SelectForOrder{*touch.chosen};
    if (touch.put_at) intent = PlaceHeldNote{*touch.put_at};
    if (shift) intent = shift;
    // Escape puts down what is carried, and leads back only then.
    if (frame.intent && !is_dragged(view)) intent = *frame.intent;
    return intent;
}

}  // namespace stormote
