#include "kiosk/ui/staff_room.h"

#include <algorithm>

#include "kiosk/ui/event_views.h"
#include "sync/base/local_time.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

// When the latest of the check-ins that stand was made; nothing for somebody who is not here.
std::optional<std::int64_t> here_since_ms(const EventState& state, const AttendeeId& id) {
    const Presence presence = presence_of(state, id);
    if (presence.kind != PresenceKind::present) return std::nullopt;
    std::int64_t last_ms = 0;
    for (const CheckInFact *fact : presence.standing) {
        last_ms = std::max(last_ms, corrected_ms(state, *fact));
    }
    return last_ms;
}

// Those who are here, the last to come first.
std::vector<AttendeeId> latest_arrivals(const EventState& state) {
    std::vector<std::pair<std::int64_t, AttendeeId>> arrived;
    for (const auto& [id, attendee] : state.attendees()) {
        if (const auto since_ms = here_since_ms(state, id)) arrived.emplace_back(-*since_ms, id);
    }
    std::sort(arrived.begin(), arrived.end());
    std::vector<AttendeeId> ids;
    for (const auto& [since_ms, id] : arrived) ids.push_back(id);
    return ids;
}

}  // namespace

void StaffRoom::enter() {
    pin_.clear();
    pin_state_ = PinState::asking;
    is_open_ = false;
    is_over_ = false;
    mode_ = StaffMode::latest;
    typed_.clear();
    confirming_.reset();
    news_.clear();
    idle_ = IdleWatch{120'000, 20'000};
}

std::optional<FrameIntent> StaffRoom::draw(Ui& ui, const FrameView& frame) {
    idle_.update(ui);
    if (idle_.is_over()) is_over_ = true;
    auto intent = is_open_ ? draw_page(ui, frame) : draw_door(ui, frame);
    if (!intent) return std::nullopt;
    if (std::holds_alternative<GoBack>(*intent)) {
        is_over_ = true;
        return std::nullopt;
    }
    return intent;
}

std::optional<FrameIntent> StaffRoom::draw_door(Ui& ui, const FrameView& frame) {
    PinView view{frame, pin_, pin_state_, 0};
    const std::int64_t wait_ms = tries_.wait_ms();
    if (wait_ms > 0) {
        view.state = PinState::waiting;
        view.wait_s = static_cast<int>((wait_ms + 999) / 1000);
        ui.wake_at(ui.now_ms() + 1 + (wait_ms - 1) % 1000);
    }
    const auto intent = draw_pin(ui, view);
    if (!intent) return std::nullopt;
    std::optional<FrameIntent> for_app;
    std::visit(Match{[&](const ChangePin& change) {
                         pin_ = change.typed;
                         pin_state_ = PinState::asking;
                     },
                     [&](const SubmitPin&) {
                         if (wait_ms <= 0) submit_pin();
                     },
                     [&](const FrameIntent& chosen) { for_app = chosen; }},
               *intent);
    return for_app;
}

void StaffRoom::submit_pin() {
    tries_.begin();
    desk_.ask([pin = std::exchange(pin_, "")](Desk& desk) { return desk.is_staff_pin(pin); },
              [this](bool is_right) {
                  if (!is_right) {
                      pin_state_ = PinState::wrong;
                      return;
                  }
                  tries_.forgive();
                  is_open_ = true;
              },
              machine_failed_);
}

void StaffRoom::find(const Desk& desk, std::vector<AttendeeId>& wanted) const {
    if (confirming_) {
        wanted.push_back(*confirming_);
    } else if (mode_ == StaffMode::latest) {
        wanted = latest_arrivals(desk.state());
    } else {
        for (const NameMatch& match : desk.search(typed_, most_staff_entries).hits) {
            wanted.push_back(match.attendee);
        }
    }
    if (wanted.size() > most_staff_entries) wanted.resize(most_staff_entries);
}

