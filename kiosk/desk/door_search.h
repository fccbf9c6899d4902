// DoorSearch: the name search at the entrance, where it must never become a list of who comes.
//
// Nothing is shown for one letter; for two, only people with a name that is these two letters
// whole (Bo, Jo); from three on, whoever matches; and never more than five. Pure.
#pragma once

#include <string>
#include <vector>

#include "kiosk/desk/desk.h"

namespace stormote {

enum class DoorSearchState : std::uint8_t {
    waiting,
    too_many,
    found,
    nothing,
    slowed,  // held up by SearchPace
};

struct DoorMatch {
    AttendeeId attendee;
    std::string name;
    std::string organisation;  // empty unless it tells namesakes apart
};

struct DoorSearch {
    DoorSearchState state = DoorSearchState::waiting;
    std::vector<DoorMatch> matches;
};

constexpr std::size_t most_door_matches = 5;

// Needs the desk's state to stand still (Desk::lock_state) when called by another thread.
[[nodiscard]] DoorSearch search_at_door(const Desk& desk, std::string_view typed);

}  // namespace stormote
