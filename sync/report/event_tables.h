// Event tables: who came, who sat where, what was said, and the record itself, as tables. Pure
// functions of the event state; rows stand in the same order on every replica.
#pragma once

#include <span>

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

// One row a person, by name: name, organisation, sector, role, registration, group, when (by
// corrected clocks) and how they were checked in, when they left. Then one row without a name for
// each erased person who was counted, and for each ticket whose owner is not known.
[[nodiscard]] Table attendance_table(const EventState& state);

// One row a person and duty, by duty and name: whom a working group, a consultation or a guide's
// task can be written to.
[[nodiscard]] Table duties_table(const EventState& state);

// One row a person and round: where they sit, by round, group and name.
[[nodiscard]] Table groups_table(const EventState& state);

// One row a note, by question and group: kind, text, when it was last written, how many versions
// it has. A note whose versions are in conflict has a row for each that stands.
[[nodiscard]] Table notes_table(const EventState& state);

// The proposals that stand, one row each, by question and group.
[[nodiscard]] Table proposals_table(const EventState& state);

// Every operation in the order of the record, with its header and its body in hexadecimal
// (nothing where it was erased). Equal on all replicas that hold the same operations.
[[nodiscard]] Table operations_table(std::vector<Operation> operations);

}  // namespace stormote
