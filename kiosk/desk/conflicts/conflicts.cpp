#include "kiosk/desk/conflicts/conflicts.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "kiosk/desk/substitution.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

// The first check-in and the earliest one at another device.
std::optional<DoubleCheckIn> double_check_in(const EventState& state, const AttendeeId& id) {
    const Presence presence = presence_of(state, id);
    if (presence.standing.size() < 2) return std::nullopt;
    std::vector<const CheckInFact *> facts = presence.standing;
    std::sort(facts.begin(), facts.end(), [&state](const auto *left, const auto *right) {
        return std::tuple(corrected_ms(state, *left), left->id) <
               std::tuple(corrected_ms(state, *right), right->id);
    });
    const CheckInFact& first = *facts.front();
    for (const CheckInFact *other : facts) {
        if (other->stamp.device() == first.stamp.device()) continue;
        return DoubleCheckIn{id, corrected_ms(state, first), corrected_ms(state, *other),
                             state.device_at(first.stamp.device()).name,
                             state.device_at(other->stamp.device()).name};
    }
    return std::nullopt;
}

bool needs_a_chair(const EventState& state, const AttendeeId& id, const Attendee& attendee) {
    const PresenceKind presence = presence_of(state, id).kind;
    return presence == PresenceKind::present ||
           (presence == PresenceKind::expected && !is_cancelled(attendee));
}

void add_double_check_ins(const EventState& state, std::vector<Conflict>& conflicts) {
    std::vector<DoubleCheckIn> found;
    for (const auto& [id, attendee] : state.attendees()) {
        // Whoever has no check-in and no ticket cannot have come twice.
        if (attendee.check_ins.empty() && attendee.tickets.empty()) continue;
        if (const auto twice = double_check_in(state, id)) found.push_back(*twice);
    }
    std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
        return std::tie(left.second_ms, left.attendee) < std::tie(right.second_ms, right.attendee);
    });
    conflicts.insert(conflicts.end(), found.begin(), found.end());
}

void add_shared_places(const EventState& state, std::vector<Conflict>& conflicts) {
    std::map<AttendeeId, std::vector<AttendeeId>> places;
    for (const auto& [id, attendee] : state.attendees()) {
        const auto absent = absent_of(attendee);
        if (absent && presence_of(state, id).kind == PresenceKind::present) {
            places[state.person_of(*absent)].push_back(id);
        }
    }
    for (auto& [absent, here] : places) {
        std::sort(here.begin(), here.end());
        if (presence_of(state, absent).kind == PresenceKind::present) {
            here.insert(here.begin(), absent);
        }
        if (here.size() > 1) conflicts.emplace_back(SharedPlace{absent, std::move(here)});
    }
}

// Those that are too small for their people, and those that should have none.
void add_wrong_groups(const EventState& state, std::vector<Conflict>& conflicts) {
    std::map<GroupNumber, OverfullGroup> groups;
    for (const auto& [group, fields] : state.groups()) {
        if (is_closed(fields)) {
            groups[group] = {group, 0, 0};
        } else if (const auto capacity = capacity_of(fields)) {
            groups[group] = {group, 0, *capacity};
        }
    }
    if (groups.empty()) return;
    for (const auto& [id, attendee] : state.attendees()) {
        if (attendee.fields.empty()) continue;
        const auto group = group_of(state, id);
        const auto found = group ? groups.find(*group) : groups.end();
        if (found != groups.end() && needs_a_chair(state, id, attendee)) ++found->second.people;
    }
    for (const auto& [group, counted] : groups) {
        if (is_closed(state, group)) {
            if (counted.people > 0) conflicts.emplace_back(ClosedGroup{group, counted.people});
        } else if (counted.people > counted.capacity) {
            conflicts.emplace_back(counted);
        }
    }
}

void add_split_notes(const EventState& state, std::vector<Conflict>& conflicts) {
    for (const auto& [id, note] : state.notes()) {
        const auto heads = note.heads(state.device_table());
        const bool is_standing = std::any_of(heads.begin(), heads.end(), [](const auto *head) {
            return head->content.state == NoteState::standing;
        });
        if (heads.size() < 2 || !is_standing) continue;
        const NoteWritten& newest = heads.back()->content;
        conflicts.emplace_back(
            SplitNote{id, newest.group, newest.question, static_cast<int>(heads.size())});
    }
}

void add_standing(const EventState& state, const AttendeeId& id,
                  std::vector<OperationId>& check_ins) {
    for (const CheckInFact *fact : presence_of(state, id).standing) check_ins.push_back(fact->id);
}

// Somebody has looked at all these check-ins together, and let them stand.
bool is_settled(const EventState& state, const Conflict& conflict) {
    const auto check_ins = standing_check_ins(state, conflict);
    const auto& settled = state.settled_check_ins();
    return std::any_of(settled.begin(), settled.end(), [&check_ins](const auto& together) {
        return std::includes(together.begin(), together.end(), check_ins.begin(), check_ins.end());
    });
}

}  // namespace

std::vector<Conflict> list_conflicts(const EventState& state) {
    std::vector<Conflict> conflicts;
    add_double_check_ins(state, conflicts);
    add_shared_places(state, conflicts);
    std::erase_if(conflicts, [&state](const Conflict& conflict) {
        return !state.settled_check_ins().empty() && is_settled(state, conflict);
    });
    add_wrong_groups(state, conflicts);
    add_split_notes(state, conflicts);
    return conflicts;
}

bool is_same_conflict(const Conflict& left, const Conflict& right) {
    using Key = std::variant<AttendeeId, GroupNumber, NoteId>;
    const auto key = [](const Conflict& conflict) {
        return std::visit(Match{[](const DoubleCheckIn& twice) { return Key(twice.attendee); },
                                [](const SharedPlace& place) { return Key(place.absent); },
                                [](const OverfullGroup& group) { return Key(group.group); },
                                [](const ClosedGroup& group) { return Key(group.group); },
                                [](const SplitNote& split) { return Key(split.note); }},
                          conflict);
    };
    return left.index() == right.index() && key(left) == key(right);
}

std::vector<OperationId> standing_check_ins(const EventState& state, const Conflict& conflict) {
    std::vector<OperationId> check_ins;
    if (const auto *twice = std::get_if<DoubleCheckIn>(&conflict)) {
        add_standing(state, twice->attendee, check_ins);
    }
    if (const auto *place = std::get_if<SharedPlace>(&conflict)) {
        for (const AttendeeId& id : place->here) add_standing(state, id, check_ins);
    }
    std::sort(check_ins.begin(), check_ins.end());
    return check_ins;
}

}  // namespace stormote
