#include "kiosk/ui/screens/staff/staff_views.h"

#include <algorithm>
#include <map>

#include "kiosk/ui/screens/common/event_views.h"
#include "kiosk/ui/screens/common/status_views.h"
#include "sync/base/local_time.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

Sentence printer_sentence(PrinterCondition condition) {
    switch (condition) {
        case PrinterCondition::ready:
            return Sentence{"The printer is ready."};
        case PrinterCondition::busy:
            return Sentence{"The printer is printing."};
        case PrinterCondition::out_of_paper:
            return Sentence{"The printer is out of paper."};
        case PrinterCondition::jammed:
            return Sentence{"Something is stuck in the printer."};
        case PrinterCondition::open:
            return Sentence{"The printer is open."};
        case PrinterCondition::stopped:
            return Sentence{"The printer has stopped."};
        case PrinterCondition::absent:
            break;
    }
    return Sentence{"The printer is switched off or not connected."};
}

std::string ticket_text(const DoorProblem& problem, const std::string& name, const Texts& texts) {
    switch (problem.verdict) {
        case Verdict::forged:
            return texts.get(Sentence{"A ticket with a forged or damaged code was shown."});
        case Verdict::wrong_event:
            return texts.get(Sentence{"A ticket for another meeting was shown."});
        case Verdict::revoked:
            return name.empty()
                       ? texts.get(Sentence{"A ticket that has been replaced was shown."})
                       : texts.get(Sentence{"A ticket of {} that has been replaced was shown."},
                                   name);
        case Verdict::admitted_unregistered:
            return texts.get(
                Sentence{"Somebody was let in, but their registration has not "
                         "reached this screen. They need a group."});
        default:
            break;
    }
    return texts.get(Sentence{"An unknown ticket was shown."});
}

std::string name_of(const EventState& state, const std::optional<AttendeeId>& id) {
    const Attendee *attendee = id ? state.find_attendee(*id) : nullptr;
    return attendee == nullptr ? std::string() : attendee->full_name();
}

std::string problem_text(const EventState& state, const DoorProblem& problem, const Texts& texts) {
    const std::string name = name_of(state, problem.person);
    switch (problem.kind) {
        case ProblemKind::help_called:
            return texts.get(Sentence{"Somebody is calling for help at this screen."});
        case ProblemKind::ticket_refused:
            return ticket_text(problem, name, texts);
        case ProblemKind::check_in_denied:
            return texts.get(Sentence{"Somebody was told that {} is already checked in, and says "
                                      "that it was not them."},
                             name);
        case ProblemKind::label_missing:
            return texts.get(Sentence{"The print for {} has not come out."}, name);
        case ProblemKind::checked_in_twice:
            break;
    }
    return problem.twice ? conflict_text(state, *problem.twice, texts) : std::string();
}

std::string state_text(const EventState& state, const AttendeeId& id, const Attendee& attendee,
                       const Texts& texts) {
    const Presence presence = presence_of(state, id);
    std::string text;
    if (const auto since_ms = here_since_ms(state, id)) {
        text = texts.get(Sentence{"Here since {}"}, clock_text(*since_ms));
    } else if (presence.kind == PresenceKind::left) {
        text = texts.get(Sentence{"Was here, has left"});
    } else if (is_cancelled(attendee)) {
        text = texts.get(Sentence{"The registration was cancelled"});
    } else {
        text = texts.get(Sentence{"Not here yet"});
    }
    if (const auto group = group_of(state, id)) {
        text += " · " + texts.get(Sentence{"Group {}"}, *group);
    }
    return text;
}

}  // namespace

std::optional<std::int64_t> here_since_ms(const EventState& state, const AttendeeId& id) {
    const Presence presence = presence_of(state, id);
    if (presence.kind != PresenceKind::present) return std::nullopt;
    std::int64_t last_ms = 0;
    for (const CheckInFact *fact : presence.standing) {
        last_ms = std::max(last_ms, corrected_ms(state, *fact));
    }
    return last_ms;
}

std::vector<AttendeeId> latest_arrivals(const EventState& state) {
    std::vector<std::pair<std::int64_t, AttendeeId>> arrived;
    for (const auto& [id, attendee] : state.attendees()) {
        if (const auto since_ms = here_since_ms(state, id)) arrived.emplace_back(-*since_ms, id);
    }
    std::sort(arrived.begin(), arrived.end());
    std::vector<AttendeeId> ids;
    ids.reserve(arrived.size());
    for (const auto& [since_ms, id] : arrived) ids.push_back(id);
    return ids;
}

