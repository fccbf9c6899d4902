// TablePresenter: the order of the notes of a question.
#include <algorithm>

#include "kiosk/desk/notes/note_ordering.h"
#include "kiosk/ui/screens/table/table_presenter.h"
#include "sync/base/match.h"

namespace stormote {

void TablePresenter::open_order() {
    order_ = OpenedOrder{note_->id, true, {}};
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
    const auto intent = draw_table_order(ui, view);
    if (!intent) return;
    ui.wake_at(ui.now_ms());
    std::visit(Match{[&](const SelectForOrder& choice) {
                         if (choice.index < ids.size()) order_->selected = ids[choice.index];
                     },
                     [&](const ShiftSelected& shift) {
                         if (view.selected)
                             shift_selected(shift.up, view.notes[*view.selected], ui);
                     },
                     [&](const ScrollOrder& scroll) {
                         order_->scroll = scroll.scroll;
                         order_->follows = false;
                     },
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

}  // namespace stormote
