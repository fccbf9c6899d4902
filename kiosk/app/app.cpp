#include "kiosk/app/app.h"

#include <utility>

#include "kiosk/desk/personal/late_device.h"
#include "kiosk/desk/way_out.h"
#include "kiosk/ui/screens/check_in/answer_tone.h"
#include "kiosk/ui/screens/common/status_views.h"
#include "kiosk/ui/screens/unlock/late_page.h"
#include "kiosk/ui/shell/frame_views.h"
#include "sync/base/date_text.h"
#include "sync/base/local_time.h"
#include "sync/base/match.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

// Of two tickets held up together, each answer is to be seen.
constexpr std::int64_t between_codes_ms = 2'500;
// Reading every attendee is much for every frame of a large event.
constexpr std::int64_t conflicts_last_ms = 5'000;

}  // namespace

App::App(Ui& ui, DeskThread& desk, const Languages& languages, const Clock& clock,
         const AppOptions& options)
    : ui_(ui),
      desk_(desk),
      clock_(clock),
      options_(options),
      preferences_(ui, languages, options.language, options.speaker, options.hearing),
      problem_keeper_(desk, clock, problems_, options.labels),
      staff_({desk,
              clock,
              problems_,
              options.labels,
              {options.trials, options.sounds, options.sync},
              options.station.kind == StationKind::entrance,
              [this](const Error&) { show_broken_machine(); }}),
      table_(desk, clock),
      organiser_(desk, options.sync, clock, options.trials, options.sounds, options.second_screen,
                 options.paper_printer, options.pairing_office) {
    if (options.station.group) table_.open(*options.station.group);
    desk_.read([this](const Desk& opened) { style_.follow(opened.state().settings()); });
    go_home();
    put_on_style();
}

void App::put_on_style() {
    DisplayStyle style = preferences_.style();
    style.theme = style_.adorn(style.theme);
    ui_.set_style(style);
}

FrameView App::frame() {
    const std::int64_t now_ms = clock_.wall_ms();
    // The clock in the header moves on at the next full minute.
    ui_.wake_at(ui_.now_ms() + 60'000 - now_ms % 60'000);
    FrameView view = desk_.read([&](const Desk& desk) {
        style_.follow(desk.state().settings());
        return frame_view(desk.state(), texts(), now_ms);
    });
    view.logo = style_.logo();
    preferences_.describe(view);
    view.problem_count = problem_count();
    return view;
}

std::size_t App::problem_count() {
    // Staff at its own page sees the list itself.
    if (!is_entrance() || std::holds_alternative<AtStaff>(place_)) return 0;
    if (ui_.now_ms() >= conflicts_until_ms_) {
        conflicts_until_ms_ = ui_.now_ms() + conflicts_last_ms;
        conflicts_ = desk_.read([](const Desk& desk) { return list_conflicts(desk.state()); });
    }
    const auto unprinted =
        options_.labels == nullptr ? std::vector<AskedLabel>() : options_.labels->unprinted();
    return problems_.list(conflicts_, unprinted).size();
}

bool App::draw_late() {
    const std::int64_t now_ms = clock_.wall_ms();
    std::int64_t heard_ms = options_.heard_ms;
    std::optional<SyncStatus> status;
    if (options_.sync != nullptr) status = options_.sync->status();
    if (status && status->last_success_ms) heard_ms = std::max(heard_ms, *status->last_success_ms);
    const std::string day = desk_.read([&](const Desk& desk) {
        const std::int64_t offset_ms = desk.state().clock_offset_ms(desk.device());
        return late_since(desk.state(), desk.role(), now_ms + offset_ms,
                          heard_ms == 0 ? 0 : heard_ms + offset_ms);
    });
    if (day.empty()) return false;
    LatePageView view{frame(), date_in_words(day, texts().language()), store_view(status, texts()),
                      date_in_words(local_time_of(now_ms), texts().language())};
    // Nobody's problems either: they name people.
    view.frame.problem_count = 0;
    const auto intent = draw_late_page(ui_, view);
    if (ui_.input().close_wanted || (intent && std::holds_alternative<CloseLateKiosk>(*intent))) {
        is_done_ = true;
    } else if (intent) {
        (void)preferences_.choose(std::get<FrameIntent>(*intent));
        put_on_style();
    }
    return true;
}

void App::draw() {
    desk_.collect();
    if (draw_late()) return;
    for (const ScanText& scan : ui_.input().scans) take_code({scan, is_occupied()});
    take_waiting_code();
    if (ui_.input().close_wanted) {
        if (options_.is_staff_needed) {
            go_to_staff();
        } else {
            is_done_ = true;
        }
    }
    if (ui_.pressed(KeyKind::speech)) preferences_.toggle_speech();
    if (!std::holds_alternative<AtWelcome>(place_)) carried_group_.reset();
    // A screen whose time is up is drawn once more, and the next one in the frame after: no frame
    // is ever empty, or half of the one and half of the other.
    std::visit([this](auto& place) { draw_at(place); }, place_);
    const bool has_corner = is_entrance() && !std::holds_alternative<AtStaff>(place_);
    if (has_corner && staff_corner_.draw(ui_)) go_to_staff();
    put_on_style();
    problem_keeper_.keep();
}