void StaffRoom::read_entries(const Ui& ui, StaffView& view) {
    desk_.read([&](const Desk& desk) {
        const EventState& state = desk.state();
        // Somebody else may have taken it back meanwhile.
        if (confirming_ && !here_since_ms(state, *confirming_)) confirming_.reset();
        if (confirming_) view.confirming = 0;
        shown_.clear();
        find(desk, shown_);
        for (const AttendeeId& id : shown_) {
            const Attendee& attendee = *state.find_attendee(id);
            const auto since_ms = here_since_ms(state, id);
            view.entries.push_back(
                {attendee.full_name(), state.organisation_of(attendee, OrganisationField::name),
                 since_ms ? clock_text(*since_ms) : "", group_of(state, id).value_or(0)});
        }
        view.door_line = door_text(count_door(state), ui.texts());
    });
}

std::optional<FrameIntent> StaffRoom::draw_page(Ui& ui, const FrameView& frame) {
    StaffView view;
    view.frame = frame;
    view.mode = mode_;
    view.typed = typed_;
    view.news = news_;
    read_entries(ui, view);
    const auto intent = draw_staff(ui, view);
    if (!intent) return std::nullopt;
    std::optional<FrameIntent> for_app;
    std::visit(Match{[&](const OpenStaffSearch&) {
                         mode_ = StaffMode::searching;
                         typed_.clear();
                         confirming_.reset();
                     },
                     [&](const CloseStaffSearch&) {
                         mode_ = StaffMode::latest;
                         confirming_.reset();
                     },
                     [&](const ChangeStaffSearch& change) {
                         typed_ = change.typed;
                         confirming_.reset();
                     },
                     [&](const AskToUndo& ask) {
                         if (ask.index < shown_.size()) confirming_ = shown_[ask.index];
                     },
                     [&](const CheckInByHand& wish) {
                         if (wish.index < shown_.size()) {
                             check_in(shown_[wish.index], ui.texts());
                         }
                     },
                     [&](const CheckOut&) { check_out(ui.texts()); },
                     [&](const ConfirmUndo&) { undo(ui.texts()); },
                     [&](const KeepCheckIn&) { confirming_.reset(); },
                     [&](const LeaveKiosk&) { is_kiosk_left_ = true; },
                     [&](const FrameIntent& chosen) { for_app = chosen; }},
               *intent);
    return for_app;
}

void StaffRoom::undo(const Texts& texts) {
    if (!confirming_) return;
    const AttendeeId id = *std::exchange(confirming_, std::nullopt);
    // To the page that says what was done.
    mode_ = StaffMode::latest;
    const std::string news = texts.get({"The check-in of {} is undone."}, name_of(id));
    desk_.ask([id](Desk& desk) { return desk.undo_check_in(id, {ActingRole::staff}); },
              [this, news](bool is_undone) {
                  if (is_undone) news_ = news;
              },
              machine_failed_);
}

void StaffRoom::check_in(const AttendeeId& person, const Texts& texts) {
    mode_ = StaffMode::latest;
    desk_.ask(
        [person](Desk& desk) {
            return desk.check_in(person, CheckInMethod::staff, {ActingRole::staff});
        },
        [this, texts](const CheckInOutcome& outcome) {
            if (!is_admission(outcome.verdict.verdict)) {
                news_ = texts.get(Sentence{"The registration of {} was cancelled: register them "
                                           "anew."},
                                  outcome.name);
                return;
            }
            news_ = outcome.group ? texts.get(Sentence{"{} is checked in by hand, group {}."},
                                              outcome.name, *outcome.group)
                                  : texts.get(Sentence{"{} is checked in by hand."}, outcome.name);
        },
        machine_failed_);
}

void StaffRoom::check_out(const Texts& texts) {
    if (!confirming_) return;
    const AttendeeId id = *std::exchange(confirming_, std::nullopt);
    mode_ = StaffMode::latest;
    const std::string news = texts.get(Sentence{"{} is checked out."}, name_of(id));
    desk_.ask([id](Desk& desk) { return desk.check_out(id, {ActingRole::staff}); },
              [this, news](bool is_out) {
                  if (is_out) news_ = news;
              },
              machine_failed_);
}

std::string StaffRoom::name_of(const AttendeeId& person) const {
    return desk_.read([&person](const Desk& desk) {
        const Attendee *attendee = desk.state().find_attendee(person);
        return attendee == nullptr ? std::string() : attendee->full_name();
    });
}

}  // namespace stormote
