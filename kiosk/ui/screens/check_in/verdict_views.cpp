#include "kiosk/ui/screens/check_in/verdict_views.h"

#include <algorithm>

#include "kiosk/desk/substitution.h"
#include "kiosk/ui/screens/common/event_views.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

std::string first_name_of(const EventState& state, const CheckInOutcome& outcome) {
    const Attendee *attendee =
        outcome.verdict.attendee ? state.find_attendee(*outcome.verdict.attendee) : nullptr;
    if (attendee == nullptr) return "";
    const std::string& given = attendee->get(AttendeeField::given_name);
    return given.empty() ? outcome.name : given;
}

NoticeKind notice_kind(Verdict verdict) {
    switch (verdict) {
        case Verdict::already_checked_in:
            return NoticeKind::already_here;
        case Verdict::unknown_ticket:
            return NoticeKind::unknown_ticket;
        case Verdict::wrong_event:
            return NoticeKind::wrong_event;
        case Verdict::revoked:
            return NoticeKind::revoked;
        case Verdict::cancelled:
            return NoticeKind::cancelled;
        case Verdict::forged:
            return NoticeKind::forged;
        case Verdict::admitted:
        case Verdict::readmitted:
        case Verdict::admitted_unregistered:
            break;
    }
    return NoticeKind::not_on_the_list;
}

// Who of a group is here, besides one of them, by name.
std::vector<std::string> company_of(const EventState& state, GroupNumber group, RoundNumber round,
                                    const std::optional<AttendeeId>& besides) {
    std::vector<std::string> names;
    for (const auto& [id, attendee] : state.attendees()) {
        if (id == besides || presence_of(state, id).kind != PresenceKind::present) continue;
        if (sitting_group(state, id, round) == group) names.push_back(attendee.full_name());
    }
    std::sort(names.begin(), names.end(),
              [](const auto& left, const auto& right) { return compare_swedish(left, right) < 0; });
    return names;
}

// Where somebody sits in the rounds to come; none where they stay at one table.
std::vector<LaterSeat> later_seats(const EventState& state, const AttendeeId& id, RoundNumber now,
                                   const Texts& texts) {
    std::vector<LaterSeat> later;
    const auto here = sitting_group(state, id, now);
    bool is_moving = false;
    for (RoundNumber round = now + 1; round <= round_count(state); ++round) {
        const auto group = sitting_group(state, id, round);
        if (!group) continue;
        is_moving = is_moving || group != here;
        const auto starts_ms = instant_of(round_start(state, round));
        later.push_back({round, starts_ms ? clock_text(*starts_ms) : "", *group,
                         table_text(state, *group, texts)});
    }
    return is_moving ? later : std::vector<LaterSeat>();
}

}  // namespace

SeatAnswer seat_answer(const EventState& state, GroupNumber group, const Texts& texts) {
    SeatAnswer answer{group, table_name(state, group, texts), "", seating_map(state)};
    if (answer.map && !answer.map->tables.contains(group)) answer.map.reset();
    answer.place = place_text(state, group, answer.map, texts);
    return answer;
}

VerdictView verdict_view(const EventState& state, const CheckInOutcome& outcome,
                         const Texts& texts) {
    VerdictView view;
    view.arrival =
        outcome.verdict.verdict == Verdict::readmitted ? Arrival::readmitted : Arrival::admitted;
    const Attendee *attendee =
        outcome.verdict.attendee ? state.find_attendee(*outcome.verdict.attendee) : nullptr;
    if (outcome.verdict.verdict == Verdict::already_checked_in) view.arrival = Arrival::shown_way;
    if (outcome.verdict.verdict == Verdict::admitted && attendee != nullptr &&
        attendee->get(AttendeeField::origin) == "walk_in") {
        view.arrival = Arrival::walked_in;
    }
    view.first_name = first_name_of(state, outcome);
    view.name = outcome.name;
    if (!outcome.group) return view;
    view.seat = seat_answer(state, *outcome.group, texts);
    view.later = later_seats(state, *outcome.verdict.attendee, outcome.round.now, texts);
    std::vector<std::string> company =
        company_of(state, *outcome.group, outcome.round.now, outcome.verdict.attendee);
    view.present_in_group = static_cast<int>(company.size());
    const auto group = state.groups().find(*outcome.group);
    if (group == state.groups().end()) return view;
    const auto facilitator = facilitator_of(state, group->second);
    const Attendee *person = facilitator ? state.find_attendee(*facilitator) : nullptr;
    if (person == nullptr) return view;
    view.leads_group = facilitator == outcome.verdict.attendee;
    if (view.leads_group) {
        // Names at the entrance are for nobody else.
        view.company = std::move(company);
    } else {
        view.facilitator = person->full_name();
    }
    return view;
}

NoticeView notice_view(const EventState& state, const CheckInOutcome& outcome,
                       const DeviceId& own_device, const Texts& texts) {
    NoticeView view;
    view.kind = notice_kind(outcome.verdict.verdict);
    if (view.kind == NoticeKind::cancelled && outcome.verdict.attendee &&
        !substitutes_here(state, *outcome.verdict.attendee).empty()) {
        view.kind = NoticeKind::replaced;
    }
    view.first_name = first_name_of(state, outcome);
    if (outcome.first_at_ms) view.time_text = clock_text(*outcome.first_at_ms);
    if (outcome.verdict.first) {
        const Device& device = state.device_at(outcome.verdict.first->stamp.device());
        if (device.id != own_device) view.place_text = texts.get({"at the other screen"});
    }
    view.can_leave = view.kind == NoticeKind::already_here && outcome.verdict.attendee.has_value();
    if (outcome.group) {
        view.group_number = *outcome.group;
        view.table_name = table_text(state, *outcome.group, texts);
    }
    if (view.kind == NoticeKind::already_here && outcome.round.changing_from) {
        view.round = outcome.round.now;
        const auto map = seating_map(state);
        view.has_way = map && outcome.group && map->tables.contains(*outcome.group);
        if (const auto starts_ms = instant_of(outcome.round.starts)) {
            view.round_text = clock_text(*starts_ms);
        }
    }
    return view;
}

}  // namespace stormote
