// What happens at each place of the App: its screen is drawn, and its intents are followed.
#include <algorithm>
#include <utility>

#include "kiosk/app/app.h"
#include "kiosk/ui/screens/check_in/next_welcome.h"
#include "kiosk/ui/shell/languages.h"
#include "sync/base/local_time.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::int64_t verdict_ms = 6'000;
constexpr std::int64_t notice_ms = 12'000;
// Staff that was called has to come.
constexpr std::int64_t called_ms = 60'000;
constexpr std::int64_t party_ms = 15'000;

// Takes back what was said here; a check-in of the same person at another door stands.
bool take_back_here(Desk& desk, const AttendeeId& person) {
    for (const CheckInFact *fact : presence_of(desk.state(), person).standing) {
        if (desk.state().device_at(fact->stamp.device()).id != desk.device()) {
            return desk.keep_check_in(person, fact->id, Actor{});
        }
    }
    return desk.undo_check_in(person, Actor{});
}

}  // namespace

void App::draw_at(AtWelcome& place) {
    place.idle.update(ui_);
    const bool is_farewell = desk_.read(
        [this](const Desk& desk) { return is_farewell_time(desk.state(), clock_.wall_ms()); });
    // The group of whoever came just now stays in sight for a while.
    if (is_farewell && (is_over() || (!place.arrives_late && !carried_group_))) {
        return draw_farewell_at(place);
    }
    const bool has_way_out = desk_.read(
        [this](const Desk& desk) { return is_way_out_open(desk.state(), clock_.wall_ms()); });
    const WelcomeView view{frame(), true, camera_view(), has_way_out};
    const auto intent =
        carried_group_ ? draw_next_welcome(ui_, view, carried_answer()) : draw_welcome(ui_, view);
    // Whoever chose a language or larger letters and left without more ado is not the next one.
    if (place.idle.is_over()) {
        if (is_farewell) carried_group_.reset();
        return go_home();
    }
    if (!intent) return;
    carried_group_.reset();
    std::visit(
        Match{[this](const TypeName& type) { go_to_name(type.first_letters); },
              [this](const NotRegistered&) { place_.emplace<WalkInPresenter>(desk_); },
              [this](const OpenWayOut&) { place_.emplace<ExitFeedbackPresenter>(desk_, pace_); },
              [this](const FrameIntent& chosen) { choose(chosen); }},
        *intent);
}

void App::draw_farewell_at(AtWelcome& place) {
    FrameView around = frame();
    const FarewellView view = desk_.read([&](const Desk& desk) {
        return farewell_view(desk.state(), std::move(around), texts(), clock_.wall_ms());
    });
    const auto intent = draw_farewell(ui_, view);
    if (place.idle.is_over()) return go_home();
    if (!intent) return;
    std::visit(
        Match{[this](const OpenWayOut&) { place_.emplace<ExitFeedbackPresenter>(desk_, pace_); },
              [this](const CheckOut& leaving) { go_to_name(leaving.first_letters, true); },
              [&](const ArriveLate&) {
                  place.arrives_late = true;
                  ui_.wake_at(ui_.now_ms());
              },
              [this](const FrameIntent& chosen) { choose(chosen); }},
        *intent);
}

void App::draw_at(AtName& place) {
    place.idle.update(ui_);
    // It may have been opened before an organiser ended the meeting.
    place.leaves = place.leaves || is_over();
    NameView view;
    view.frame = frame();
    place.finder.show(ui_, view);
    view.clears_in_s = place.idle.warning_s();
    view.walk_ins = !place.leaves;
    const auto intent = draw_name(ui_, view);
    // Names that somebody left on the screen are nobody else's business.
    if (place.idle.is_over()) return go_home();
    const auto answer = intent ? place.finder.follow(*intent, ui_.now_ms()) : std::nullopt;
    if (!answer) return;
    std::visit(Match{[&](const FoundPerson& person) {
                         place.leaves ? choose_leaver(person.attendee, person.typed)
                                      : check_in_by_name(person.attendee, person.typed);
                     },
                     [this](const CallStaff&) { call_staff(); },
                     [this](const NameNotRegistered&) { follow(PartyChoice::not_registered); },
                     [this](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) return leave_question();
                         choose(chosen);
                     }},
               *answer);
}

void App::call_staff() {
    problems_.note({ProblemKind::help_called, clock_.wall_ms()});
}

