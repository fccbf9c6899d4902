// People here: who is in the building at a moment: checked in, and neither checked out nor taken
// back. Pure; reads every attendee.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

struct PersonHere {
    AttendeeId attendee;
    std::string name;
    std::string organisation;          // may be empty
    std::optional<GroupNumber> group;  // where they sit in this round
};

struct PeopleHere {
    std::vector<PersonHere> people;  // in Swedish order of names
    int unknown = 0;                 // with tickets whose owners this device does not know

    [[nodiscard]] int count() const { return static_cast<int>(people.size()) + unknown; }
};

// The time is a corrected one, as of the record.
[[nodiscard]] PeopleHere people_here(const EventState& state, std::int64_t now_ms);

}  // namespace stormote
