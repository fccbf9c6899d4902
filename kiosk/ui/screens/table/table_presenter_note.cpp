// TablePresenter: a note that is open to be changed.
#include <algorithm>

#include "kiosk/desk/note_said.h"
#include "kiosk/ui/screens/table/table_presenter.h"
#include "sync/base/match.h"

namespace stormote {

bool TablePresenter::is_changed(const OpenedNote& note) const {
    return note.view.composer.kind != note.newest.kind ||
           note.view.composer.writing.text != note.newest.text;
}

Draft TablePresenter::note_draft() const {
    const Composer& composer = note_->view.composer;
    // A note that is open as it was has nothing to keep.
    if (is_blank(composer.writing) || !is_changed(*note_)) return {};
    return {composer.kind, selected_.value_or(0), composer.writing.text};
}

void TablePresenter::open_note(const NoteId& id) {
    const auto versions =
        desk_.read([&](const Desk& desk) { return note_versions(desk.state(), id); });
    if (versions.empty()) return;
    OpenedNote note;
    note.id = id;
    note.newest = versions.front();
    note.view.versions = versions;
    note.view.is_withdrawn = note.newest.is_withdrawn;
    note.view.is_chosen =
        desk_.read([&](const Desk& desk) { return said_of_note(desk.state(), id).is_chosen; });
    note.view.composer.kind = note.newest.kind;
    note.view.composer.writing = writing_of(note.newest.text);
    note.view.question = question_words();
    list_choices(note);
    // Before the note is open: this saves the draft of the table.
    drafts_.open("note " + to_string(id), [this, id](const Draft& draft) {
        if (!note_ || note_->id != id || is_changed(*note_)) return;
        stop_choosing();
        note_->view.composer.kind = draft.kind;
        note_->view.composer.writing = writing_of(draft.text);
    });
    note_ = std::move(note);
}

void TablePresenter::close_note() {
    note_.reset();
    keys_.open = false;
    drafts_.resume(table_draft_name(), composer_draft());
    read_ms_.reset();
}

void TablePresenter::draw_note(Ui& ui) {
    TableNoteView& view = note_->view;
    view.is_changed = is_changed(*note_);
    view.composer.draft = drafts_.state();
    view.composer.saved_text = drafts_.saved_text();
    view.composer.misspelt = misspelt_in(view.composer);
    show_copied(view.composer);
    view.keys = keys_;
    for (const TableNoteIntent& intent : draw_table_note(ui, view)) {
        ui.wake_at(ui.now_ms());
        // An intent may have closed the note that the next one is about.
        if (note_) act(intent, ui);
    }
}

void TablePresenter::act(const TableNoteIntent& intent, const Ui& ui) {
    TableNoteView& view = note_->view;
    std::visit(Match{[&](const WritingIntent& writing) {
                         write(writing, view.composer, [this] { finish_change(); });
                     },
                     [&](const WithdrawNote&) { withdraw_note(); },
                     [&](const DropChange&) {
                         view.composer.kind = note_->newest.kind;
                         view.composer.writing = writing_of(note_->newest.text);
                         keep_draft();
                     },
                     [&](const OpenOrder&) { open_order(); },
                     [&](const BeginChoosing& begun) { begin_choosing(begun.what, ui); },
                     [&](const ToggleChosen&) { toggle_chosen(note_->id, ui); },
                     [&](const ChooseForNote& chosen) { choose_for_note(chosen.index); },
                     [&](const ScrollNotes& scroll) { view.scroll = scroll.scroll; },
                     [&](const FrameIntent& chosen) { act(chosen); }},
               intent);
}

// Whoever writes, or goes back, chooses nothing any more.
void TablePresenter::stop_choosing() {
    if (!note_ || note_->view.choosing == NoteChoosing::nothing) return;
    note_->view.choosing = NoteChoosing::nothing;
    note_->view.scroll = {};
}

void TablePresenter::list_choices(OpenedNote& note) const {
    const auto says_the_same = [](const NoteChoice& one, const NoteChoice& other) {
        return one.kind == other.kind && one.text == other.text &&
               one.is_withdrawn == other.is_withdrawn;
    };
    note.view.earlier.clear();
    for (const NoteChoice& version : note.view.versions) {
        const auto is_listed = [&](const NoteChoice& each) { return says_the_same(each, version); };
        if (version.is_withdrawn || says_the_same(version, note.newest) ||
            std::any_of(note.view.earlier.begin(), note.view.earlier.end(), is_listed)) {
            continue;
        }
        note.view.earlier.push_back(version);
    }
    const TableView& table = contents_.view;
    note.view.questions.clear();
    note.questions.clear();
    for (std::size_t i = 0; i < contents_.questions.size(); ++i) {
        if (i == table.selected) continue;
        note.questions.push_back(contents_.questions[i]);
        note.view.questions.push_back(std::to_string(i + 1) + " " + table.questions[i].title);
    }
    note.view.has_departments = contents_.has_departments;
    note.view.may_choose = contents_.chosen_count < most_chosen;
    note.view.others.clear();
    note.others.clear();
    for (std::size_t i = 0; i < contents_.notes.size(); ++i) {
        const NoteCard& card = table.notes[i];
        if (contents_.notes[i] == note.id || card.is_withdrawn || card.choices.size() > 1) continue;
        note.others.push_back(contents_.notes[i]);
        note.view.others.push_back(card);
    }
}

void TablePresenter::choose_for_note(std::size_t index) {
    const NoteId id = note_->id;
    const TableNoteView& view = note_->view;
    if (is_changed(*note_)) return;
    switch (view.choosing) {
        case NoteChoosing::question:
            if (index >= note_->questions.size()) return;
            return rewrite_notes(Deed::moved, view.questions[index],
                                 [id, question = note_->questions[index]](const EventState& state) {
                                     auto wording = wording_of(state, id);
                                     if (!wording) return std::vector<NoteWording>{};
                                     wording->question = question;
                                     return std::vector{*wording};
                                 });
        case NoteChoosing::note:
            if (index >= note_->others.size()) return;
            return change_notes(Deed::joined, view.versions.front().text,
                                [id, other = note_->others[index]](Desk& desk) {
                                    return join(desk, id, other, actor::facilitator);
                                });
        case NoteChoosing::version:
            if (index >= view.earlier.size()) return;
            return rewrite_notes(Deed::restored, view.earlier[index].text,
                                 [id, version = view.earlier[index]](const EventState& state) {
                                     auto wording = wording_of(state, id);
                                     if (!wording) return std::vector<NoteWording>{};
                                     wording->kind = version.kind;
                                     wording->state = NoteState::standing;
                                     wording->text = version.text;
                                     return std::vector{*wording};
                                 });
        case NoteChoosing::agreeing:
        case NoteChoosing::owner:
        case NoteChoosing::due:
        case NoteChoosing::department:
            return choose_mark(index);
        case NoteChoosing::nothing:
            break;
    }
}

void TablePresenter::finish_change() {
    const Composer& composer = note_->view.composer;
    if (is_blank(composer.writing) || note_->sent_text) return;
    if (!is_changed(*note_) && !note_->view.is_withdrawn) return close_note();
    note_->sent_text = composer.writing.text;
    const NoteId id = note_->id;
    desk_.ask(
        scope_,
        [id, kind = composer.kind, text = text_of(composer.writing),
         draft = drafts_.name()](Desk& desk) {
            auto wording = wording_of(desk.state(), id);
            std::vector<NoteWording> to;
            if (wording) {
                wording->kind = kind;
                wording->state = NoteState::standing;
                wording->text = text;
                to.push_back(std::move(*wording));
            }
            auto rewriting = rewrite(desk, to, actor::facilitator);
            desk.drafts().remove(draft);
            return rewriting;
        },
        [this, id](const std::optional<NoteRewriting>& rewriting) {
            if (rewriting) note_done(Deed::changed, rewriting->to.front().text, rewriting);
            if (!note_ || note_->id != id) return;
            // Whoever wrote on meanwhile goes on, on top of what is recorded now.
            const bool is_the_same = note_->sent_text == note_->view.composer.writing.text;
            note_->sent_text.reset();
            read_ms_.reset();
            if (!is_the_same) return;
            (void)drafts_.finish();
            close_note();
        },
        [this, id](const Error&) {
            if (!note_ || note_->id != id) return;
            note_->sent_text.reset();
            keep_draft();
        });
}

void TablePresenter::withdraw_note() {
    rewrite_notes(Deed::taken_away, note_->newest.text, [id = note_->id](const EventState& state) {
        auto wording = wording_of(state, id);
        if (!wording) return std::vector<NoteWording>{};
        wording->state = NoteState::withdrawn;
        return std::vector{*wording};
    });
}

void TablePresenter::choose_version(std::size_t note, std::size_t choice) {
    if (note >= contents_.notes.size()) return;
    const auto& choices = contents_.view.notes[note].choices;
    if (choice >= choices.size()) return;
    desk_.ask(
        scope_,
        [id = contents_.notes[note], chosen = choices[choice]](Desk& desk) {
            // A version with the words that were chosen replaces all of them.
            if (chosen.is_withdrawn) return desk.withdraw_note(id, actor::facilitator);
            return desk.edit_note(id, chosen.kind, chosen.text, actor::facilitator);
        },
        [this](bool) { read_ms_.reset(); }, [](const Error&) {});
}

}  // namespace stormote
