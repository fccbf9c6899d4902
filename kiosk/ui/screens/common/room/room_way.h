// Room way: how somebody walks to a table: between the other tables, with as few turns as can be.
// Pure, any thread.
#pragma once

#include <vector>

#include "sync/model/seating_map.h"

namespace stormote {

// The corners of the way from a place to a table, both included, in metres. It keeps `clear` metres
// away from the middle of every other table, but for the metre around the start. Straight where
// there is no such way.
[[nodiscard]] std::vector<Spot> way_to(const SeatingMap& map, const Spot& from, GroupNumber table,
                                       double clear);

}  // namespace stormote
