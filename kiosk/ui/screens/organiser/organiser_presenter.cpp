#include "kiosk/ui/screens/organiser/organiser_presenter.h"

#include <utility>

#include "kiosk/documents/export_file.h"
#include "kiosk/package/closing.h"
#include "kiosk/ui/screens/common/status_views.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::int64_t refresh_ms = 1000;

// Of what is for everybody, as the command says it.
std::optional<std::string> warning_before_publishing(const EventState& state,
                                                     const ExportKind& kind, const Texts& texts) {
    if (kind.button->audience != Audience::everybody) return std::nullopt;
    const EventState *const meeting = &state;
    return naming_warning(texts_naming_people({&meeting, 1}, kind.texts), texts);
}

}  // namespace

OrganiserPresenter::OrganiserPresenter(DeskThread& desk, BackgroundSync *sync, const Clock& clock,
                                       TrialThread *trials, SoundPlayer *sounds,
                                       SecondScreen *second_screen, PaperPrinter *paper_printer,
                                       PairingOffice *pairing_office)
    : desk_(desk),
      sync_(sync),
      clock_(clock),
      agenda_(desk, clock),
      board_(desk),
      lists_(desk),
      ready_(desk, clock, {trials, sounds, sync}, ReadyTabs::organisers),
      conflicts_(desk),
      people_list_(desk, clock, paper_printer),
      people_here_(desk, clock, people_list_),
      table_message_(desk, clock),
      meeting_end_(desk, clock, sync),
      remaining_(desk),
      event_log_(desk),
      follow_up_(desk, clock),
      let_in_(desk, pairing_office, clock),
      wall_(desk, clock, second_screen),
      settings_(desk),
      folders_(desk),
      stick_(desk) {}

void OrganiserPresenter::open() {
    view_ = {};
    agenda_.open();
    board_.open();
    ready_.open();
    is_ready_open_ = false;
    conflicts_.close();
    people_list_.forget();
    people_here_.close();
    table_message_.close();
    meeting_end_.close();
    remaining_.close();
    event_log_.close();
    follow_up_.close();
    let_in_.close();
    wall_.close();
    settings_.open();
    are_settings_open_ = false;
    lists_.close();
    read_ms_.reset();
}

void OrganiserPresenter::refresh(Ui& ui) {
    const std::int64_t now_ms = ui.now_ms();
    const bool is_due = !read_ms_ || now_ms - *read_ms_ >= refresh_ms;
    if (is_due) read_ms_ = now_ms;
    ui.wake_at(*read_ms_ + refresh_ms);
    if (!is_due) return;
    if (view_.tab == OrganiserTab::files) {
        folders_.refresh(ui);
        lists_.look();
    }
    if (view_.tab == OrganiserTab::door) read_door();
    desk_.read([&](const Desk& desk) {
        view_.line = organiser_line(desk.state(), clock_.wall_ms());
        if (view_.tab != OrganiserTab::notes) return;
        view_.questions = organiser_notes(desk.state(), ui.texts());
    });
}

void OrganiserPresenter::read_door() {
    if (std::exchange(is_reading_, true)) return;
    desk_.ask(
        scope_,
        [wall_ms = clock_.wall_ms()](Desk& desk) {
            // The desk's own thread may read its state; nobody else writes to it.
            const std::int64_t now_ms = corrected_now_ms(desk, wall_ms);
            return DoorReading{
                report_door(desk.state(), now_ms), report_evening(desk.state(), now_ms),
                list_conflicts(desk.state()),      find_device_troubles(desk),
                operations_aside(desk, {}).size(), std::nullopt};
        },
        [this](DoorReading reading) {
            is_reading_ = false;
            reading_ = std::move(reading);
        },
        [this](const Error&) { is_reading_ = false; });
}

void OrganiserPresenter::show(DoorReading reading, const Texts& texts) {
    if (sync_ != nullptr) reading.sync = sync_->status();
    view_.door = desk_.read(
        [&](const Desk& desk) { return door_view(desk.state(), reading, desk.device(), texts); });
}