void App::take_code(const ShownCode& shown) {
    const ScanText& scan = shown.scan;
    // Where a table is to be chosen, a ticket is the key to it.
    if (std::holds_alternative<AtTable>(place_) && table_.take_scan(scan, texts())) return;
    // A scanner set to another layout types other characters on the keys of its digits.
    const std::string text = scan.digits.size() >= ticket_digit_count ? scan.digits : scan.text;
    if (std::holds_alternative<AtOrganiser>(place_) && organiser_.take_code(text, shown.reader)) {
        return;
    }
    if (std::holds_alternative<AtStaff>(place_) && staff_.take_code(text, shown.reader)) return;
    auto *exit_feedback = std::get_if<ExitFeedbackPresenter>(&place_);
    if (exit_feedback != nullptr && exit_feedback->take_ticket(text)) return;
    if (is_waiting_) {
        // The next person's, while a slow disk writes down the one before; the same ticket again is
        // the same person, impatient.
        const bool is_known =
            text == scanned_ ||
            std::any_of(waiting_codes_.begin(), waiting_codes_.end(),
                        [&](const ShownCode& each) { return each.scan.text == scan.text; });
        if (!is_known && waiting_codes_.size() < most_waiting_codes)
            waiting_codes_.push_back(shown);
        return;
    }
    if (is_entrance() && is_over() && refuse_late(text)) return;
    scanned_ = text;
    next_code_ms_ = ui_.now_ms() + between_codes_ms;
    check_in({.code = text, .was_occupied = shown.was_occupied},
             [text](Desk& desk) { return desk.check_in(text, Actor{}); });
}

bool App::is_over() const {
    return desk_.read([](const Desk& desk) { return meeting_ended_ms(desk.state()).has_value(); });
}

bool App::refuse_late(const std::string& text) {
    const auto verdict = desk_.read([&](const Desk& desk) {
        return decide(desk.state(), desk.tickets().read(text, desk.state()));
    });
    if (!is_admission(verdict.verdict)) return false;
    show_nobody_to_leave(verdict.attendee, "");
    sound(tone_of(NoticeKind::nobody_to_leave));
    return true;
}

void App::take_waiting_code() {
    if (is_waiting_ || (waiting_codes_.empty() && options_.camera == nullptr)) return;
    // Everybody may read their own answer first.
    if (ui_.now_ms() < next_code_ms_) return ui_.wake_at(next_code_ms_);
    if (!waiting_codes_.empty()) {
        const ShownCode shown = waiting_codes_.front();
        waiting_codes_.pop_front();
        return take_code(shown);
    }
    const auto code = options_.camera->take_code();
    if (code) take_code({{*code, "", false}, is_occupied(), ShownTo::camera});
}

CameraView App::camera_view() const {
    if (options_.camera == nullptr) return {};
    return {options_.camera->state(), options_.camera->picture()};
}

void App::check_in(const Arrival& arrival, std::function<CheckInOutcome(Desk&)> job) {
    ask(std::move(job), [this, arrival](const CheckInOutcome& outcome) { show(outcome, arrival); });
}

void App::show(const CheckInOutcome& outcome, const Arrival& arrival) {
    const CheckInVerdict& verdict = outcome.verdict;
    const bool is_stray = arrival.code && verdict.verdict == Verdict::unknown_ticket &&
                          !normalise_short_code(*arrival.code);
    if (is_stray) {
        // Nor must it wait until they have gone, and greet the next person.
        if (!arrival.was_occupied && !is_occupied()) show_notice(NoticeKind::unreadable);
        return;
    }
    // The outcome is about the absent person where their place could not be taken: when they came
    // is theirs alone.
    if (arrival.absent && verdict.attendee == arrival.absent) {
        return show_notice(NoticeKind::place_not_free);
    }
    const bool is_in =
        verdict.verdict == Verdict::admitted || verdict.verdict == Verdict::readmitted;
    const SearchPace pace_before = pace_;
    if (is_in) pace_.restart();
    problems_.note(outcome, clock_.wall_ms());
    sound(tone_of(verdict.verdict));
    desk_.read([&](const Desk& desk) {
        if (options_.labels != nullptr) options_.labels->print(desk, outcome);
        if (is_in) {
            show_verdict(desk, outcome, arrival, pace_before);
        } else {
            show_refusal(desk, outcome, arrival);
        }
    });
}

