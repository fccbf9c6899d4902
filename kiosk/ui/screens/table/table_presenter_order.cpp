// TablePresenter: the order of the notes of a question.
#include <algorithm>

#include "kiosk/desk/notes/note_ordering.h"
#include "kiosk/ui/screens/table/table_presenter.h"
#include "sync/base/match.h"

namespace stormote {

void TablePresenter::open_order() {
    order_ = OpenedOrder{note_->id, true, {}, {}, {}};
    close_note();
}

void TablePresenter::draw_order(Ui& ui, const FrameView& frame) {
    TableOrderView view;
    view.frame = frame;
    view.question = question_words();
    view.scroll = order_->scroll;
    view.follows_selected = order_->follows;
    std::vector<NoteId> ids;
    for (std::size_t i = 0; i < contents_.notes.size(); ++i) {
        const NoteCard& note = contents_.view.notes[i];
        if (note.choices.size() > 1) continue;
        if (contents_.notes[i] == order_->selected) view.selected = ids.size();
        view.notes.push_back(note);
        ids.push_back(contents_.notes[i]);
    }
    // Others may have written or moved notes meanwhile.
    const auto held = std::find(ids.begin(), ids.end(), order_->held);
    if (held == ids.end()) order_->hand = {};
    order_->hand.card = static_cast<std::size_t>(held - ids.begin());
    if (order_->hand.to >= ids.size()) order_->hand.to.reset();
    view.hand = order_->hand;
    const auto intent = draw_table_order(ui, view);
    if (!intent) return;
    ui.wake_at(ui.now_ms());
    std::visit(
        Match{[&](const SelectForOrder& choice) {
                  if (choice.index < ids.size()) order_->selected = ids[choice.index];
              },
              [&](const ShiftSelected& shift) {
                  if (view.selected) shift_selected(shift.up, view.notes[*view.selected], ui);
              },
              [&](const ScrollOrder& scroll) {
                  order_->scroll = scroll.scroll;
                  order_->hand = scroll.hand;
                  order_->follows = false;
                  if (scroll.hand.card < ids.size()) order_->held = ids[scroll.hand.card];
              },
              [&](const PlaceHeldNote& placing) { place_held(placing.place, ids, view, ui); },
              [&](const FrameIntent& chosen) {
                  if (std::holds_alternative<GoBack>(chosen)) {
                      order_.reset();
                  } else {
                      to_ = chosen;
                  }
              }},
        *intent);
}

void TablePresenter::shift_selected(bool up, const NoteCard& note, const Ui& ui) {
    const std::string done = up ? ui.say(Sentence{"Moved up: {}"}, note.text)
                                : ui.say(Sentence{"Moved down: {}"}, note.text);
    mark_note(Deed::marked, done,
              [id = order_->selected, way = up ? NoteShift::up : NoteShift::down](Desk& desk) {
                  return shift_note(desk, id, way, actor::facilitator);
              });
    order_->follows = true;
}

void TablePresenter::place_held(std::size_t place, const std::vector<NoteId>& ids,
                                const TableOrderView& view, const Ui& ui) {
    const NoteId id = order_->held;
    const std::size_t from = view.hand.card;
    order_->hand = {};
    if (from >= ids.size() || place >= ids.size()) return;
    order_->selected = id;
    if (place == from) return;
    const std::size_t behind = place < from ? place : place + 1;
    const auto ahead_of = behind < ids.size() ? std::optional(ids[behind]) : std::nullopt;
    mark_note(
        Deed::marked, ui.say(Sentence{"Moved to place {}: {}"}, place + 1, view.notes[from].text),
        [id, ahead_of](Desk& desk) { return place_note(desk, id, ahead_of, actor::facilitator); });
    move_card(id, ahead_of);
}

// At once: until the desk has answered, the note is not to jump back.
void TablePresenter::move_card(const NoteId& id, const std::optional<NoteId>& ahead_of) {
    std::vector<NoteId>& notes = contents_.notes;
    std::vector<NoteCard>& cards = contents_.view.notes;
    const auto from = std::find(notes.begin(), notes.end(), id) - notes.begin();
    const NoteCard card = cards[static_cast<std::size_t>(from)];
    notes.erase(notes.begin() + from);
    cards.erase(cards.begin() + from);
    const auto to =
        (ahead_of ? std::find(notes.begin(), notes.end(), *ahead_of) : notes.end()) - notes.begin();
    notes.insert(notes.begin() + to, id);
    cards.insert(cards.begin() + to, card);
}

}  // namespace stormote