void OrganiserPresenter::write_file(const ChosenExport& file, const Texts& texts) {
    const auto chosen_folder = start_writing();
    if (!chosen_folder) return;
    const auto show = [this](const std::string& text, bool is_warning) {
        show_written(text, is_warning);
    };
    const bool has_anonymous = file.kind->anonymous_answers == AnonymousAnswers::included;
    struct Written {
        Result<std::filesystem::path> file;
        std::size_t waiting;  // and is not in it
        std::optional<std::string> naming;
    };
    desk_.ask(
        scope_,
        [has_anonymous, file, folder = *chosen_folder, texts,
         wall_ms = clock_.wall_ms()](Desk& desk) -> Written {
            if (has_anonymous) desk.release_waiting(Occasion::by_staff);
            const CompilationPlan plan{.audience = file.kind->button->audience};
            return {write_export({desk.state(),
                                  texts,
                                  {},
                                  plan,
                                  corrected_now_ms(desk, wall_ms),
                                  desk.table_codes()},
                                 file, folder),
                    has_anonymous ? desk.waiting_count() : 0,
                    warning_before_publishing(desk.state(), *file.kind, texts)};
        },
        [show, texts](const Written& written) {
            if (!written.file) return show(texts.get(written.file.error()), true);
            std::string text = texts.get(Sentence{"Saved: {}"}, written.file.value().string());
            if (written.waiting > 0) {
                text += ". " + waiting_text(written.waiting, texts);
            }
            if (written.naming) text += (text.ends_with('.') ? " " : ". ") + *written.naming;
            show(text, written.waiting > 0 || written.naming);
        },
        [show, texts](const Error& error) { show(texts.get(error), true); });
}

std::optional<std::filesystem::path> OrganiserPresenter::start_writing() {
    auto folder = folders_.folder();
    if (!folder || view_.files.is_writing) return std::nullopt;
    view_.files.is_writing = true;
    view_.files.result.reset();
    return folder;
}

void OrganiserPresenter::show_written(const std::string& text, bool is_warning) {
    view_.files.is_writing = false;
    view_.files.result = StatusLine{text, is_warning};
}

void OrganiserPresenter::make_package(const Texts& texts) {
    const auto chosen_folder = start_writing();
    if (!chosen_folder) return;
    struct Made {
        std::filesystem::path file;
        Result<ClosedRecord> closed;
    };
    desk_.ask(
        scope_,
        [folder = *chosen_folder, texts](Desk& desk) -> Made {
            const std::string name = texts.get(package_file_name) + ".zip";
            const auto file = dated_file(desk.state(), name, folder);
            return {file, close_record(desk, texts, file)};
        },
        [this, texts](const Made& made) {
            if (!made.closed) return show_written(texts.get(made.closed.error()), true);
            std::string text = texts.get(Sentence{"Saved: {}"}, made.file.string());
            const std::size_t waiting = made.closed->waiting;
            if (waiting > 0) text += ". " + waiting_text(waiting, texts);
            show_written(text, waiting > 0);
        },
        [this, texts](const Error& error) { show_written(texts.get(error), true); });
}

void OrganiserPresenter::save_bundle(const Texts& texts) {
    if (const auto folder = start_writing()) stick_.save(*folder, texts);
}

void OrganiserPresenter::fetch_bundles(const Texts& texts) {
    if (start_writing()) stick_.fetch(texts);
}

// Of what came by stick the central store hears at once.
void OrganiserPresenter::show_stick_news() {
    const auto news = stick_.take_news();
    if (!news) return;
    show_written(news->text, news->is_warning);
    if (sync_ != nullptr) sync_->sync_now();
}

std::optional<Navigation> OrganiserPresenter::draw(Ui& ui, const FrameView& frame) {
    draw_page(ui, frame);
    return std::exchange(to_, std::nullopt);
}

void OrganiserPresenter::draw_page(Ui& ui, const FrameView& frame) {
    refresh(ui);
    if (const auto reading = std::exchange(reading_, std::nullopt)) show(*reading, ui.texts());
    view_.frame = frame;
    people_list_.refresh(ui.texts());
    show_news();
    // What the evening is once it is ended stands at the page's top.
    if (meeting_end_.is_open()) view_.scroll = {};
    if (draw_ready(ui) || draw_if_open(conflicts_, ui) || draw_if_open(people_here_, ui) ||
        draw_if_open(table_message_, ui) || draw_if_open(meeting_end_, ui) ||
        draw_if_open(follow_up_, ui) || draw_if_open(let_in_, ui) || draw_if_open(wall_, ui)) {
        return;
    }
    view_.can_follow_up = follow_up_.is_allowed();
    view_.door.can_let_in = let_in_.is_allowed();
    if (view_.tab == OrganiserTab::groups) {
        board_.refresh(ui);
        if (draw_naming(ui)) return;
        view_.board = board_.view(ui.texts());
    }
    if (view_.tab == OrganiserTab::agenda) {
        if (draw_settings(ui) || draw_agenda_item(ui)) return;
        view_.agenda = agenda_.view(ui.texts());
    }
    if (view_.tab == OrganiserTab::files) {
        if (draw_if_open(remaining_, ui) || draw_if_open(event_log_, ui) || draw_list_import(ui)) {
            return;
        }
        view_.files.folders = folders_.names();
        view_.files.selected = folders_.selected();
        view_.files.can_import = lists_.can_import();
        view_.files.can_package = desk_.may(OperationKind::record_packaged);
        view_.files.last_import = lists_.last_import();
        if (auto news = lists_.take_news()) view_.files.result = std::move(news);
        show_stick_news();
    }
    for (const OrganiserIntent& intent : draw_organiser(ui, view_)) {
        ui.wake_at(ui.now_ms());
        act(intent, ui);
    }
}

