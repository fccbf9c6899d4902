// What happens at each place of the App: its screen is drawn, and its intents are followed.
#include <algorithm>

#include "kiosk/ui/app.h"
#include "kiosk/ui/languages.h"
#include "kiosk/ui/match.h"

namespace stormote {

namespace {

constexpr std::int64_t verdict_ms = 6'000;
constexpr std::int64_t notice_ms = 12'000;

}  // namespace

void App::draw_at(AtWelcome& place) {
    place.idle.update(ui_);
    const auto intent = draw_welcome(ui_, {frame()});
    // Whoever chose a language or larger letters and left without more ado is not the next one.
    if (place.idle.is_over()) return go_home();
    if (!intent) return;
    std::visit(Match{[this](const TypeName& type) { go_to_name(type.first_letters); },
                     [this](const NotRegistered&) { place_.emplace<WalkInRoom>(desk_); },
                     [this](const FrameIntent& chosen) { choose(chosen); }},
               *intent);
}

void App::draw_at(AtName& place) {
    place.idle.update(ui_);
    NameView view;
    view.frame = frame();
    view.typed = place.typed;
    for (const DoorMatch& match : place.search.matches) {
        view.hits.push_back({match.name, match.organisation});
    }
    view.search = static_cast<NameSearch>(place.search.state);
    view.clears_in_s = place.idle.warning_s();
    const auto intent = draw_name(ui_, view);
    // Names that somebody left on the screen are nobody else's business.
    if (place.idle.is_over()) return go_home();
    if (!intent) return;
    std::visit(Match{[&](const ChangeName& change) {
                         place.typed = change.typed;
                         search(place);
                     },
                     [&](const ChooseName& choice) {
                         if (choice.index >= place.search.matches.size()) return;
                         const AttendeeId id = place.search.matches[choice.index].attendee;
                         check_in([id](Desk& desk) {
                             return desk.check_in(id, CheckInMethod::name, Actor{});
                         });
                     },
                     [this](const NameNotRegistered&) { place_.emplace<WalkInRoom>(desk_); },
                     [this](const FrameIntent& chosen) { choose(chosen); }},
               *intent);
}

void App::draw_at(AtHelp& place) {
    place.idle.update(ui_);
    const auto intent = draw_help(ui_, {frame(), "", true});
    if (place.idle.is_over()) return go_home();
    if (!intent) return;
    std::visit(Match{[this](const OpenStaff&) { go_to_staff(); },
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
    const auto intent = staff_.draw(ui_, frame());
    if (staff_.is_kiosk_left()) is_done_ = true;
    if (staff_.is_over()) return go_home();
    if (intent) choose(*intent);
    const bool is_organisers = options_.station.kind == StationKind::organiser;
    if (is_organisers && staff_.is_open() && !is_staff_page_wanted_) {
        organiser_.open();
        place_ = AtOrganiser{};
    }
}

void App::draw_at(AtOrganiser& /*place*/) {
    organiser_.draw(ui_, frame());
    if (organiser_.wants_to_leave()) return go_home();
    if (const auto intent = organiser_.take_intent()) choose(*intent);
}

void App::draw_at(AtTable& /*place*/) {
    table_.draw(ui_, frame());
    if (table_.wants_to_leave()) return go_to_staff();
    if (const auto intent = table_.take_intent()) choose(*intent);
}

void App::draw_at(WalkInRoom& room) {
    const auto intent = room.draw(ui_, frame());
    if (room.is_over()) return go_home();
    if (const auto person = room.take_registration()) {
        check_in([person](Desk& desk) { return desk.walk_in(*person, Actor{}); });
    }
    if (intent) choose(*intent);
}

void App::draw_at(AtVerdict& place) {
    place.view.frame = frame();
    place.view.countdown = count_down(place.ends_ms, verdict_ms);
    const auto intent = draw_verdict(ui_, place.view);
    if (place.view.countdown.left_ms <= 0) return go_home();
    if (!intent) return;
    std::visit(Match{[this](const VerdictDone&) { go_home(); },
                     [this](const FrameIntent& chosen) { choose(chosen); }},
               *intent);
}

void App::draw_at(AtNotice& place) {
    place.view.frame = frame();
    place.view.countdown = count_down(place.ends_ms, notice_ms);
    const auto intent = draw_notice(ui_, place.view);
    if (place.view.countdown.left_ms <= 0) return go_home();
    if (!intent) return;
    std::visit(Match{[this](NoticeChoice choice) {
                         if (choice == NoticeChoice::type_name) return go_to_name("");
                         if (choice == NoticeChoice::walk_in) {
                             place_.emplace<WalkInRoom>(desk_);
                             return;
                         }
                         go_home();
                     },
                     [this](const FrameIntent& chosen) { choose(chosen); }},
               *intent);
}

Countdown App::count_down(std::int64_t& ends_ms, std::int64_t usual_ms) {
    const std::int64_t total_ms = usual_ms * ui_.look().patience;
    if (ui_.input().touched || ends_ms == 0) ends_ms = ui_.now_ms() + total_ms;
    const std::int64_t left_ms = std::max<std::int64_t>(0, ends_ms - ui_.now_ms());
    // The ring moves on four times a second: smooth enough, and the machine rests in between.
    ui_.wake_at(ui_.now_ms() + std::clamp<std::int64_t>(left_ms, 1, 250));
    return {left_ms, total_ms};
}

}  // namespace stormote