void App::show_verdict(const Desk& desk, const CheckInOutcome& outcome, const Arrival& arrival,
                       const SearchPace& pace_before) {
    AtVerdict verdict;
    verdict.attendee = outcome.verdict.attendee;
    verdict.typed = arrival.typed;
    verdict.pace_before = pace_before;
    verdict.view = verdict_view(desk.state(), outcome, texts());
    verdict.view.label = label_of(desk, outcome);
    verdict.view.paper = paper_of_door();
    verdict.person = party_member(desk.state(), outcome, texts());
    verdict.view.can_deny = !arrival.typed.empty();
    verdict.view.can_bring_more = is_entrance() && party_.can_follow(verdict.person);
    party_.add(verdict.person);
    place_ = std::move(verdict);
}

void App::show_refusal(const Desk& desk, const CheckInOutcome& outcome, const Arrival& arrival) {
    AtNotice notice{notice_view(desk.state(), outcome, desk.device(), texts()),
                    outcome.verdict.attendee, 0};
    notice.view.can_print_label =
        options_.labels != nullptr && notice.view.kind == NoticeKind::already_here &&
        notice.person.has_value() && options_.labels->has_words_for(desk, *notice.person);
    notice.view.paper = paper_of_door();
    notice.view.is_leaving = is_farewell_time(desk.state(), clock_.wall_ms());
    notice.view.walk_ins = !meeting_ended_ms(desk.state());
    notice.has_shown_ticket = arrival.code.has_value();
    notice.outcome = outcome;
    place_ = std::move(notice);
}

DoorPaper App::paper_of_door() const {
    return options_.labels == nullptr ? DoorPaper::name_label : options_.labels->paper();
}

// What becomes of the name label or slip of somebody who was let in; who comes back has theirs.
NameLabel App::label_of(const Desk& desk, const CheckInOutcome& outcome) const {
    if (options_.labels == nullptr || outcome.verdict.verdict != Verdict::admitted ||
        !outcome.verdict.attendee ||
        !options_.labels->has_words_for(desk, *outcome.verdict.attendee)) {
        return NameLabel::none;
    }
    return is_in_trouble(options_.labels->status().condition) ? NameLabel::failed
                                                              : NameLabel::printing;
}

void App::show_notice(NoticeKind kind) {
    AtNotice notice;
    notice.view.kind = kind;
    notice.view.walk_ins = !is_over();
    place_ = std::move(notice);
    sound(tone_of(kind));
}

void App::sound(std::optional<Tone> tone) {
    if (tone && options_.sounds != nullptr && !preferences_.is_read_to())
        options_.sounds->play(*tone);
}

bool App::is_occupied() const {
    return !std::holds_alternative<AtWelcome>(place_) && !std::holds_alternative<AtNotice>(place_);
}

void App::show_broken_machine() {
    show_notice(NoticeKind::machine_broken);
}

void App::go_home() {
    // The next person is somebody else.
    preferences_.forget();
    party_ = {};
    before_aside_.reset();
    go_to_start();
}

void App::go_to_start() {
    if (options_.station.kind == StationKind::table) {
        place_ = AtTable{};
    } else if (options_.station.kind == StationKind::organiser) {
        is_staff_page_wanted_ = false;
        staff_.enter();
        place_ = AtStaff{};
    } else {
        place_ = AtWelcome{};
    }
    ui_.wake_at(ui_.now_ms());
}

void App::go_to_name(const std::string& first_letters, bool leaves) {
    AtName next{NameFinder(desk_, pace_), leaves};
    next.finder.type(first_letters, ui_.now_ms());
    place_ = std::move(next);
}

void App::go_to_staff() {
    is_staff_page_wanted_ = true;
    // Whoever stood here may have chosen another.
    preferences_.set_first_language();
    staff_.enter();
    place_ = AtStaff{};
    // It may be time alone that leads here, without a touch that would ask for the next frame.
    ui_.wake_at(ui_.now_ms());
}

template <typename Aside>
void App::open_aside() {
    const bool is_aside =
        std::holds_alternative<AtHelp>(place_) || std::holds_alternative<AtLanguages>(place_);
    if (!is_aside) before_aside_ = std::make_unique<Place>(std::move(place_));
    place_ = Aside{};
}

void App::close_aside() {
    const auto before = std::exchange(before_aside_, nullptr);
    // Whoever closes what lay over the staff's page may be anybody.
    if (before == nullptr || std::holds_alternative<AtStaff>(*before)) return go_home();
    std::visit(
        [this]<typename T>(T& place) {
            if constexpr (requires { place.restart_time(); }) place.restart_time();
            place_.emplace<T>(std::move(place));
        },
        *before);
}

void App::choose(const FrameIntent& intent) {
    if (preferences_.choose(intent)) return;
    if (std::holds_alternative<OpenLanguages>(intent)) open_aside<AtLanguages>();
    if (std::holds_alternative<OpenHelp>(intent)) {
        open_aside<AtHelp>();
        // A sheet takes longer to read than the guests' help.
        if (sheet() != nullptr) std::get<AtHelp>(place_).idle = IdleWatch(180'000, 0);
    }
    if (std::holds_alternative<GoBack>(intent)) go_to_start();
}

}  // namespace stormote
