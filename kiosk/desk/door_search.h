// DoorSearch: the name search at the entrance, where it must never become a list of who comes.
//
// Nothing is shown for one letter; for two, only people with a name that is these two letters
// whole (Bo, Jo); from three on, whoever matches; and never more than five names. People of one
// name are one match, and tell themselves apart by two letters of their organisation, which nobody
// is ever shown. Pure.
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
    std::string name;
    std::vector<AttendeeId> people;  // all who are called so; at least one
};

struct DoorSearch {
    DoorSearchState state = DoorSearchState::waiting;
    std::vector<DoorMatch> matches;
};

constexpr std::size_t most_door_matches = 5;
constexpr std::size_t least_organisation_letters = 2;

// Needs the desk's state to stand still (Desk::lock_state) when called by another thread.
[[nodiscard]] DoorSearch search_at_door(const Desk& desk, std::string_view typed);
// Who of them is from an organisation with a name that begins so, or has a word that does: found
// where that is one person alone.
[[nodiscard]] DoorSearch search_namesakes(const EventState& state, const DoorMatch& namesakes,
                                          std::string_view typed);

}  // namespace stormote
