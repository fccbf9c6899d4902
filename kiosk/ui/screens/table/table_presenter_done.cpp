// TablePresenter: what was done with the table's notes, and taking it back.
#include <utility>

#include "kiosk/ui/screens/table/table_presenter.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

// So long a step is offered to be taken back. Afterwards its note can still be opened, and an
// earlier version restored.
constexpr std::int64_t shown_ms = 120'000;

}  // namespace

void TablePresenter::rewrite_notes(Deed deed, const std::string& detail,
                                   std::function<std::vector<NoteWording>(const EventState&)> to) {
    change_notes(deed, detail, [to = std::move(to)](Desk& desk) {
        return rewrite(desk, to(desk.state()), actor::facilitator);
    });
}

void TablePresenter::change_notes(Deed deed, const std::string& detail,
                                  std::function<std::optional<NoteRewriting>(Desk&)> change) {
    desk_.ask(
        scope_,
        [change = std::move(change), draft = drafts_.finish()](Desk& desk) {
            auto rewriting = change(desk);
            desk.drafts().remove(draft);
            return rewriting;
        },
        [this, deed, detail](const std::optional<NoteRewriting>& rewriting) {
            read_ms_.reset();
            note_done(deed, detail, rewriting);
        },
        [this, detail](const Error&) { note_step(Deed::failed, detail, {}); });
    close_note();
}

void TablePresenter::note_done(Deed deed, const std::string& detail,
                               const std::optional<NoteRewriting>& rewriting) {
    note_step(rewriting ? deed : Deed::refused, detail, rewriting ? Step{*rewriting} : Step{});
}

void TablePresenter::note_step(Deed deed, const std::string& detail, Step step) {
    done_ = Done{deed, detail, std::move(step), clock_.steady_ms()};
}

void TablePresenter::take_back_done() {
    if (!done_ || std::holds_alternative<std::monostate>(done_->step)) return;
    // Once: a second touch finds nothing to take back.
    const Done done = *std::exchange(done_, std::nullopt);
    desk_.ask(
        scope_,
        [step = done.step](Desk& desk) {
            return std::visit(Match{[](const std::monostate&) { return false; },
                                    [&desk](const auto& taken) {
                                        return take_back(desk, taken, actor::facilitator);
                                    }},
                              step);
        },
        [this, done](bool is_taken_back) {
            read_ms_.reset();
            if (!is_taken_back) note_step(Deed::refused, done.detail, {});
        },
        [this, done](const Error&) { done_ = done; });
}

std::optional<TableDone> TablePresenter::show_done(Ui& ui) const {
    if (!done_) return std::nullopt;
    const std::int64_t left_ms = done_->at_ms + shown_ms - clock_.steady_ms();
    if (left_ms <= 0) return std::nullopt;
    ui.wake_at(ui.now_ms() + left_ms);
    TableDone shown = done_words(ui);
    const NoteRewriting *rewriting = std::get_if<NoteRewriting>(&done_->step);
    if (rewriting != nullptr && loses_choice(*rewriting)) {
        shown.words +=
            ". " +
            ui.say(Sentence{"It is no longer for the wall: three are chosen there already."});
    }
    return shown;
}

TableDone TablePresenter::done_words(const Ui& ui) const {
    const std::string& detail = done_->detail;
    switch (done_->deed) {
        case Deed::written:
            return TableDone{ui.say(Sentence{"Noted: {}"}, detail)};
        case Deed::changed:
            return TableDone{ui.say(Sentence{"Changed: {}"}, detail)};
        case Deed::taken_away:
            return TableDone{ui.say(Sentence{"Taken away: {}"}, detail)};
        case Deed::moved:
            return TableDone{ui.say(Sentence{"Moved to question {}"}, detail)};
        case Deed::joined:
            return TableDone{ui.say(Sentence{"Joined into one note: {}"}, detail)};
        case Deed::restored:
            return TableDone{ui.say(Sentence{"Restored: {}"}, detail)};
        case Deed::agreed:
            return TableDone{ui.say(Sentence{"One more agrees: {}"}, detail)};
        case Deed::marked:
            return TableDone{detail};
        case Deed::failed:
            return TableDone{ui.say(Sentence{"Not saved. Call the staff."}), false};
        case Deed::refused:
            break;
    }
    return TableDone{ui.say(Sentence{"Somebody has changed the note since. It stays as it is."}),
                     false};
}

}  // namespace stormote