// What is asked on a page that stands instead of a tab; of what is the frame's, only GoBack is for
// that page.
template <typename Intent, typename Act>
void OrganiserPresenter::follow(const std::optional<Intent>& intent, Act act_on, Ui& ui) {
    if (!intent) return;
    ui.wake_at(ui.now_ms());
    const auto *chosen = std::get_if<FrameIntent>(&*intent);
    if (chosen != nullptr && !std::holds_alternative<GoBack>(*chosen)) {
        to_ = *chosen;
    } else {
        act_on(*intent);
    }
}

// False: no table is being named.
bool OrganiserPresenter::draw_naming(Ui& ui) {
    auto naming = board_.naming();
    if (!naming) return false;
    naming->frame = view_.frame;
    follow(
        draw_table_name(ui, *naming), [this](const auto& intent) { board_.act(intent); }, ui);
    return true;
}

// What has become of the list on paper, and of opening the meeting again, stands in their rows.
void OrganiserPresenter::show_news() {
    if (!view_.door.evening) return;
    for (EveningRow& row : view_.door.evening->rows) {
        const bool is_list = std::holds_alternative<PrintPeopleHere>(row.deed);
        if (is_list) row.is_busy = people_list_.is_busy();
        const std::optional<StatusLine> news = is_list ? people_list_.news()
                                               : std::holds_alternative<ReopenMeeting>(row.deed)
                                                   ? meeting_end_.reopening_news()
                                                   : std::nullopt;
        if (!news) continue;
        row.detail = news->text;
        row.is_warning = news->is_warning;
    }
}

// False: nothing of the agenda is being written.
bool OrganiserPresenter::draw_agenda_item(Ui& ui) {
    auto item = agenda_.item(ui.texts());
    if (!item) return false;
    item->frame = view_.frame;
    follow(
        stormote::draw_agenda_item(ui, *item), [this](const auto& intent) { agenda_.act(intent); },
        ui);
    return true;
}

// False: the settings are not open.
bool OrganiserPresenter::draw_settings(Ui& ui) {
    if (!are_settings_open_) return false;
    const auto to = settings_.draw(ui, view_.frame);
    if (!to) return true;
    if (std::holds_alternative<Back>(*to)) {
        are_settings_open_ = false;
    } else {
        to_ = to;
    }
    return true;
}

// False: no list is being read in.
bool OrganiserPresenter::draw_list_import(Ui& ui) {
    if (!lists_.is_open()) return false;
    follow(
        lists_.draw(ui, view_.frame),
        [this, &ui](const ListImportIntent& intent) { lists_.act(intent, ui.texts()); }, ui);
    return true;
}

// False: something else is shown, which may say how ready all is.
bool OrganiserPresenter::draw_ready(Ui& ui) {
    if (is_ready_open_ || view_.tab == OrganiserTab::door) ready_.refresh(ui);
    view_.door.ready.reset();
    if (!is_ready_open_) {
        if (ready_.is_before_doors())
            view_.door.ready = ready_card(ready_.counts(ui.texts()), ui.texts());
        return false;
    }
    const auto to = ready_.draw(ui, view_.frame);
    if (!to) return true;
    if (const auto *place = std::get_if<ReadyPlace>(&*to)) {
        choose_tab(*place == ReadyPlace::groups   ? OrganiserTab::groups
                   : *place == ReadyPlace::agenda ? OrganiserTab::agenda
                                                  : OrganiserTab::files);
        is_ready_open_ = false;
    } else if (std::holds_alternative<GoBack>(std::get<FrameIntent>(*to))) {
        is_ready_open_ = false;
    } else {
        to_ = std::get<FrameIntent>(*to);
    }
    return true;
}