const Document *App::sheet() const {
    if (options_.sheets == nullptr || before_aside_ == nullptr) return nullptr;
    const auto find = [this](const char *name) {
        return find_sheet(*options_.sheets, name, texts().language());
    };
    if (std::holds_alternative<AtTable>(*before_aside_)) return find("facilitator");
    if (std::holds_alternative<AtOrganiser>(*before_aside_)) return find("organiser");
    // Before the PIN it may be a guest.
    const bool is_at_staff = std::holds_alternative<AtStaff>(*before_aside_) && staff_.is_open();
    return is_at_staff ? find("steward") : nullptr;
}

void App::draw_sheet_at(AtHelp& place, const Document& sheet) {
    const bool can_call = std::holds_alternative<AtTable>(*before_aside_);
    const auto intent =
        draw_guide_help(ui_, {frame(), &sheet, place.scroll, can_call, place.is_called});
    if (place.idle.is_over()) return go_home();
    if (!intent) return;
    std::visit(Match{[this](const OpenStaff&) { go_to_staff(); },
                     [&](const ScrollGuide& scrolled) { place.scroll = scrolled.scroll; },
                     [&](const CallStaff&) {
                         place.is_called = true;
                         call_staff();
                     },
                     [this](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) return close_aside();
                         choose(chosen);
                     }},
               *intent);
}

void App::draw_at(AtHelp& place) {
    place.idle.update(ui_);
    if (const Document *shown = sheet()) return draw_sheet_at(place, *shown);
    HelpView view;
    view.frame = frame();
    view.is_called = place.is_called;
    view.walk_ins = !is_over();
    // Nothing that somebody has begun to write is left behind, and no guest is looked up elsewhere.
    view.leads = is_entrance() && !is_over() && before_aside_ != nullptr &&
                 std::holds_alternative<AtWelcome>(*before_aside_);
    const auto intent = draw_help(ui_, view);
    if (place.idle.is_over()) return go_home();
    if (!intent) return;
    std::visit(Match{[this](const ShowTicket&) { close_aside(); },
                     [this](const TypeName& type) {
                         before_aside_.reset();
                         go_to_name(type.first_letters);
                     },
                     [this](const NotRegistered&) {
                         before_aside_.reset();
                         follow(PartyChoice::not_registered);
                     },
                     [this](const OpenStaff&) { go_to_staff(); },
                     [&](const CallStaff&) {
                         place.is_called = true;
                         call_staff();
                     },
                     [this](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) return close_aside();
                         choose(chosen);
                     }},
               *intent);
}

void App::draw_at(AtLanguages& place) {
    place.idle.update(ui_);
    const auto intent = draw_languages(ui_, frame());
    if (place.idle.is_over()) return go_home();
    if (!intent) return;
    const bool is_chosen = std::holds_alternative<ChooseLanguage>(*intent);
    if (!std::holds_alternative<GoBack>(*intent)) choose(*intent);
    if (is_chosen || std::holds_alternative<GoBack>(*intent)) close_aside();
}

void App::draw_at(AtStaff& /*place*/) {
    if (const auto to = staff_.draw(ui_, frame())) follow(*to);
}

// At the organiser's station the PIN opens the organiser's page, unless the staff's is wanted.
void App::follow_unlocking() {
    const bool is_organisers = options_.station.kind == StationKind::organiser;
    if (!is_organisers || is_staff_page_wanted_) return;
    organiser_.open();
    place_ = AtOrganiser{};
}

void App::draw_at(AtOrganiser& /*place*/) {
    if (const auto to = organiser_.draw(ui_, frame())) follow(*to);
}

void App::draw_at(AtTable& /*place*/) {
    if (const auto to = table_.draw(ui_, frame())) follow(*to);
}

void App::draw_at(WalkInPresenter& presenter) {
    if (const auto to = presenter.draw(ui_, frame(), paper_of_door())) follow(*to);
}

void App::draw_at(SubstitutePresenter& presenter) {
    if (const auto to = presenter.draw(ui_, frame())) follow(*to);
}

void App::draw_at(ExitFeedbackPresenter& presenter) {
    if (const auto to = presenter.draw(ui_, frame())) follow(*to);
}

