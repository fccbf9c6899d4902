#include "kiosk/desk/conflicts/settlement.h"

#include <algorithm>
#include <optional>

#include "sync/base/match.h"

namespace stormote {

namespace {

std::string name_of(const EventState& state, const AttendeeId& id) {
    const Attendee *attendee = state.find_attendee(id);
    return attendee == nullptr ? std::string() : attendee->full_name();
}

ConflictSide side_of(const EventState& state, const CheckInFact& fact, const AttendeeId& person,
                     const ConflictSideId& id) {
    return {id, name_of(state, person), corrected_ms(state, fact),
            state.device_at(fact.stamp.device()).name, fact.acting_role};
}

void sort_by_time(std::vector<ConflictSide>& sides) {
    std::stable_sort(sides.begin(), sides.end(),
                     [](const auto& left, const auto& right) { return left.at_ms < right.at_ms; });
}

std::vector<ConflictSide> sides_of(const EventState& state, const DoubleCheckIn& twice) {
    std::vector<ConflictSide> sides;
    for (const CheckInFact *fact : presence_of(state, twice.attendee).standing) {
        sides.push_back(side_of(state, *fact, twice.attendee, fact->id));
    }
    sort_by_time(sides);
    return sides;
}

std::vector<ConflictSide> sides_of(const EventState& state, const SharedPlace& place) {
    std::vector<ConflictSide> sides;
    for (const AttendeeId& id : place.here) {
        const Presence presence = presence_of(state, id);
        if (presence.first != nullptr) sides.push_back(side_of(state, *presence.first, id, id));
    }
    sort_by_time(sides);
    return sides;
}

std::vector<ConflictSide> sides_of(const EventState& state, const SplitNote& split) {
    std::vector<ConflictSide> sides;
    const auto found = state.notes().find(split.note);
    if (found == state.notes().end()) return sides;
    for (const NoteVersion *head : found->second.heads(state.device_table())) {
        sides.push_back({head->id, head->content.text,
                         corrected_ms(state, head->stamp, head->wall_ms),
                         state.device_at(head->stamp.device()).name, std::nullopt});
    }
    return sides;
}

std::vector<ConflictSide> sides_of(const EventState& /*state*/, const OverfullGroup& /*group*/) {
    return {};
}

std::vector<ConflictSide> sides_of(const EventState& /*state*/, const ClosedGroup& /*group*/) {
    return {};
}

std::optional<Conflict> find_now(const EventState& state, const Conflict& conflict) {
    for (Conflict& now : list_conflicts(state)) {
        if (is_same_conflict(now, conflict)) return std::move(now);
    }
    return std::nullopt;
}

void describe_group(Desk& desk, GroupNumber group, GroupField field, std::string text,
                    Actor actor) {
    const Body body{
        {},
        actor.role,
        GroupDescribed{group, FieldSetter<GroupField>{}.set(field, std::move(text)).take()}};
    desk.record(std::span(&body, 1));
}

// The version of a note that a side is.
const NoteVersion *version_of(const EventState& state, const SplitNote& split,
                              const ConflictSideId& side) {
    const auto *id = std::get_if<OperationId>(&side);
    const auto found = state.notes().find(split.note);
    if (id == nullptr || found == state.notes().end()) return nullptr;
    for (const NoteVersion *head : found->second.heads(state.device_table())) {
        if (head->id == *id) return head;
    }
    return nullptr;
}

bool keep_version(Desk& desk, const SplitNote& split, const ConflictSideId& kept, Actor actor) {
    const NoteVersion *version = version_of(desk.state(), split, kept);
    if (version == nullptr) return false;
    const NoteWritten content = version->content;
    if (content.state == NoteState::withdrawn) return desk.withdraw_note(split.note, actor);
    return desk.edit_note(split.note, content.kind, content.text, actor);
}

// The first stays the note, and each other becomes a note of its own. Those first: if the machine
// stops in between, a text stands twice rather than nowhere.
bool keep_versions(Desk& desk, const SplitNote& split, Actor actor) {
    std::vector<NoteWritten> standing;
    for (const ConflictSide& side : sides_of(desk.state(), split)) {
        const NoteVersion *version = version_of(desk.state(), split, side.id);
        if (version != nullptr && version->content.state == NoteState::standing) {
            standing.push_back(version->content);
        }
    }
    if (standing.empty()) return false;
    for (auto other = standing.begin() + 1; other != standing.end(); ++other) {
        desk.write_note({other->group, other->question, other->kind, other->text}, actor);
    }
    return desk.edit_note(split.note, standing.front().kind, standing.front().text, actor);
}

bool keep_person(Desk& desk, const SharedPlace& place, const ConflictSideId& kept, Actor actor) {
    const auto *person = std::get_if<AttendeeId>(&kept);
    if (person == nullptr ||
        std::find(place.here.begin(), place.here.end(), *person) == place.here.end()) {
        return false;
    }
    for (const AttendeeId& other : place.here) {
        if (other != *person) desk.undo_check_in(other, actor);
    }
    return true;
}

bool merge_all(Desk& desk, const SharedPlace& place, const AttendeeId& stays, Actor actor) {
    bool is_done = false;
    for (const AttendeeId& other : place.here) {
        if (other == stays) continue;
        is_done |= desk.merge_people(other, stays, actor) == Merging::done;
    }
    return is_done;
}

// The check-ins stand side by side from now on; a further one is a conflict again.
bool keep_check_ins(Desk& desk, const Conflict& conflict, Actor actor) {
    const Body body{{}, actor.role, ConflictSettled{standing_check_ins(desk.state(), conflict)}};
    desk.record(std::span(&body, 1));
    return true;
}

}  // namespace

std::vector<ConflictSide> conflict_sides(const EventState& state, const Conflict& conflict) {
    return std::visit([&state](const auto& one) { return sides_of(state, one); }, conflict);
}

std::vector<Settlement> settlements_of(const EventState& state, const Conflict& conflict) {
    std::vector<Settlement> all;
    for (const ConflictSide& side : conflict_sides(state, conflict)) {
        all.emplace_back(KeepSide{side.id});
    }
    if (const auto *place = std::get_if<SharedPlace>(&conflict)) {
        all.emplace_back(MergePeople{place->here.front()});
    }
    if (!all.empty()) all.emplace_back(KeepEverySide{});
    if (std::holds_alternative<OverfullGroup>(conflict)) all.emplace_back(AddChairs{});
    if (std::holds_alternative<ClosedGroup>(conflict)) all.emplace_back(ReopenGroup{});
    return all;
}

bool settle(Desk& desk, const Conflict& conflict, const Settlement& settlement, Actor actor) {
    const auto now = find_now(desk.state(), conflict);
    if (!now) return false;
    const auto *twice = std::get_if<DoubleCheckIn>(&*now);
    const auto *place = std::get_if<SharedPlace>(&*now);
    const auto *split = std::get_if<SplitNote>(&*now);
    const auto *overfull = std::get_if<OverfullGroup>(&*now);
    const auto *closed = std::get_if<ClosedGroup>(&*now);
    return std::visit(Match{[&](const KeepSide& keep) {
                                if (split != nullptr)
                                    return keep_version(desk, *split, keep.kept, actor);
                                if (place != nullptr)
                                    return keep_person(desk, *place, keep.kept, actor);
                                const auto *kept = std::get_if<OperationId>(&keep.kept);
                                return twice != nullptr && kept != nullptr &&
                                       desk.keep_check_in(twice->attendee, *kept, actor);
                            },
                            [&](const KeepEverySide&) {
                                if (split != nullptr) return keep_versions(desk, *split, actor);
                                return (twice != nullptr || place != nullptr) &&
                                       keep_check_ins(desk, *now, actor);
                            },
                            [&](const MergePeople& same) {
                                return place != nullptr &&
                                       merge_all(desk, *place, same.stays, actor);
                            },
                            [&](const AddChairs&) {
                                if (overfull == nullptr) return false;
                                describe_group(desk, overfull->group, GroupField::capacity,
                                               std::to_string(overfull->people), actor);
                                return true;
                            },
                            [&](const ReopenGroup&) {
                                if (closed == nullptr) return false;
                                describe_group(desk, closed->group, GroupField::closed, "", actor);
                                return true;
                            }},
                      settlement);
}

}  // namespace stormote
