#include "kiosk/ui/screens/follow_up/follow_up_presenter.h"

#include <utility>

#include "kiosk/lists/follow_up/follow_up_fields.h"
#include "sync/base/local_time.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Other devices say something, too.
constexpr std::int64_t refresh_ms = 1'000;

Sentence hint_of(FollowUpField field) {
    switch (field) {
        case FollowUpField::owner:
            return {"A function, or the name of somebody registered."};
        case FollowUpField::due:
            return {"Write it as 2022-09-26."};
        case FollowUpField::wording:
            return {"An empty field shows what was written at the table."};
        default:
            return {"An empty field takes it away."};
    }
}

bool is_one_line(FollowUpField field) {
    return field != FollowUpField::wording && field != FollowUpField::answer;
}

FollowUpCards cards_of(const EventState& state, FollowUpTab tab,
                       const std::optional<NoteId>& looked_for,
                       const std::optional<FollowUpSubject>& department_for,
                       const std::string& today, const Texts& texts) {
    switch (tab) {
        case FollowUpTab::similar:
            return similar_cards(similar_proposals(state, note_language("sv")), texts);
        case FollowUpTab::notes:
            return published_cards(state, looked_for, texts);
        case FollowUpTab::follow_up:
            return follow_up_cards(state, today, department_for, texts);
    }
    return {};
}

std::uint64_t count_operations(const Desk& desk) {
    std::uint64_t count = 0;
    for (const DeviceHead& head : desk.journal().heads()) count += head.head.sequence;
    return count;
}

constexpr Sentence changed_meanwhile{"It is not as it was any more. Look again."};

StatusLine changed_line(const Texts& texts) {
    return {texts.get(changed_meanwhile), true};
}

// As a note was written at the table, where one version alone stands.
bool is_original(const EventState& state, const FollowUpSubject& subject, const std::string& text) {
    const auto *note = std::get_if<NoteId>(&subject);
    const auto found = note == nullptr ? state.notes().end() : state.notes().find(*note);
    if (found == state.notes().end()) return false;
    const auto heads = found->second.heads(state.device_table());
    return heads.size() == 1 && heads.front()->content.text == text;
}

// Refused where somebody has changed meanwhile what was shown.
Result<std::optional<NoteStep>> say_written(Desk& desk, const WriteField& field,
                                            const std::string& text, const std::string& label) {
    const EventState& state = desk.state();
    auto checked = check_follow_up(state, field.field, text, label);
    if (!checked) return checked.error();
    if (!stands_as_shown(state, field.subject, field.field, field.text)) {
        return input_error(changed_meanwhile);
    }
    const bool shows_original =
        field.field == FollowUpField::wording && is_original(state, field.subject, *checked);
    return take_step(desk,
                     {{field.subject, {{field.field, shows_original ? std::string() : *checked}}}},
                     actor::organiser);
}

}  // namespace

void FollowUpPresenter::open() {
    is_open_ = true;
    view_ = {};
    cards_.reset();
    stop_looking();
    written_.reset();
    steps_.clear();
    is_stale_ = true;
}

void FollowUpPresenter::stop_looking() {
    looked_for_.reset();
    department_for_.reset();
    is_stale_ = true;
}

void FollowUpPresenter::refresh(Ui& ui) {
    const bool is_due = !read_ms_ || ui.now_ms() - *read_ms_ >= refresh_ms;
    if (is_stale_ || is_due) {
        read_ms_ = ui.now_ms();
        read(ui.texts());
    }
    ui.wake_at(*read_ms_ + refresh_ms);
}

void FollowUpPresenter::read(const Texts& texts) {
    if (std::exchange(is_reading_, true)) return;
    // Looking for proposals that are alike takes long: only where something was recorded since.
    const auto known = std::exchange(is_stale_, false) ? std::nullopt : std::optional(operations_);
    const std::string today = local_time_of(clock_.wall_ms()).substr(0, 10);
    desk_.ask(
        scope_,
        [tab = view_.tab, looked_for = looked_for_, department_for = department_for_, today, texts,
         known](Desk& desk) -> std::optional<Reading> {
            const std::uint64_t operations = count_operations(desk);
            if (operations == known) return std::nullopt;
            return Reading{cards_of(desk.state(), tab, looked_for, department_for, today, texts),
                           operations};
        },
        [this](std::optional<Reading> reading) {
            is_reading_ = false;
            // Of a tab that was left meanwhile, they are read anew.
            if (!reading || is_stale_) return;
            cards_ = std::move(reading->cards);
            operations_ = reading->operations;
        },
        [this](const Error&) { is_reading_ = false; });
}

std::optional<FrameIntent> FollowUpPresenter::draw(Ui& ui, const FrameView& frame) {
    refresh(ui);
    if (written_) return draw_writing(ui, frame);
    view_.frame = frame;
    view_.is_reading = !cards_;
    view_.cards = cards_ ? cards_->cards : std::vector<CardParts>();
    view_.can_undo = !steps_.empty();
    view_.lead = looked_for_ ? ui.say(Sentence{"Which note says the same?"}) : "";
    std::optional<FrameIntent> to;
    for (const FollowUpIntent& intent : draw_follow_up(ui, view_)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const ChooseFollowUpTab& choice) { choose_tab(choice.tab); },
                         [&](const PressCardChip& pressed) { act(pressed.id, ui.texts()); },
                         [&](const UndoNoteStep&) { take_back(ui.texts()); },
                         [&](const ScrollFollowUp& scrolled) { view_.scroll = scrolled.scroll; },
                         [&](const FrameIntent& chosen) { to = chosen; }},
                   intent);
    }
    return to;
}