void App::follow(const Navigation& navigation) {
    std::visit(
        Match{
            [this](const GoHome&) { go_home(); }, [this](const Back&) { leave_question(); },
            [this](const OpenStaffPage&) { go_to_staff(); },
            [this](const FindPerson&) {
                staff_.find_person();
                place_ = AtStaff{};
            },
            [this](const OpenSubstitution&) { place_.emplace<SubstitutePresenter>(desk_, pace_); },
            [this](const Submitted& submitted) { register_newcomer(submitted); },
            [this](const FeedbackGiven&) { show_notice(NoticeKind::exit_feedback); },
            [this](const Unlocked&) { follow_unlocking(); },
            [this](const CloseKiosk&) { is_done_ = true; },
            [this](const Failed&) { show_broken_machine(); },
            [this](const CallStaff&) { call_staff(); },
            [this](const Declined&) { show_notice(NoticeKind::declined); },
            [this](const FrameIntent& chosen) { choose(chosen); }},
        navigation);
}

void App::register_newcomer(const Submitted& submitted) {
    if (is_over()) return show_nobody_to_leave(std::nullopt, "");
    check_in({.absent = submitted.in_place_of}, [submitted](Desk& desk) {
        return submitted.in_place_of
                   ? desk.substitute(*submitted.in_place_of, submitted.newcomer, Actor{})
                   : desk.walk_in(submitted.newcomer, Actor{});
    });
}

void App::draw_at(AtVerdict& place) {
    place.view.frame = frame();
    place.view.countdown = count_down(place.ends_ms, verdict_ms);
    const auto intent = draw_verdict(ui_, place.view);
    if (place.view.countdown.left_ms <= 0) return leave(place);
    if (!intent) return;
    std::visit(Match{[&](const VerdictDone&) {
                         // Whoever came together sees once more where each of them sits.
                         if (party_.is_several()) {
                             place_ = AtParty{};
                         } else {
                             leave(place);
                         }
                     },
                     [&](const NotMe&) { deny(place); },
                     [&](const BringNext&) {
                         party_.open();
                         place_ = AtParty{};
                     },
                     [this](const FrameIntent& chosen) { choose(chosen); }},
               *intent);
}

void App::leave(const AtVerdict& verdict) {
    const bool is_alone = is_entrance() && !party_.is_several();
    const int group = verdict.view.seat.group_number;
    go_home();
    if (is_alone && group > 0) carried_group_ = group;
}

SeatAnswer App::carried_answer() const {
    return desk_.read(
        [&](const Desk& desk) { return seat_answer(desk.state(), *carried_group_, texts()); });
}

void App::deny(const AtVerdict& verdict) {
    if (!verdict.attendee) return;
    ask([person = *verdict.attendee](Desk& desk) { return take_back_here(desk, person); },
        [this, typed = verdict.typed, pace = verdict.pace_before](bool) {
            // Nobody looks through the list in this way: it counts as one search.
            pace_ = pace;
            party_.take_back_last();
            go_to_name(typed);
        });
}

void App::draw_at(AtParty& place) {
    PartyView view;
    view.frame = frame();
    view.members = party_.lines();
    view.walk_ins = !is_over();
    view.countdown = count_down(place.ends_ms, party_ms);
    const auto intent = draw_party(ui_, view);
    if (view.countdown.left_ms <= 0) return go_home();
    if (!intent) return;
    std::visit(Match{[this](PartyChoice choice) { follow(choice); },
                     [this](const FrameIntent& chosen) { choose(chosen); }},
               *intent);
}

void App::follow(PartyChoice choice) {
    switch (choice) {
        case PartyChoice::by_name:
            return go_to_name("");
        case PartyChoice::not_registered:
            if (is_over()) return show_nobody_to_leave(std::nullopt, "");
            if (const auto shared = party_.shared(texts())) {
                place_.emplace<WalkInPresenter>(desk_, *shared);
            } else {
                place_.emplace<WalkInPresenter>(desk_);
            }
            return;
        case PartyChoice::done:
            break;
    }
    go_home();
}

void App::leave_question() {
    // Only the organiser goes back from staff's page: to the page that led there, as it was.
    if (std::holds_alternative<AtStaff>(place_)) {
        place_ = AtOrganiser{};
        return;
    }
    if (!party_.is_open()) return go_home();
    place_ = AtParty{};
}

void App::draw_at(AtNotice& place) {
    place.view.frame = frame();
    place.view.countdown =
        count_down(place.ends_ms, place.view.is_staff_called ? called_ms : notice_ms);
    const auto intent = draw_notice(ui_, place.view);
    if (place.view.countdown.left_ms <= 0) return go_home();
    if (!intent) return;
    std::visit(Match{[&](NoticeChoice choice) {
                         if (choice != NoticeChoice::call_staff) return follow(choice, place);
                         call_staff();
                         place.view.is_staff_called = true;
                         place.restart_time();
                     },
                     [this](const FrameIntent& chosen) { choose(chosen); }},
               *intent);
}