StaffEntry staff_entry(const EventState& state, const AttendeeId& id) {
    const Attendee& attendee = *state.find_attendee(id);
    const auto since_ms = here_since_ms(state, id);
    return {attendee.full_name(), state.organisation_of(attendee, OrganisationField::name),
            since_ms ? clock_text(*since_ms) : "", group_of(state, id).value_or(0)};
}

StaffLine printer_line(const LabelStatus& status, const Texts& texts) {
    StaffLine line{texts.get(printer_sentence(status.condition)), is_in_trouble(status.condition)};
    if (status.waiting > 0) {
        line.text += " " + texts.get_plural(Sentence{"{} print waits."},
                                            Sentence{"{} prints wait."}, status.waiting);
    }
    return line;
}

StaffLine sync_line(const BackgroundSync *sync, const Texts& texts) {
    if (sync == nullptr) return {};
    const StoreView store = store_view(sync->status(), texts);
    return {store.status.text, store.status.is_warning};
}

ProblemLine problem_line(const EventState& state, const DoorProblem& problem, const Texts& texts) {
    ProblemLine line;
    line.time_text = clock_text(problem.at_ms);
    line.text = problem_text(state, problem, texts);
    if (problem.times > 1) {
        line.text += " " + texts.get(Sentence{"({} times)"}, problem.times);
    }
    line.can_open = problem.person && state.find_attendee(*problem.person) != nullptr;
    line.can_print = line.can_open && problem.kind == ProblemKind::label_missing;
    return line;
}

StaffPersonView staff_person_view(const EventState& state, const AttendeeId& id, bool has_printer,
                                  const Texts& texts) {
    StaffPersonView view;
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr) return view;
    view.name = attendee->full_name();
    view.organisation = state.organisation_of(*attendee, OrganisationField::name);
    view.state_line = state_text(state, id, *attendee, texts);
    const auto since_ms = here_since_ms(state, id);
    if (since_ms) {
        view.time_text = clock_text(*since_ms);
    } else {
        view.actions.push_back(is_cancelled(*attendee) ? StaffAction::restore
                                                       : StaffAction::check_in);
    }
    if (has_printer) view.actions.push_back(StaffAction::print_label);
    view.actions.push_back(StaffAction::correct);
    if (!is_cancelled(*attendee) && open_groups(state).size() > 1) {
        view.actions.push_back(StaffAction::change_group);
    }
    if (since_ms) {
        view.actions.push_back(StaffAction::check_out);
        view.actions.push_back(StaffAction::undo);
    } else if (!is_cancelled(*attendee) && presence_of(state, id).first == nullptr) {
        view.actions.push_back(StaffAction::cancel);
    }
    view.joined_on = state.organisation_of(*attendee, OrganisationField::joined);
    if (!view.joined_on.empty()) {
        view.actions.push_back(StaffAction::take_back_joining);
    } else if (joining_of(state, id) == Joining::joined) {
        view.actions.push_back(StaffAction::join);
    }
    view.actions.push_back(StaffAction::personal_data);
    return view;
}

StaffGroupsView staff_groups_view(const EventState& state, const AttendeeId& id, RoundNumber round,
                                  const Texts& texts) {
    StaffGroupsView view;
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr) return view;
    view.name = attendee->full_name();
    if (round_count(state) > 1) view.round = round;
    const auto theirs = group_of(state, id, round);
    std::map<GroupNumber, StaffGroup> groups;
    for (const GroupNumber number : open_groups(state)) {
        StaffGroup& group = groups[number];
        group.number = number;
        group.table = table_text(state, number, texts);
        group.is_theirs = theirs == number;
        const auto described = state.groups().find(number);
        if (described != state.groups().end()) {
            group.chairs = capacity_of(described->second).value_or(0);
        }
    }
    for (const auto& [each, person] : state.attendees()) {
        const PresenceKind presence = presence_of(state, each).kind;
        if (!needs_seat(person, presence)) continue;
        const auto sits = sitting_group(state, each, round);
        const auto group = sits ? groups.find(*sits) : groups.end();
        if (group == groups.end()) continue;
        ++group->second.people;
        if (presence == PresenceKind::present) ++group->second.here;
    }
    for (auto& [number, group] : groups) view.groups.push_back(std::move(group));
    return view;
}

}  // namespace stormote
