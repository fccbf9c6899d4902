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
    std::int64_t at_ms = 0;                   // by corrected clocks
    std::string device;                       // as people named it; may be empty
    std::optional<ActingRole> acting_role{};  // nothing where the record does not keep it

    bool operator==(const ConflictSide&) const = default;
};

// The earliest first; none where a conflict is of a group, not of things that were done.
[[nodiscard]] std::vector<ConflictSide> conflict_sides(const EventState& state,
                                                       const Conflict& conflict);

struct KeepSide {
    ConflictSideId kept;  // the others are taken back
};
// Each stands; two versions of a note become two notes.
struct KeepEverySide {};
// Who share a place are one person, who stays as this one.
struct MergePeople {
    AttendeeId stays;
};
struct AddChairs {};
struct ReopenGroup {};
using Settlement = std::variant<KeepSide, KeepEverySide, MergePeople, AddChairs, ReopenGroup>;

// What can be decided of it, the least far-reaching first.
[[nodiscard]] std::vector<Settlement> settlements_of(const EventState& state,
                                                     const Conflict& conflict);

// Records what was decided. False, and nothing is recorded: the conflict is not there any more, or
// has no such side, since somebody else has settled it meanwhile. The thread that owns the desk.
bool settle(Desk& desk, const Conflict& conflict, const Settlement& settlement, Actor actor);

}  // namespace stormote
