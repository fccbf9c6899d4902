#include "kiosk/ui/screens/table/table_presenter.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "kiosk/desk/note_said.h"
#include "kiosk/ui/screens/table/table_parts.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

// What others write at the same table is seen this soon.
constexpr std::int64_t refresh_ms = 2000;

// Puts text that was found, or was not taken, before what is being written now.
void put_before(Writing& writing, const std::string& text) {
    writing = writing_of(is_blank(writing) ? text : text + "\n" + writing.text);
}

}  // namespace

TablePresenter::TablePresenter(DeskThread& desk, const Clock& clock)
    : desk_(desk), clock_(clock), drafts_(desk, clock) {}

void TablePresenter::choose_table() {
    drafts_.save();
    note_.reset();
    changes_.reset();
    chosen_.reset();
    search_.reset();
    order_.reset();
    done_.reset();
    forgets_copied_ = forgets_copied_ || !copied_.empty();
    copied_.clear();
    offers_paste_ = false;
    // What is answered from now on is not about the next table.
    scope_.renew();
    group_.reset();
    keys_ = {};
    choice_.news.clear();
    read_ms_.reset();
}

void TablePresenter::open(GroupNumber group) {
    choose_table();
    // A door has no use for it.
    if (!spelling_) spelling_.emplace();
    group_ = group;
    selected_.reset();
    composer_ = {};
    has_found_draft_ = false;
    scroll_ = {.at_end = true};
    open_table_draft();
}

void TablePresenter::open_table_draft() {
    drafts_.open(table_draft_name(), [this](const Draft& draft) {
        composer_.kind = draft.kind;
        if (draft.question > 0) selected_ = draft.question;
        has_found_draft_ = is_blank(composer_.writing);
        put_before(composer_.writing, draft.text);
        read_ms_.reset();
    });
}

std::string TablePresenter::table_draft_name() const {
    return fmt::format("table {}", *group_);
}

QuestionNumber TablePresenter::question() const {
    return contents_.questions.empty() ? 0 : contents_.questions[contents_.view.selected];
}

std::string TablePresenter::question_words() const {
    if (contents_.view.questions.empty()) return "";
    const QuestionTab& tab = contents_.view.questions[contents_.view.selected];
    return tab.text.empty() ? tab.title : tab.text;
}

void TablePresenter::refresh(Ui& ui) {
    const std::int64_t now_ms = ui.now_ms();
    ui.wake_at((read_ms_ ? *read_ms_ : now_ms) + refresh_ms);
    if (read_ms_ && now_ms - *read_ms_ < refresh_ms) return;
    read_ms_ = now_ms;
    desk_.read([&](const Desk& desk) {
        if (!group_) {
            const RoundTime time = round_time(desk.state(), clock_.wall_ms());
            choice_.tables = table_cards(desk.state(), time.now, ui.texts());
            return;
        }
        spelling_->know_names_of(desk.state());
        contents_ = table_contents(desk.state(), *group_, selected_, desk.device(), ui.texts(),
                                   clock_.wall_ms());
        if (!note_) return;
        auto versions = note_versions(desk.state(), note_->id);
        if (versions.empty()) {
            // Erased meanwhile, with the person whom it was about.
            note_.reset();
            return;
        }
        // What somebody chooses from does not move under their finger.
        if (note_->view.choosing != NoteChoosing::nothing) return;
        note_->view.versions = std::move(versions);
        note_->newest = note_->view.versions.front();
        note_->view.is_withdrawn = note_->newest.is_withdrawn;
        note_->view.is_chosen = said_of_note(desk.state(), note_->id).is_chosen;
        list_choices(*note_);
    });
    if (group_) selected_ = question();
    // Everybody has found their chair, or somebody has moved the times.
    if (contents_.changes.people.empty()) changes_.reset();
    if (search_) find_notes();
}