// False: the page is closed.
template <typename Presenter>
bool OrganiserPresenter::draw_if_open(Presenter& page, Ui& ui) {
    if (!page.is_open()) return false;
    const auto to = page.draw(ui, view_.frame);
    if (!to) return true;
    ui.wake_at(ui.now_ms());
    if (std::holds_alternative<GoBack>(*to)) {
        page.close();
    } else {
        to_ = *to;
    }
    return true;
}

bool OrganiserPresenter::take_code(const std::string& text, ShownTo reader) {
    if (is_ready_open_) ready_.take_code(text, reader);
    return is_ready_open_;
}

void OrganiserPresenter::choose_tab(OrganiserTab tab) {
    view_.tab = tab;
    view_.scroll = {};
    // What it said may be so no longer when the page is seen again.
    view_.door.evening.reset();
    view_.files.result.reset();
    read_ms_.reset();
}

void OrganiserPresenter::act(const EveningDeed& deed, Ui& ui) {
    std::visit(Match{[&](const SeeTable& table) {
                         choose_tab(OrganiserTab::groups);
                         board_.show_table(table.group, table.round);
                     },
                     [&](const CloseTable& table) {
                         choose_tab(OrganiserTab::groups);
                         board_.ask_closing(table.group, table.round);
                     },
                     [&](const SeeGroups&) { choose_tab(OrganiserTab::groups); },
                     [&](const SeeNotes&) { choose_tab(OrganiserTab::notes); },
                     [&](const SeeFiles&) { choose_tab(OrganiserTab::files); },
                     [&](const SeePeopleHere&) { people_here_.open(); },
                     [&](const PrintPeopleHere&) { people_list_.print(ui.texts()); },
                     [&](const SeekPerson&) { to_ = FindPerson{}; },
                     [&](const WriteToTables&) { table_message_.open(); },
                     [&](const ClearTableMessage&) { table_message_.take_away(); },
                     [&](const EndMeeting&) { meeting_end_.open(); },
                     [&](const ReopenMeeting&) { meeting_end_.reopen(ui.texts()); },
                     [&](const SeeFollowUp&) { follow_up_.open(); },
                     [&](const SeePersonalData&) {
                         choose_tab(OrganiserTab::files);
                         remaining_.open();
                     }},
               deed);
}

void OrganiserPresenter::act(const OrganiserIntent& intent, Ui& ui) {
    std::visit(Match{[&](const EveningDeed& deed) { act(deed, ui); },
                     [&](const ChooseOrganiserTab& choice) { choose_tab(choice.tab); },
                     [&](const OpenReady&) { is_ready_open_ = true; },
                     [&](const OpenConflicts&) { conflicts_.open(); },
                     [&](const OpenFollowUp&) { follow_up_.open(); },
                     [&](const OpenLetIn&) { let_in_.open(); },
                     [&](const OpenWall&) { wall_.open(); },
                     [&](const OpenSettings&) { are_settings_open_ = true; },
                     [&](const ScrollOrganiser& scroll) { view_.scroll = scroll.scroll; },
                     [&](const SyncNow&) {
                         if (sync_ == nullptr) return;
                         sync_->sync_now();
                         view_.door.store.is_busy = true;
                     },
                     [&](const ChooseFolder& choice) { folders_.choose(choice.index); },
                     [&](const AgendaIntent& wish) { agenda_.act(wish); },
                     [&](const BoardIntent& wish) { board_.act(wish); },
                     [&](const OpenListImport&) {
                         view_.files.result.reset();
                         lists_.start();
                     },
                     [&](const TakeBackImport&) { lists_.take_back(ui.texts()); },
                     [&](const MakePackage&) { make_package(ui.texts()); },
                     [&](const SaveBundle&) { save_bundle(ui.texts()); },
                     [&](const FetchBundles&) { fetch_bundles(ui.texts()); },
                     [&](const OpenRemaining&) { remaining_.open(); },
                     [&](const OpenEventLog&) { event_log_.open(); },
                     [&](const WriteFile& wish) { write_file(wish.file, ui.texts()); },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             people_list_.forget();
                             to_ = GoHome{};
                         } else {
                             to_ = chosen;
                         }
                     }},
               intent);
}

}  // namespace stormote