void FollowUpPresenter::choose_tab(FollowUpTab tab) {
    view_.tab = tab;
    view_.scroll = {};
    view_.news.reset();
    cards_.reset();
    stop_looking();
}

void FollowUpPresenter::act(const std::string& chip, const Texts& texts) {
    if (!cards_) return;
    const auto found = cards_->actions.find(chip);
    if (found == cards_->actions.end()) return;
    view_.news.reset();
    const CardAction action = found->second;
    std::visit(Match{[&](const SayOfNotes& said) { say(said, texts); },
                     [&](const WriteField& field) { begin_writing(field, texts); },
                     [&](const LookForSame& note) {
                         looked_for_ = note.note;
                         is_stale_ = true;
                     },
                     [&](const ChooseDepartment& item) {
                         department_for_ = item.subject;
                         is_stale_ = true;
                     },
                     [&](const StopLooking&) { stop_looking(); }},
               action);
}

void FollowUpPresenter::say(const SayOfNotes& said, const Texts& texts) {
    // Who taps twice means it once.
    if (std::exchange(is_saying_, true)) return;
    desk_.ask(
        scope_,
        [said](Desk& desk) {
            const auto changes = said.changes(desk.state());
            return changes ? take_step(desk, *changes, actor::organiser) : std::nullopt;
        },
        [this, texts](std::optional<NoteStep> step) {
            is_saying_ = false;
            stop_looking();
            take(std::move(step), texts);
        },
        [this, texts](const Error& error) {
            is_saying_ = false;
            view_.news = StatusLine{texts.get(error), true};
        });
}

void FollowUpPresenter::take(std::optional<NoteStep> step, const Texts& texts) {
    is_stale_ = true;
    if (!step) {
        view_.news = changed_line(texts);
        return;
    }
    steps_.push_back(std::move(*step));
    view_.news = StatusLine{texts.get({"Recorded."}), false};
}

void FollowUpPresenter::take_back(const Texts& texts) {
    if (steps_.empty()) return;
    // Whoever presses twice takes back two steps. One that cannot be taken back any more is over.
    const NoteStep step = std::move(steps_.back());
    steps_.pop_back();
    desk_.ask(
        scope_, [step](Desk& desk) { return stormote::take_back(desk, step, actor::organiser); },
        [this, texts](bool is_taken) {
            is_stale_ = true;
            view_.news =
                is_taken ? StatusLine{texts.get({"Taken back."}), false} : changed_line(texts);
        },
        [this, texts](const Error& error) {
            view_.news = StatusLine{texts.get(error), true};
        });
}

void FollowUpPresenter::begin_writing(const WriteField& field, const Texts& texts) {
    // The finger that opened it has let go of the list.
    view_.scroll.held = false;
    written_ = Written{};
    written_->field = field;
    WritingPageView& view = written_->view;
    view.screen = "follow_up_field";
    view.question = texts.get(follow_up_label(field.field)) + ": " + field.about;
    view.wording = Wording::event;
    view.writing = writing_of(field.text);
    if (is_one_line(field.field)) view.keys.use = KeyboardUse::line;
    if (field.field == FollowUpField::due) view.keys.page = KeyPage::signs;
}

std::optional<FrameIntent> FollowUpPresenter::draw_writing(Ui& ui, const FrameView& frame) {
    WritingPageView& view = written_->view;
    view.frame = frame;
    view.hint_icon = written_->problem ? Icon::warning : Icon::lightbulb;
    view.hint = written_->problem ? ui.texts().get(*written_->problem)
                                  : ui.say(hint_of(written_->field.field));
    view.go_on = {.id = "save", .label = ui.say(Sentence{"Save"}), .icon = Icon::check};
    const WritingPageAnswer answer = draw_writing_page(ui, view);
    if (!(answer.writing == view.writing)) written_->problem.reset();
    view.writing = answer.writing;
    view.keys = answer.keys;
    if (answer.goes_on) {
        ui.wake_at(ui.now_ms());
        save_writing(ui.texts());
    }
    if (!answer.intent) return std::nullopt;
    ui.wake_at(ui.now_ms());
    if (!std::holds_alternative<GoBack>(*answer.intent)) return answer.intent;
    written_.reset();
    return std::nullopt;
}

void FollowUpPresenter::save_writing(const Texts& texts) {
    if (std::exchange(is_saying_, true)) return;
    const WriteField field = written_->field;
    const std::string typed = text_of(written_->view.writing);
    const std::string text =
        is_one_line(field.field) || is_blank(written_->view.writing) ? trim_text(typed) : typed;
    // Whoever saves what the field showed has said nothing.
    if (text == trim_text(field.text)) {
        is_saying_ = false;
        written_.reset();
        return;
    }
    const std::string label = texts.get(follow_up_label(field.field));
    desk_.ask(
        scope_, [field, text, label](Desk& desk) { return say_written(desk, field, text, label); },
        [this, texts](Result<std::optional<NoteStep>> step) {
            is_saying_ = false;
            if (!step) {
                // What was typed stays. Behind it, what somebody else may have said meanwhile.
                if (written_) written_->problem = step.error();
                is_stale_ = true;
                return;
            }
            written_.reset();
            department_for_.reset();
            take(std::move(*step), texts);
        },
        [this, texts](const Error& error) {
            is_saying_ = false;
            if (written_) written_->problem = error;
        });
}

}  // namespace stormote
