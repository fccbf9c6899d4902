// Door placing: the group that somebody is told at the door. Pure; devices that hold the same
// record give the same answer.
//
// Where the event says so, the plan is only where somebody would sit if all came: a group is chosen
// as people come, so that those who stay away leave no holes. Else whoever is in the plan sits
// where it says, and only others are placed. Nobody is placed in a group that is closed, whatever
// they were told or planned for.
#pragma once

#include <optional>
#include <string>

#include "sync/model/event_state.h"
#include "sync/model/presence.h"

namespace stormote {

// Somebody of whom the record knows nothing yet.
struct Newcomer {
    std::string organisation;
    std::string sector;
    AttendeeRole role = AttendeeRole::civil;
};

enum class DoorSeating : std::uint8_t { planned, live };
[[nodiscard]] DoorSeating seating_of(const EventState& state);

// Nothing where no group is open. Whoever was told a group that is open, or moved to one, keeps it.
[[nodiscard]] std::optional<GroupNumber> place_at_door(const EventState& state,
                                                       const AttendeeId& attendee);
[[nodiscard]] std::optional<GroupNumber> place_at_door(const EventState& state,
                                                       const Newcomer& newcomer);

}  // namespace stormote
