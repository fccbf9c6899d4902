// Conflicts: what people at different screens did that does not fit together, for an organiser to
// look at. Nothing here is an error: all of it is in the record, and stays. Pure.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sync/model/presence.h"

namespace stormote {

// One person's check-ins at two devices, both standing: two people with one ticket, or one person
// while the devices could not hear each other. The first counts.
struct DoubleCheckIn {
    AttendeeId attendee;
    std::int64_t first_ms = 0;  // by corrected clocks
    std::int64_t second_ms = 0;
    std::string first_device;
    std::string second_device;

    bool operator==(const DoubleCheckIn&) const = default;
};

// More than one person is here for one registration: the one it was made for and a substitute who
// was let in at another device meanwhile, or two substitutes.
struct SharedPlace {
    AttendeeId absent;  // whose place it was
    std::vector<AttendeeId> here;

    bool operator==(const SharedPlace&) const = default;
};

// More people than the table has chairs: those who are there or expected.
struct OverfullGroup {
    GroupNumber group = 0;
    int people = 0;
    int capacity = 0;

    bool operator==(const OverfullGroup&) const = default;
};

// A table that has closed, and still has people, by plan or because a door that had not heard of it
// told them: those who are there or expected.
struct ClosedGroup {
    GroupNumber group = 0;
    int people = 0;

    bool operator==(const ClosedGroup&) const = default;
};

// Versions of one note, none of which replaces another, and one of which stands.
struct SplitNote {
    NoteId note;
    GroupNumber group = 0;
    QuestionNumber question = 0;
    int versions = 0;

    bool operator==(const SplitNote&) const = default;
};

using Conflict = std::variant<DoubleCheckIn, SharedPlace, OverfullGroup, ClosedGroup, SplitNote>;

// Those that somebody has settled by letting each side stand are none any more. Double check-ins by
// time, then shared places, then groups by number, then notes by age.
[[nodiscard]] std::vector<Conflict> list_conflicts(const EventState& state);

// Whether both are about the same thing, whatever its figures are by now.
[[nodiscard]] bool is_same_conflict(const Conflict& left, const Conflict& right);

// The check-ins that stand beside each other, the person's or those of everybody who shares the
// place. None of other conflicts.
[[nodiscard]] std::vector<OperationId> standing_check_ins(const EventState& state,
                                                          const Conflict& conflict);

}  // namespace stormote
