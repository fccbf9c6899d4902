#include "kiosk/ui/event_views.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "kiosk/desk/substitution.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr const char *separator = " · ";

constexpr std::array<Sentence, 12> day_formats = {{{"{} January"},
                                                   {"{} February"},
                                                   {"{} March"},
                                                   {"{} April"},
                                                   {"{} May"},
                                                   {"{} June"},
                                                   {"{} July"},
                                                   {"{} August"},
                                                   {"{} September"},
                                                   {"{} October"},
                                                   {"{} November"},
                                                   {"{} December"}}};

// "18.00" of "...T18:00" or "18:00".
std::string clock_of(std::string_view time) {
    if (time.size() < 5) return "";
    std::string clock(time.substr(time.size() - 5));
    clock[2] = '.';
    return clock;
}

std::string event_line(const EventState& state, const Texts& texts) {
    const std::string& starts = state.setting(SettingField::starts);
    std::string line = state.setting(SettingField::name);
    const std::string day = day_text(starts, texts);
    if (!day.empty()) {
        line += separator + day + ' ' + clock_of(starts) + "–" +
                clock_of(state.setting(SettingField::ends));
    }
    if (const std::string& place = state.setting(SettingField::place); !place.empty()) {
        line += separator + place;
    }
    return line;
}

// "Mingelfika till 18.30", from the programme's lines "17:30 Mingelfika". Only on the day itself.
std::string programme_line(const EventState& state, const Texts& texts, std::int64_t wall_ms) {
    const std::string now = local_time_of(wall_ms);
    if (now.substr(0, 10) != state.setting(SettingField::starts).substr(0, 10)) return "";
    if (const std::string& ends = state.setting(SettingField::ends); !ends.empty() && now >= ends) {
        return "";
    }
    std::istringstream lines(state.setting(SettingField::programme));
    std::string line;
    std::string current;
    while (std::getline(lines, line)) {
        if (line.size() < 7) continue;
        if (line.substr(0, 5) <= now.substr(11)) {
            current = line.substr(6);
        } else {
            return current.empty()
                       ? ""
                       : texts.get({"{} until {}"}, current, clock_of(line.substr(0, 5)));
        }
    }
    return current;
}

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
std::vector<std::string> company_of(const EventState& state, GroupNumber group,
                                    const std::optional<AttendeeId>& besides) {
    std::vector<std::string> names;
    for (const auto& [id, attendee] : state.attendees()) {
        if (id == besides || presence_of(state, id).kind != PresenceKind::present) continue;
        if (group_of(state, id) == group) names.push_back(attendee.full_name());
    }
    std::sort(names.begin(), names.end(),
              [](const auto& left, const auto& right) { return compare_swedish(left, right) < 0; });
    return names;
}

}  // namespace

std::string day_text(std::string_view local_time, const Texts& texts) {
    if (!is_date(local_time.substr(0, 10))) return "";
    const int month = std::stoi(std::string(local_time.substr(5, 2)));
    const int day = std::stoi(std::string(local_time.substr(8, 2)));
    return texts.get(day_formats[static_cast<std::size_t>(month - 1)], day);
}

FrameView frame_view(const EventState& state, const Texts& texts, std::int64_t wall_ms) {
    FrameView view;
    view.municipality = state.setting(SettingField::municipality);
    view.event_line = event_line(state, texts);
    view.clock_text = clock_text(wall_ms);
    view.programme_line = programme_line(state, texts, wall_ms);
    view.language = texts.language();
    return view;
}

std::string table_text(const EventState& state, GroupNumber group, const Texts& texts) {
    const auto found = state.groups().find(group);
    if (found == state.groups().end()) return "";
    const std::string& name = found->second.get(GroupField::name);
    return name.empty() ? "" : texts.get({"Table {}"}, name);
}

std::string door_text(const DoorCount& count, const Texts& texts) {
    if (count.arrived_others == 0) {
        return texts.get(Sentence{"{} of {} registered"}, count.arrived_registered,
                         count.registered);
    }
    return texts.get(Sentence{"{} of {} registered, and {} more"}, count.arrived_registered,
                     count.registered, count.arrived_others);
}

VerdictView verdict_view(const EventState& state, const CheckInOutcome& outcome,
                         const Texts& texts) {
    VerdictView view;
    view.arrival =
        outcome.verdict.verdict == Verdict::readmitted ? Arrival::readmitted : Arrival::admitted;
    const Attendee *attendee =
        outcome.verdict.attendee ? state.find_attendee(*outcome.verdict.attendee) : nullptr;
    if (outcome.verdict.verdict == Verdict::admitted && attendee != nullptr &&
        attendee->get(AttendeeField::origin) == "walk_in") {
        view.arrival = Arrival::walked_in;
    }
    view.first_name = first_name_of(state, outcome);
    view.name = outcome.name;
    if (!outcome.group) return view;
    view.group_number = *outcome.group;
    view.table_name = table_text(state, *outcome.group, texts);
    std::vector<std::string> company = company_of(state, *outcome.group, outcome.verdict.attendee);
    view.present_in_group = static_cast<int>(company.size());
    const auto group = state.groups().find(*outcome.group);
    if (group == state.groups().end()) return view;
    view.place = group->second.get(GroupField::place);
    view.map = seating_map(state);
    if (view.map && !view.map->tables.contains(*outcome.group)) view.map.reset();
    // In words as well: nobody should have to read a plan.
    if (view.map && view.place.empty()) {
        if (const auto area = area_of(*view.map, *outcome.group)) view.place = texts.get(*area);
    }
    const auto facilitator = parse_id<AttendeeId>(group->second.get(GroupField::facilitator));
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
    return view;
}

}  // namespace stormote
