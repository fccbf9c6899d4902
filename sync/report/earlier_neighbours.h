// Earlier neighbours: who sat together at earlier meetings, carried from one event to the next
// without carrying who they are. sync/README.md has the numbers of the people. Pure, any thread.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

// Pairs of places in a list of attendees: those who met before, each pair once, ascending.
[[nodiscard]] std::vector<std::pair<int, int>> earlier_neighbours(
    const EventState& state, const std::vector<AttendeeId>& attendees);

// The meetings at whose tables somebody sat by these numbers, as far as four bytes can tell that,
// and at how many of their tables.
[[nodiscard]] std::map<MeetingId, std::int64_t> earlier_tables_of(const EventState& state,
                                                                  const Attendee& attendee);

// What the next event is told: the tables of this one, round by round, with who came, and those of
// the meetings before it. The id is this meeting's.
[[nodiscard]] std::vector<EarlierTableTold> tables_to_carry(const EventState& state,
                                                            const MeetingId& meeting);

}  // namespace stormote
