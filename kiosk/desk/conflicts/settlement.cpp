#include "kiosk/desk/conflicts/settlement.h"

#include <algorithm>

#include "sync/base/match.h"

namespace stormote {

namespace {

std::string name_of(const EventState& state, const AttendeeId& id) {
    const Attendee *attendee = state.find_attendee(id);
    return attendee == nullptr ? std::string() : attendee->full_name();
}

ConflictSide side_of(const EventState& state, const CheckInFact& fact, const AttendeeId& person,
                     const ConflictSideId& id) {
    return {id,
            name_of(state, person),
            false,
            corrected_ms(state, fact),
            state.device_at(fact.stamp.device()).name,
            fact.acting_role};
}

std::vector<ConflictSide> sides_of(const EventState& state, const DoubleCheckIn& twice) {
    std::vector<ConflictSide> sides;
    for (const CheckInFact *fact : presence_of(state, twice.attendee).standing) {
        sides.push_back(side_of(state, *fact, twice.attendee, fact->id));
    }
    return sides;
}

std::vector<ConflictSide> sides_of(const EventState& state, const SharedPlace& place) {
    std::vector<ConflictSide> sides;
    for (const AttendeeId& id : place.here) {
        const Presence presence = presence_of(state, id);
        if (presence.first != nullptr) sides.push_back(side_of(state, *presence.first, id, id));
    }
    return sides;
}

std::vector<ConflictSide> sides_of(const EventState& state, const SplitNote& split) {
    std::vector<ConflictSide> sides;
    const auto found = state.notes().find(split.note);
    if (found == state.notes().end()) return sides;
    for (const NoteVersion *head : found->second.heads(state.device_table())) {
        sides.push_back({head->id, head->content.text, head->content.state == NoteState::withdrawn,
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

bool is_still_so(const EventState& state, const SeenConflict& seen) {
    const auto all = list_conflicts(state);
    return std::any_of(all.begin(), all.end(), [&](const Conflict& now) {
        return is_same_conflict(now, seen.conflict) && see_conflict(state, now) == seen;
    });
}

Body describe_group(GroupNumber group, GroupField field, std::string text, Actor actor) {
    return {{},
            actor.role,
            GroupDescribed{group, FieldSetter<GroupField>{}.set(field, std::move(text)).take()}};
}

// The check-ins may stand side by side from now on; a further one is a conflict again.
Body let_stand(const EventState& state, const Conflict& conflict, Actor actor) {
    return {{}, actor.role, ConflictSettled{standing_check_ins(state, conflict)}};
}

// Writes down what a settlement comes to; false where the conflict has no such one.
class Settler {
  public:
    Settler(Desk& desk, const SeenConflict& seen, Actor actor)
        : desk_(desk), seen_(seen), actor_(actor) {}

    bool operator()(const KeepSide& keep) const {
        const bool is_side =
            std::any_of(seen_.sides.begin(), seen_.sides.end(),
                        [&keep](const ConflictSide& side) { return side.id == keep.kept; });
        return is_side &&
               std::visit([&](const auto& conflict) { return keep_side(conflict, keep.kept); },
                          seen_.conflict);
    }
    bool operator()(const KeepEverySide& /*all*/) const {
        if (seen_.sides.empty()) return false;
        if (const auto *split = std::get_if<SplitNote>(&seen_.conflict)) {
            return desk_.part_note_versions(split->note, actor_);
        }
        const Body body = let_stand(desk_.state(), seen_.conflict, actor_);
        desk_.record(std::span(&body, 1));
        return true;
    }
    bool operator()(const MergePeople& same) const {
        const auto *place = std::get_if<SharedPlace>(&seen_.conflict);
        if (place == nullptr) return false;
        std::vector<Body> bodies;
        for (const AttendeeId& other : place->here) {
            if (other == same.stays) continue;
            auto body = desk_.draft_merge(other, same.stays, actor_);
            if (body) bodies.push_back(std::move(*body));
        }
        if (bodies.empty()) return false;
        // They are one person's, who is here at two screens, and somebody has seen that.
        bodies.push_back(let_stand(desk_.state(), seen_.conflict, actor_));
        desk_.record(bodies);
        return true;
    }
    bool operator()(const AddChairs& /*chairs*/) const {
        const auto *group = std::get_if<OverfullGroup>(&seen_.conflict);
        return group != nullptr &&
               describe(group->group, GroupField::capacity, std::to_string(group->people));
    }
    bool operator()(const ReopenGroup& /*open*/) const {
        const auto *group = std::get_if<ClosedGroup>(&seen_.conflict);
        return group != nullptr && describe(group->group, GroupField::closed, "");
    }

  private:
    bool keep_side(const DoubleCheckIn& twice, const ConflictSideId& kept) const {
        return desk_.keep_check_in(twice.attendee, std::get<OperationId>(kept), actor_);
    }
    bool keep_side(const SharedPlace& place, const ConflictSideId& kept) const {
        std::vector<AttendeeId> others = place.here;
        std::erase(others, std::get<AttendeeId>(kept));
        return desk_.undo_check_ins(others, actor_);
    }
    bool keep_side(const SplitNote& split, const ConflictSideId& kept) const {
        return desk_.keep_note_version(split.note, std::get<OperationId>(kept), actor_);
    }
    bool keep_side(const OverfullGroup& /*group*/, const ConflictSideId& /*kept*/) const {
        return false;
    }
    bool keep_side(const ClosedGroup& /*group*/, const ConflictSideId& /*kept*/) const {
        return false;
    }
    bool describe(GroupNumber group, GroupField field, std::string text) const {
        const Body body = describe_group(group, field, std::move(text), actor_);
        desk_.record(std::span(&body, 1));
        return true;
    }

    Desk& desk_;
    const SeenConflict& seen_;
    Actor actor_;
};

}  // namespace

SeenConflict see_conflict(const EventState& state, const Conflict& conflict) {
    SeenConflict seen{
        conflict, std::visit([&state](const auto& one) { return sides_of(state, one); }, conflict)};
    std::stable_sort(seen.sides.begin(), seen.sides.end(),
                     [](const auto& left, const auto& right) { return left.at_ms < right.at_ms; });
    return seen;
}

std::vector<Settlement> settlements_of(const SeenConflict& seen) {
    std::vector<Settlement> all;
    std::size_t standing = 0;
    for (const ConflictSide& side : seen.sides) {
        all.emplace_back(KeepSide{side.id});
        if (!side.withdraws) ++standing;
    }
    if (const auto *place = std::get_if<SharedPlace>(&seen.conflict)) {
        all.emplace_back(MergePeople{place->here.front()});
    }
    if (standing > 1) all.emplace_back(KeepEverySide{});
    if (std::holds_alternative<OverfullGroup>(seen.conflict)) all.emplace_back(AddChairs{});
    if (std::holds_alternative<ClosedGroup>(seen.conflict)) all.emplace_back(ReopenGroup{});
    return all;
}

bool settle(Desk& desk, const SeenConflict& seen, const Settlement& settlement, Actor actor) {
    return is_still_so(desk.state(), seen) && std::visit(Settler(desk, seen, actor), settlement);
}

}  // namespace stormote
