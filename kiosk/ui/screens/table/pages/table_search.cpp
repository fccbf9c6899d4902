#include "kiosk/ui/screens/table/pages/table_search.h"

#include <algorithm>

#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/widgets/icon_button.h"

namespace stormote {

namespace {

// No note's text has words that are longer.
constexpr std::size_t longest_search = 80;

using Wish = std::optional<TableSearchIntent>;

// The icon says the kind; what is said aloud has it in words.
NumberCard card_of(const Ui& ui, const FoundNote& found, std::size_t index) {
    const NoteCard& note = found.note;
    const std::string kind =
        note.is_withdrawn ? ui.say(Sentence{"Taken away"}) : note_word(ui.texts(), note.kind);
    const std::string where = found.question.empty() ? "" : found.question + " · ";
    const bool names_kind = note.is_withdrawn || found.question.empty();
    return {.id = "found_" + std::to_string(index + 1),
            .upper = note.text,
            .lower = names_kind ? where + kind : found.question,
            .icon = note_icon(note.kind),
            .said = note.text + ". " + where + kind + " · " + note.time_text};
}

class SearchScreen {
  public:
    SearchScreen(Ui& ui, const TableSearchView& view) : ui_(ui), view_(view) {}

    Wish draw() {
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        Rect bounds = frame.bounds;
        const Rect tray = bounds.take_bottom(note_keyboard_height(ui_, view_.keys));
        const bool portrait = ui_.metrics().portrait();
        bounds = bounds.inset(margin_of(ui_), ui_.px(portrait ? 32 : 16));
        if (portrait) {
            draw_page_title(ui_, bounds, ui_.say(Sentence{"Find a note"}));
            leave_upper_third(ui_, bounds);
        }
        Wish intent = draw_line(bounds.take_top(ui_.px(104)));
        bounds.take_top(ui_.px(16));
        if (const Wish chosen = draw_found(bounds)) intent = chosen;
        const NoteKeysAnswer pressed = draw_note_keyboard(ui_, tray, view_.keys, false);
        if (intent) return intent;
        if (frame.intent) return *frame.intent;
        return take_typed(pressed);
    }

  private:
    Wish draw_line(Rect line) {
        const float side = ui_.px(unit::target);
        const Rect toggle = line.take_right(side).middle({side, side});
        line.take_right(ui_.px(24));
        const bool is_cleared = text_field(ui_, line,
                                           {.id = "note_search",
                                            .label = ui_.say(Sentence{"Find a note"}),
                                            .text = view_.typed,
                                            .clear_label = ui_.say(Sentence{"Erase all"})});
        const bool is_open = view_.keys.open;
        const bool is_toggled =
            icon_button(ui_, toggle,
                        {.id = "keyboard",
                         .label = is_open ? ui_.say(Sentence{"Hide the keyboard"})
                                          : ui_.say(Sentence{"Show the keyboard"}),
                         .icon = Icon::keyboard,
                         .selected = is_open});
        if (is_cleared) return ChangeSearch{""};
        if (!is_toggled) return std::nullopt;
        NoteKeys keys = view_.keys;
        keys.open = !is_open;
        keys.since_ms = ui_.now_ms();
        return ChangeSearchKeys{keys};
    }

    Wish draw_found(const Rect& bounds) {
        if (view_.found.empty()) {
            draw_empty_state(ui_, bounds, Icon::search,
                             view_.has_letters
                                 ? ui_.say(Sentence{"No note at this table has such words."})
                                 : ui_.say(Sentence{"Type a few letters of a word in the note."}));
            return std::nullopt;
        }
        std::vector<NumberCard> cards;
        cards.reserve(view_.found.size());
        for (const FoundNote& found : view_.found) {
            cards.push_back(card_of(ui_, found, cards.size()));
        }
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        const NumberCardsTouch touch = draw_number_cards(ui_, "found", bounds, cards, view_.scroll);
        if (touch.chosen) return ChooseFound{*touch.chosen};
        if (!(touch.scroll == view_.scroll)) return ScrollFound{touch.scroll};
        return std::nullopt;
    }

    Wish take_typed(const NoteKeysAnswer& pressed) {
        const std::string typed = edit_line(ui_, view_.typed, pressed.key, longest_search);
        if (typed != view_.typed) return ChangeSearch{typed};
        if (pressed.keys != view_.keys) return ChangeSearchKeys{pressed.keys};
        // One note left, and Enter on a real keyboard: that one is meant.
        if (view_.found.size() == 1 && ui_.pressed(KeyKind::enter)) return ChooseFound{0};
        return std::nullopt;
    }

    Ui& ui_;
    const TableSearchView& view_;
};

}  // namespace

std::optional<TableSearchIntent> draw_table_search(Ui& ui, const TableSearchView& view) {
    ui.begin_screen("table_search");
    return SearchScreen(ui, view).draw();
}

}  // namespace stormote
