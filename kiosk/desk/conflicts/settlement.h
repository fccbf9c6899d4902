// Settlement: how a conflict is settled: which sides it has, who did each at which screen, and what
// is recorded when somebody decides. Nothing that was done is lost: what gives way stays in the
// record. The desk's thread.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "kiosk/desk/conflicts/conflicts.h"
#include "kiosk/desk/desk.h"

namespace stormote {

// A check-in or a version of a note by its operation; a person who shares a place.
using ConflictSideId = std::variant<OperationId, AttendeeId>;

struct ConflictSide {
    ConflictSideId id;
    std::string text;                         // the person's name, or the note's text
    bool withdraws = false;                   // of a note: this side took it back
    std::int64_t at_ms = 0;                   // by corrected clocks
    std::string device;                       // as people named it; may be empty
    std::optional<ActingRole> acting_role{};  // nothing where the record does not keep it

    bool operator==(const ConflictSide&) const = default;
};

// A conflict with its sides, as whoever decides sees it: the earliest side first; none where it is
// of a group, not of things that were done.
struct SeenConflict {
    Conflict conflict;
    std::vector<ConflictSide> sides;

    bool operator==(const SeenConflict&) const = default;
};
[[nodiscard]] SeenConflict see_conflict(const EventState& state, const Conflict& conflict);

struct KeepSide {
    ConflictSideId kept;  // the others are taken back
};
// Each stands; two versions of a note become two notes.
struct KeepEverySide {};
// Who share a place are one person, who stays as this one.
struct MergePeople {
    AttendeeId stays;
};
// As many as there are people.
struct AddChairs {};
struct ReopenGroup {};
using Settlement = std::variant<KeepSide, KeepEverySide, MergePeople, AddChairs, ReopenGroup>;

// What can be decided of it: to keep each side, in their order, then the rest.
[[nodiscard]] std::vector<Settlement> settlements_of(const SeenConflict& seen);

// Records what was decided of the conflict as it was seen, in one step. False, and nothing is
// recorded: it is not there any more, or has other sides or figures by now.
bool settle(Desk& desk, const SeenConflict& seen, const Settlement& settlement, Actor actor);

}  // namespace stormote
