// Purge plan: what is to be recorded so that documents of some kinds are destroyed: what is kept of
// what goes is said anew, people are erased, and operations that are about nobody are named. Pure:
// whoever has the plan commits it, in one transaction and in its order.
//
// People go with their registrations: everybody about whom the record has anything. What the keep
// table keeps of theirs is said anew about nobody: notes without who wrote them, comments without
// who signed them. Where only some fields go, such as diets before names, the others are said anew.
#pragma once

#include <span>
#include <vector>

#include "sync/model/event_state.h"
#include "sync/privacy/keep_table.h"

namespace stormote {

// Everything that a device holds of an event, with its bodies.
struct HeldOperations {
    std::span<const Operation> effective;  // those whose fold the state is
    std::span<const Operation> others;     // without effect, or put aside: their people go, too
};

struct PlannedBody {
    Body body;
    std::optional<std::int64_t> corrected_ms{};  // when what it says anew was said; nothing: now
};

struct PurgePlan {
    std::vector<PlannedBody> bodies;      // what is kept, said anew, and the erasures
    std::vector<OperationId> operations;  // what goes besides what is about the people, ascending
    std::vector<AttendeeId> people;       // who goes, ascending
    Bytes statistics;                     // empty: the record has them already
};

[[nodiscard]] PurgePlan plan_purge(const EventState& state, const HeldOperations& held,
                                   const std::vector<DocumentKind>& kinds,
                                   const std::string& decision);

// The plan with what is stated of it, as bodies in the order in which they are committed: more than
// one purge where one would not hold all that is named, the first of which states everything.
[[nodiscard]] std::vector<PlannedBody> bodies_of(PurgePlan plan, RecordPurged statement);

}  // namespace stormote