std::optional<Navigation> TablePresenter::draw(Ui& ui, const FrameView& frame) {
    refresh(ui);
    if (!group_) {
        draw_choice(ui, frame);
    } else if (note_) {
        draw_note(ui);
    } else if (search_) {
        draw_search(ui, frame);
    } else if (order_) {
        draw_order(ui, frame);
    } else if (chosen_) {
        draw_chosen(ui, frame);
    } else if (changes_) {
        draw_changes(ui, frame);
    } else {
        draw_table(ui, frame);
    }
    if (const auto due_ms = drafts_.save_if_due()) ui.wake_at(*due_ms);
    // The machine keeps it no longer than the table does.
    if (std::exchange(forgets_copied_, false)) ui.copy("");
    return std::exchange(to_, std::nullopt);
}

void TablePresenter::draw_choice(Ui& ui, const FrameView& frame) {
    choice_.frame = frame;
    const auto intent = draw_table_choice(ui, choice_);
    if (!intent) return;
    std::visit(Match{[&](const ChooseTable& choice) {
                         if (choice.index >= choice_.tables.size()) return;
                         open(choice_.tables[choice.index].number);
                         ui.wake_at(ui.now_ms());
                     },
                     [&](const ScrollTables& scroll) { choice_.scroll = scroll.scroll; },
                     [&](const FrameIntent& chosen) { act(chosen); }},
               *intent);
}

void TablePresenter::draw_table(Ui& ui, const FrameView& frame) {
    TableView& view = contents_.view;
    view.frame = frame;
    view.composer = composer_;
    view.composer.draft = drafts_.state();
    view.composer.saved_text = drafts_.saved_text();
    view.composer.misspelt = misspelt_in(composer_);
    show_copied(view.composer);
    if (has_found_draft_ && drafts_.state() != DraftState::failed) {
        view.composer.draft = DraftState::found;
    }
    // The keyboard goes with the field that it writes in.
    if (is_written_out(view)) keys_.open = false;
    view.keys = keys_;
    view.scroll = scroll_;
    view.done = show_done(ui);
    for (const TableIntent& intent : stormote::draw_table(ui, view)) act(intent, ui);
}

void TablePresenter::draw_changes(Ui& ui, const FrameView& frame) {
    TableChangesView& view = contents_.changes;
    view.frame = frame;
    view.selected = std::min(changes_->selected, view.people.size() - 1);
    view.scroll = changes_->scroll;
    const auto intent = draw_table_changes(ui, view);
    if (!intent) return;
    ui.wake_at(ui.now_ms());
    std::visit(Match{[&](const ChooseChange& choice) { changes_->selected = choice.index; },
                     [&](const ScrollChanges& scroll) { changes_->scroll = scroll.scroll; },
                     [&](const FrameIntent& chosen) {
                         if (!std::holds_alternative<GoBack>(chosen)) {
                             to_ = chosen;
                         } else {
                             changes_.reset();
                         }
                     }},
               *intent);
}

void TablePresenter::act(const TableIntent& intent, Ui& ui) {
    // What was asked for is seen in the next frame, at once.
    ui.wake_at(ui.now_ms());
    std::visit(
        Match{[&](const ChooseQuestion& choice) {
                  selected_ = contents_.questions.at(choice.index);
                  scroll_ = {.at_end = true};
                  read_ms_.reset();
                  keep_draft();
              },
              [&](const WritingIntent& writing) {
                  write(writing, composer_, [this] { finish_note(); });
              },
              [&](const OpenNote& note) { open_note(contents_.notes.at(note.index)); },
              [&](const AgreeWithNote& note) {
                  agree_with(contents_.notes.at(note.index),
                             contents_.view.notes.at(note.index).text);
              },
              [&](const ChooseVersion& version) { choose_version(version.index, version.choice); },
              [&](const ScrollNotes& scroll) { scroll_ = scroll.scroll; },
              [&](const OpenChanges&) { changes_ = OpenedChanges{}; },
              [&](const OpenChosen&) { chosen_ = Scroll{}; },
              [&](const OpenSearch&) { open_search(); },
              [&](const TakeBackDone&) { take_back_done(); },
              [&](const FrameIntent& chosen) { act(chosen); }},
        intent);
}

