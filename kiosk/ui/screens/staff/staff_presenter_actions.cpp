// What staff does for a person, from StaffPresenter's pages: asked of the desk, and told when it is
// on the disk.
#include "kiosk/ui/screens/staff/staff_presenter.h"
#include "sync/base/text_folding.h"

namespace stormote {

void StaffPresenter::follow(StaffAction action, AtPerson& page, const Texts& texts) {
    switch (action) {
        case StaffAction::check_in:
            return check_in(page.person, texts);
        case StaffAction::print_label:
            return print_label(page.person, texts);
        case StaffAction::correct:
            return go(AtFields{page.person, {}});
        case StaffAction::change_group:
            return go(AtGroups{page.person});
        case StaffAction::check_out:
            return check_out(page.person, texts);
        case StaffAction::join:
            return join(page.person, texts);
        case StaffAction::restore:
            return restore(page.person, texts);
        case StaffAction::personal_data:
            personal_.open(page.person);
            return go(AtPersonal{page.person});
        case StaffAction::undo:
        case StaffAction::cancel:
        case StaffAction::take_back_joining:
            page.asked = action;
    }
}

void StaffPresenter::confirm(StaffAction action, const AttendeeId& person, const Texts& texts) {
    if (action == StaffAction::undo) {
        undo(person, texts);
    } else if (action == StaffAction::cancel) {
        cancel(person, texts);
    } else {
        take_back_joining(person, texts);
    }
}

void StaffPresenter::cancel(const AttendeeId& person, const Texts& texts) {
    means_.desk.ask(
        [person](Desk& desk) { return desk.cancel(person, actor::staff); },
        [this, person, texts](Cancellation outcome) {
            if (outcome != Cancellation::done) return;
            tell(texts.get(Sentence{"The registration of {} is cancelled."}, name_of(person)));
        },
        means_.machine_failed);
}

void StaffPresenter::restore(const AttendeeId& person, const Texts& texts) {
    means_.desk.ask(
        [person](Desk& desk) { return desk.restore(person, actor::staff); },
        [this, person, texts](Cancellation outcome) {
            if (outcome != Cancellation::done) return;
            tell(texts.get(Sentence{"The registration of {} is restored."}, name_of(person)));
        },
        means_.machine_failed);
}

void StaffPresenter::check_in(const AttendeeId& person, const Texts& texts) {
    means_.desk.ask(
        [person](Desk& desk) { return desk.check_in(person, CheckInMethod::staff, actor::staff); },
        [this, texts](const CheckInOutcome& outcome) {
            if (!is_admission(outcome.verdict.verdict)) {
                return tell(
                    texts.get(Sentence{"The registration of {} was cancelled. Restore it first."},
                              outcome.name));
            }
            tell_admission(outcome, outcome.group
                                        ? texts.get(Sentence{"{} is checked in. Group {}."},
                                                    outcome.name, *outcome.group)
                                        : texts.get(Sentence{"{} is checked in."}, outcome.name));
        },
        means_.machine_failed);
}

void StaffPresenter::check_out(const AttendeeId& person, const Texts& texts) {
    const std::string news = texts.get(Sentence{"{} is checked out."}, name_of(person));
    means_.desk.ask([person](Desk& desk) { return desk.check_out(person, actor::staff); },
                    [this, news](bool is_out) {
                        if (is_out) tell(news);
                    },
                    means_.machine_failed);
}

void StaffPresenter::undo(const AttendeeId& person, const Texts& texts) {
    const std::string news = texts.get({"The check-in of {} is undone."}, name_of(person));
    means_.desk.ask([person](Desk& desk) { return desk.undo_check_in(person, actor::staff); },
                    [this, news](bool is_undone) {
                        if (is_undone) tell(news);
                    },
                    means_.machine_failed);
}

void StaffPresenter::join(const AttendeeId& person, const Texts& texts) {
    means_.desk.ask(
        [person](Desk& desk) { return desk.join_agreement(person, actor::staff); },
        [this, person, texts](Joining outcome) {
            if (outcome != Joining::joined) return;
            tell(texts.get(Sentence{"The association of {} has joined."}, name_of(person)));
        },
        means_.machine_failed);
}

void StaffPresenter::take_back_joining(const AttendeeId& person, const Texts& texts) {
    means_.desk.ask(
        [person](Desk& desk) -> std::string {
            const auto organisation = organisation_of(desk.state(), person);
            if (!organisation || !desk.take_back_joining(*organisation, actor::staff)) return "";
            return desk.state().organisation(*organisation, OrganisationField::name);
        },
        [this, texts](const std::string& organisation) {
            if (organisation.empty()) return;
            tell(texts.get(Sentence{"The joining of {} is undone."}, organisation));
        },
        means_.machine_failed);
}

void StaffPresenter::print_label(const AttendeeId& person, const Texts& texts) {
    if (means_.labels == nullptr) return;
    means_.desk.read([&](const Desk& desk) { means_.labels->print_again(desk, person); });
    news_ = texts.get(Sentence{"The print for {} is being sent to the printer."}, name_of(person));
}

void StaffPresenter::register_somebody(const NewAttendee& person, const Texts& texts) {
    means_.desk.ask(
        [person](Desk& desk) { return desk.walk_in(person, actor::staff); },
        [this, texts](const CheckInOutcome& outcome) {
            tell_admission(
                outcome,
                outcome.group
                    ? texts.get(Sentence{"{} is registered and checked in, group {}."},
                                outcome.name, *outcome.group)
                    : texts.get(Sentence{"{} is registered and checked in."}, outcome.name));
        },
        means_.machine_failed);
}

void StaffPresenter::tell_admission(const CheckInOutcome& outcome, const std::string& news) {
    if (means_.labels != nullptr) {
        means_.desk.read([&](const Desk& desk) { means_.labels->print(desk, outcome); });
    }
    tell(news);
}

std::vector<DoorProblem> StaffPresenter::problems() const {
    const auto conflicts =
        means_.desk.read([](const Desk& desk) { return list_conflicts(desk.state()); });
    return means_.problems.list(conflicts, means_.labels == nullptr ? std::vector<AskedLabel>()
                                                                    : means_.labels->unprinted());
}

std::string StaffPresenter::name_of(const AttendeeId& person) const {
    return means_.desk.read([&person](const Desk& desk) {
        const Attendee *attendee = desk.state().find_attendee(person);
        return attendee == nullptr ? std::string() : attendee->full_name();
    });
}

}  // namespace stormote
