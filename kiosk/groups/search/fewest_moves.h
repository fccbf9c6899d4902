// Fewest moves: how many people have to change groups at least, until a round costs no more than a
// seating that is known. Pure; the same on every machine.
//
// A search in depth, after one more move at a time (Korf 1985): some group that is too large, or
// some count that costs too much, has to be mended, so only what mends it is looked at; and what a
// branch has looked at is not looked at by the next.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/groups/search/round_task.h"
#include "kiosk/groups/search/sizes.h"

namespace stormote {

struct FewestMoves {
    int at_least = 0;  // proven: no fewer moves are enough
    // Where everybody would sit with fewer moves than are known; nothing where there are none, or
    // the steps did not reach.
    std::optional<std::vector<int>> better;
};

// `group_of` is where everybody sits; a group beyond the task's is gone, and whoever sits there
// moves in any case. `known` is a seating of the task. Sizes may be any within the ranges; `steps`
// is how many counts, of a value in a group, may be looked at.
[[nodiscard]] FewestMoves find_fewest_moves(const RoundTask& task,
                                            const std::vector<SizeRange>& sizes,
                                            const std::vector<int>& group_of,
                                            const std::vector<int>& known, std::int64_t steps);

}  // namespace stormote
