// Person records: under which ids an event holds something about one person. Pure.
#pragma once

#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

// One person, as the event knows them.
struct PersonRecords {
    // The registrations that were put together as theirs, the root first. None for somebody who is
    // only a contact of the register.
    std::vector<AttendeeId> registrations;
    // As whom organisations are written to: the same name and address, or, where one of the two has
    // no address, the same name and organisation. Ascending.
    std::vector<AttendeeId> contacts;

    [[nodiscard]] std::vector<AttendeeId> all() const;
};

// By any of their ids. Empty where nothing is held under it.
[[nodiscard]] PersonRecords records_of_person(const EventState& state, const AttendeeId& id);

}  // namespace stormote