void TablePresenter::write(const WritingIntent& intent, Composer& composer,
                           const std::function<void()>& finish) {
    std::visit(Match{[&](const ChooseNoteKind& choice) {
                         composer.kind = choice.kind;
                         stop_choosing();
                         keep_draft();
                     },
                     [&](const ChangeWriting& change) {
                         if (change.writing.text != composer.writing.text) {
                             if (!note_) has_found_draft_ = false;
                             offers_paste_ = false;
                             stop_choosing();
                         }
                         composer.writing = change.writing;
                         keep_draft();
                     },
                     [&](const ChangeKeys& change) {
                         keys_ = change.keys;
                         if (keys_.open) stop_choosing();
                     },
                     [&](const CopyText& copy) {
                         copied_ = copy.text;
                         offers_paste_ = true;
                     },
                     [&](const StopPasting&) { offers_paste_ = false; },
                     [&](const FinishNote&) { finish(); }},
               intent);
}

void TablePresenter::act(const FrameIntent& intent) {
    if (!std::holds_alternative<GoBack>(intent)) {
        to_ = intent;
    } else if (note_ && note_->view.choosing != NoteChoosing::nothing) {
        stop_choosing();
    } else if (note_) {
        close_note();
    } else if (group_) {
        choose_table();
    } else {
        // Whoever chooses next finds no news of the last one.
        choose_table();
        to_ = OpenStaffPage{};
    }
}

void TablePresenter::show_copied(Composer& composer) const {
    composer.copied = copied_;
    composer.offers_paste = offers_paste_;
}

std::vector<MarkedWord> TablePresenter::misspelt_in(const Composer& composer) {
    return spelling_->misspelt(composer.writing.text, composer.writing.caret);
}

Draft TablePresenter::composer_draft() const {
    if (is_blank(composer_.writing)) return {};
    return {composer_.kind, selected_.value_or(0), composer_.writing.text};
}

void TablePresenter::keep_draft() {
    drafts_.keep(note_ ? note_draft() : composer_draft());
}

void TablePresenter::finish_note() {
    if (is_blank(composer_.writing)) return;
    const NewNote note{*group_, question(), composer_.kind, text_of(composer_.writing)};
    const std::string draft = drafts_.finish();
    // The field is free at once; should the disk refuse, the words come back to it.
    composer_ = {};
    has_found_draft_ = false;
    scroll_ = {.at_end = true};
    const GroupNumber group = *group_;
    desk_.ask(
        scope_,
        [note, draft](Desk& desk) {
            const NoteId id = desk.write_note(note, actor::facilitator);
            desk.drafts().remove(draft);
            return writing_of_note(desk.state(), id);
        },
        [this, group, note](const NoteRewriting& written) {
            read_ms_.reset();
            if (group_ == group) note_done(Deed::written, note.text, written);
        },
        [this, group, note](const Error&) {
            if (group_ != group) return;
            composer_.kind = note.kind;
            put_before(composer_.writing, note.text);
            if (!note_) keep_draft();
        });
}

bool TablePresenter::take_scan(const ScanText& scan, const Texts& texts) {
    if (group_) return false;
    const auto found = desk_.read([&](const Desk& desk) -> std::optional<GroupNumber> {
        const std::string& text =
            scan.digits.size() >= ticket_digit_count ? scan.digits : scan.text;
        const TicketReading reading = desk.tickets().read(text, desk.state());
        const bool is_good = reading.authenticity == TicketAuthenticity::authentic ||
                             reading.authenticity == TicketAuthenticity::known_code;
        const Ticket *ticket =
            is_good && reading.ticket ? desk.state().find_ticket(*reading.ticket) : nullptr;
        const auto owner = ticket == nullptr ? std::nullopt : desk.state().owner_of(*ticket);
        if (!owner) return std::nullopt;
        return table_of(desk.state(), *owner, round_time(desk.state(), clock_.wall_ms()).now);
    });
    if (found) {
        open(*found);
    } else {
        choice_.news = texts.get(Sentence{"That ticket belongs to no table."});
    }
    return true;
}

}  // namespace stormote
