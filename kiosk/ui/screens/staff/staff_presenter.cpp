#include "kiosk/ui/screens/staff/staff_presenter.h"

#include <algorithm>

#include "kiosk/ui/screens/common/event_views.h"
#include "kiosk/ui/screens/common/status_views.h"
#include "kiosk/ui/screens/staff/staff_views.h"
#include "sync/base/match.h"

namespace stormote {

void StaffPresenter::enter() {
    pin_.clear();
    pin_state_ = PinState::asking;
    is_open_ = false;
    is_opening_told_ = false;
    is_organisers_ = false;
    page_ = AtList{};
    next_page_.reset();
    news_.clear();
    idle_ = IdleWatch{120'000, 20'000};
    ready_.look_at_doors();
}

void StaffPresenter::find_person() {
    enter();
    is_open_ = is_opening_told_ = is_organisers_ = true;
    page_ = AtList(StaffMode::searching);
}

bool StaffPresenter::take_code(const std::string& text, ShownTo reader) {
    if (!is_open_ || !std::holds_alternative<AtReady>(page_)) return false;
    ready_.take_code(text, reader);
    idle_.restart();
    return true;
}

std::optional<Navigation> StaffPresenter::draw(Ui& ui, const FrameView& frame) {
    idle_.update(ui);
    const Asked to = is_open_
                         ? std::visit([&](auto& page) { return draw_page(ui, frame, page); }, page_)
                         : draw_door(ui, frame);
    if (next_page_) {
        page_ = std::move(*next_page_);
        next_page_.reset();
        ui.wake_at(ui.now_ms());
    }
    if (idle_.is_over()) return GoHome{};
    if (to) {
        const auto *chosen = std::get_if<FrameIntent>(&*to);
        if (chosen == nullptr || !std::holds_alternative<GoBack>(*chosen)) return to;
        return is_organisers_ ? Navigation(Back{}) : Navigation(GoHome{});
    }
    if (is_open_ && !std::exchange(is_opening_told_, true)) return Unlocked{};
    return std::nullopt;
}

StaffPresenter::Asked StaffPresenter::draw_door(Ui& ui, const FrameView& frame) {
    PinView view{frame, pin_, pin_state_, 0};
    const std::int64_t wait_ms = tries_.wait_ms();
    if (wait_ms > 0) {
        view.state = PinState::waiting;
        view.wait_s = static_cast<int>((wait_ms + 999) / 1000);
        ui.wake_at(ui.now_ms() + 1 + (wait_ms - 1) % 1000);
    }
    const auto intent = draw_pin(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
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

void StaffPresenter::submit_pin() {
    tries_.begin();
    means_.desk.ask([pin = std::exchange(pin_, "")](Desk& desk) { return desk.is_staff_pin(pin); },
                    [this](bool is_right) {
                        if (!is_right) {
                            pin_state_ = PinState::wrong;
                            return;
                        }
                        tries_.forgive();
                        is_open_ = true;
                    },
                    means_.machine_failed);
}

void StaffPresenter::go(Page page) {
    news_.clear();
    next_page_ = std::move(page);
}

void StaffPresenter::go_back() {
    go(std::holds_alternative<AtPerson>(page_) ? std::exchange(below_person_, AtList{})
                                               : Page(AtList{}));
}

void StaffPresenter::open_person(const AttendeeId& person) {
    below_person_ = page_;
    go(AtPerson{person});
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtList& page) {
    StaffView view;
    view.frame = frame;
    view.mode = page.mode;
    view.typed = page.typed;
    if (page.same_as) view.same_as = name_of(*page.same_as);
    view.news = news_;
    view.problem_count = problems().size();
    view.is_before_doors = ready_.is_before_doors();
    view.can_register = means_.desk.may(OperationKind::attendee_described);
    view.sync = sync_line(means_.machine.sync, ui.texts());
    if (means_.labels != nullptr) view.printer = printer_line(means_.labels->status(), ui.texts());
    means_.desk.read([&](const Desk& desk) {
        page.shown.clear();
        if (page.mode == StaffMode::latest) {
            page.shown = latest_arrivals(desk.state());
        } else {
            for (const NameMatch& match : desk.search(page.typed, most_staff_entries).hits) {
                if (match.attendee != page.same_as) page.shown.push_back(match.attendee);
            }
        }
        if (page.shown.size() > most_staff_entries) page.shown.resize(most_staff_entries);
        for (const AttendeeId& id : page.shown) {
            view.entries.push_back(staff_entry(desk.state(), id));
        }
        view.door_line = door_text(count_door(desk.state()), ui.texts());
        if (desk.waiting_count() > 0) {
            view.waiting_line = waiting_text(desk.waiting_count(), ui.texts());
        }
    });
    const auto intent = draw_staff(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(
        Match{[&](const OpenStaffSearch&) { go(AtList(StaffMode::searching)); },
              [&](const CloseStaffSearch&) { close_search(page); },
              [&](const ChangeStaffSearch& change) { page.typed = change.typed; },
              [&](const ChooseEntry& choice) { choose_found(page, choice.index); },
              [&](const OpenProblems&) { go(AtProblems{}); },
              [&](const RegisterSomebody&) { go(WalkInPresenter(means_.desk, Registrar::staff)); },
              [&](const OpenReadyPage&) {
                  ready_.open();
                  go(AtReady{});
              },
              [&](const LeaveKiosk&) { go(AtClosing{}); },
              [&](const FrameIntent& chosen) {
                  const bool is_back = std::holds_alternative<GoBack>(chosen);
                  // An organiser came for the search alone.
                  if (is_back && page.mode == StaffMode::searching && !is_organisers_) {
                      return close_search(page);
                  }
                  for_app = chosen;
              }},
        *intent);
    return for_app;
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtPerson& page) {
    StaffPersonView view = means_.desk.read([&](const Desk& desk) {
        return staff_person_view(desk.state(), page.person, means_.labels != nullptr, ui.texts());
    });
    // Nothing is offered that this device may not record, whatever the PIN.
    std::erase_if(view.actions, [this](StaffAction action) {
        const auto kind = recorded_by(action);
        return kind && !means_.desk.may(*kind);
    });
    // Erased meanwhile, or somebody else has taken the check-in back.
    if (view.name.empty()) go_back();
    if (page.asked &&
        std::find(view.actions.begin(), view.actions.end(), *page.asked) == view.actions.end()) {
        page.asked.reset();
    }
    view.frame = frame;
    view.news = news_;
    view.asked = page.asked;
    view.two = page.two;
    if (page.two) show_other(page.other, view);
    if (means_.labels != nullptr) view.printer = printer_line(means_.labels->status(), ui.texts());
    const auto intent = draw_staff_person(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(Match{[&](const StaffAction& action) { follow(action, page, ui.texts()); },
                     [&](const KeepIt&) {
                         page.asked.reset();
                         page.two.reset();
                     },
                     [&](const ConfirmAction&) {
                         if (page.two) return confirm_two(page, ui.texts());
                         const auto asked = std::exchange(page.asked, std::nullopt);
                         if (asked) confirm(*asked, page.person, ui.texts());
                     },
                     [&](const FrameIntent& chosen) {
                         if (!std::holds_alternative<GoBack>(chosen)) {
                             for_app = chosen;
                         } else if (page.two) {
                             page.two.reset();
                         } else if (!std::exchange(page.asked, std::nullopt)) {
                             go_back();
                         }
                     }},
               *intent);
    return for_app;
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtProblems& page) {
    StaffProblemsView view;
    view.frame = frame;
    view.scroll = page.scroll;
    page.shown = problems();
    means_.desk.read([&](const Desk& desk) {
        for (const DoorProblem& problem : page.shown) {
            view.problems.push_back(problem_line(desk.state(), problem, ui.texts()));
        }
    });
    const auto intent = draw_staff_problems(ui, view);
    if (!intent) return std::nullopt;
    const auto person_of = [&](std::size_t index) {
        return index < page.shown.size() ? page.shown[index].person : std::nullopt;
    };
    Asked for_app;
    std::visit(Match{[&](const DismissProblem& wish) {
                         if (wish.index < page.shown.size()) {
                             means_.problems.dismiss(page.shown[wish.index]);
                         }
                     },
                     [&](const OpenPersonOf& wish) {
                         if (const auto person = person_of(wish.index)) open_person(*person);
                     },
                     [&](const PrintLabelOf& wish) {
                         const auto person = person_of(wish.index);
                         if (!person) return;
                         means_.problems.dismiss(page.shown[wish.index]);
                         print_label(*person, ui.texts());
                     },
                     [&](const ScrollProblems& scroll) { page.scroll = scroll.scroll; },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             go_back();
                         } else {
                             for_app = chosen;
                         }
                     }},
               *intent);
    return for_app;
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtReady&) {
    ready_.refresh(ui);
    const auto to = ready_.draw(ui, frame);
    if (!to) return std::nullopt;
    const auto *chosen = std::get_if<FrameIntent>(&*to);
    if (chosen != nullptr && !std::holds_alternative<GoBack>(*chosen)) return *chosen;
    go_back();
    return std::nullopt;
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtClosing&) {
    StaffClosingView view{frame, means_.is_entrance, sync_line(means_.machine.sync, ui.texts()),
                          ""};
    const std::size_t waiting =
        means_.desk.read([](const Desk& desk) { return desk.waiting_count(); });
    if (waiting > 0) view.waiting_line = waiting_text(waiting, ui.texts());
    const auto intent = draw_staff_closing(ui, view);
    if (!intent) return std::nullopt;
    if (std::holds_alternative<CloseKioskNow>(*intent)) return CloseKiosk{};
    const auto *chosen = std::get_if<FrameIntent>(&*intent);
    if (chosen != nullptr && !std::holds_alternative<GoBack>(*chosen)) return *chosen;
    go_back();
    return std::nullopt;
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtPersonal& page) {
    const auto to = personal_.draw(ui, frame);
    if (!to) return std::nullopt;
    if (!std::holds_alternative<GoBack>(*to)) return *to;
    if (const auto name = personal_.take_erased()) {
        go(AtList{});
        tell(ui.say(Sentence{"{} is erased."}, *name));
    } else {
        go(AtPerson{page.person});
    }
    return std::nullopt;
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame,
                                                WalkInPresenter& page) {
    const DoorPaper paper =
        means_.labels == nullptr ? DoorPaper::name_label : means_.labels->paper();
    const auto to = page.draw(ui, frame, paper);
    if (!to) return std::nullopt;
    if (const auto *chosen = std::get_if<FrameIntent>(&*to)) return *chosen;
    if (const auto *submitted = std::get_if<Submitted>(&*to)) {
        register_somebody(submitted->newcomer, ui.texts());
    }
    go(AtList{});
    return std::nullopt;
}

}  // namespace stormote