void App::follow(NoticeChoice choice, const AtNotice& notice) {
    if (choice == NoticeChoice::leave) return check_out(notice);
    if (choice == NoticeChoice::not_me) note_denial(notice);
    if (choice == NoticeChoice::print_label) return print_again(notice);
    if (choice == NoticeChoice::show_way) return show_way(CheckInOutcome(notice.outcome));
    if (choice == NoticeChoice::check_in && notice.person) {
        return check_in_by_name(*notice.person, notice.typed);
    }
    if (choice == NoticeChoice::way_out && notice.person) {
        const Respondent respondent{*notice.person, notice.has_shown_ticket};
        place_.emplace<ExitFeedbackPresenter>(desk_, pace_, respondent);
        return;
    }
    // Somebody of a party whose ticket did not do goes on with the others.
    if (party_.is_open()) {
        place_ = AtParty{};
    } else if (choice == NoticeChoice::type_name || choice == NoticeChoice::walk_in) {
        go_to_start();
    } else {
        go_home();
    }
    if (choice == NoticeChoice::type_name) go_to_name("");
    if (choice == NoticeChoice::walk_in) follow(PartyChoice::not_registered);
}

bool App::is_here(const AttendeeId& person) const {
    return desk_.read([&](const Desk& desk) {
        return decide(desk.state(), person).verdict == Verdict::already_checked_in;
    });
}

void App::choose_leaver(const AttendeeId& person, const std::string& typed) {
    // Which changes nothing, and says what they can do.
    if (is_here(person)) return check_in_by_name(person, typed);
    show_nobody_to_leave(person, typed);
}

void App::show_nobody_to_leave(const std::optional<AttendeeId>& person, const std::string& typed) {
    AtNotice notice;
    notice.view.kind = NoticeKind::nobody_to_leave;
    notice.view.is_over = is_over();
    notice.person = person;
    notice.typed = typed;
    place_ = std::move(notice);
}

void App::check_in_by_name(const AttendeeId& person, const std::string& typed) {
    if (is_over() && !is_here(person)) return show_nobody_to_leave(person, typed);
    check_in({.typed = typed},
             [person](Desk& desk) { return desk.check_in(person, CheckInMethod::name, Actor{}); });
}

void App::note_denial(const AtNotice& notice) {
    problems_.note({ProblemKind::check_in_denied, clock_.wall_ms(), notice.person});
}

// To the table of this moment, on the plan of the room.
void App::show_way(const CheckInOutcome& outcome) {
    AtVerdict way;
    way.view =
        desk_.read([&](const Desk& desk) { return verdict_view(desk.state(), outcome, texts()); });
    place_ = std::move(way);
}

// The words stay, and say where the label is; asked for once is enough.
void App::print_again(const AtNotice& notice) {
    if (options_.labels == nullptr || !notice.person) return;
    desk_.read([&](const Desk& desk) { options_.labels->print_again(desk, *notice.person); });
    AtNotice printing = notice;
    printing.view.can_print_label = false;
    printing.view.is_label_printing = true;
    printing.restart_time();
    place_ = std::move(printing);
}

void App::check_out(const AtNotice& notice) {
    if (!notice.person) return;
    NoticeView goodbye = notice.view;
    goodbye.kind = NoticeKind::checked_out;
    goodbye.time_text = clock_text(clock_.wall_ms());
    goodbye.has_way_out = true;
    goodbye.is_over = is_over();
    const AtNotice checked_out{goodbye, notice.person, 0, notice.has_shown_ticket};
    // Not there any more: somebody else has said so, and it is just as well.
    ask([person = *notice.person](Desk& desk) { return desk.check_out(person, Actor{}); },
        [this, checked_out](bool) { place_ = AtNotice(checked_out); });
}

Countdown App::count_down(std::int64_t& ends_ms, std::int64_t usual_ms) {
    const std::int64_t total_ms = usual_ms * ui_.style().patience;
    if (ui_.input().touched || ends_ms == 0) ends_ms = ui_.now_ms() + total_ms;
    const std::int64_t left_ms = std::max<std::int64_t>(0, ends_ms - ui_.now_ms());
    // The ring moves on four times a second: smooth enough, and the machine rests in between.
    ui_.wake_at(ui_.now_ms() + std::clamp<std::int64_t>(left_ms, 1, 250));
    return {left_ms, total_ms};
}

}  // namespace stormote
