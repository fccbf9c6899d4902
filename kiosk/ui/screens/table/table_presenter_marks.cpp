// TablePresenter: what the table says of its notes besides their words.
#include <algorithm>
#include <utility>

#include "kiosk/ui/screens/table/table_chosen.h"
#include "kiosk/ui/screens/table/table_presenter.h"
#include "sync/base/match.h"

namespace stormote {

void TablePresenter::begin_choosing(NoteChoosing what, const Ui& ui) {
    TableNoteView& view = note_->view;
    note_->marks = desk_.read([&](const Desk& desk) {
        const std::int64_t now_ms = clock_.wall_ms();
        return note_marks(desk.state(), note_->id, what, round_time(desk.state(), now_ms).now,
                          now_ms, ui.texts());
    });
    view.options.clear();
    for (const NoteMark& mark : note_->marks) view.options.push_back(mark.option);
    view.choosing = what;
    view.scroll = {};
    keys_.open = false;
}

void TablePresenter::choose_mark(std::size_t index) {
    if (index >= note_->marks.size()) return;
    const NoteMark& mark = note_->marks[index];
    const std::string words = mark.done + " · " + note_->newest.text;
    stop_choosing();
    mark_note(Deed::marked, words, [id = note_->id, fields = mark.fields](Desk& desk) {
        return stormote::mark_note(desk, id, fields, actor::facilitator);
    });
}

void TablePresenter::agree_with(const NoteId& id, const std::string& text) {
    mark_note(Deed::agreed, text,
              [id](Desk& desk) { return count_agreeing(desk, id, actor::facilitator); });
}

void TablePresenter::toggle_chosen(const NoteId& id, const Ui& ui) {
    const auto place = std::find(contents_.notes.begin(), contents_.notes.end(), id);
    if (place == contents_.notes.end()) return;
    const NoteCard& note =
        contents_.view.notes[static_cast<std::size_t>(place - contents_.notes.begin())];
    const std::string done = note.is_chosen
                                 ? ui.say(Sentence{"No longer for the wall: {}"}, note.text)
                                 : ui.say(Sentence{"For the wall: {}"}, note.text);
    mark_note(Deed::marked, done,
              [id](Desk& desk) { return stormote::toggle_chosen(desk, id, actor::facilitator); });
}

void TablePresenter::mark_note(Deed deed, const std::string& detail,
                               std::function<std::optional<NoteMarking>(Desk&)> mark) {
    desk_.ask(
        scope_, std::move(mark),
        [this, deed, detail](const std::optional<NoteMarking>& marking) {
            read_ms_.reset();
            // It stands so already, or a table may choose no more: what is shown says so.
            if (marking) note_step(deed, detail, *marking);
        },
        [this, detail](const Error&) {
            read_ms_.reset();
            note_step(Deed::failed, detail, {});
        });
}

void TablePresenter::draw_chosen(Ui& ui, const FrameView& frame) {
    TableChosenView view;
    view.frame = frame;
    view.most = most_chosen;
    view.scroll = *chosen_;
    const TableView& table = contents_.view;
    view.question = question_words();
    std::vector<NoteId> ids;
    for (std::size_t i = 0; i < table.notes.size(); ++i) {
        const NoteCard& note = table.notes[i];
        if (note.is_withdrawn || note.choices.size() > 1) continue;
        view.notes.push_back(note);
        ids.push_back(contents_.notes[i]);
    }
    const auto intent = draw_table_chosen(ui, view);
    if (!intent) return;
    ui.wake_at(ui.now_ms());
    std::visit(Match{[&](const ToggleNote& toggle) {
                         if (toggle.index < ids.size()) toggle_chosen(ids[toggle.index], ui);
                     },
                     [&](const ScrollChosen& scroll) { chosen_ = scroll.scroll; },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             chosen_.reset();
                         } else {
                             to_ = chosen;
                         }
                     }},
               *intent);
}

}  // namespace stormote
