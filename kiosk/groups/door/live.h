// Live placing: a group for whoever comes in at the door, while others are yet to come. Pure;
// the same input gives the same answer on every machine, so that kiosks that hold the same
// record agree.
//
// Nobody who sits is moved, and nobody knows who will still come. So every group is kept as close
// to the mix of all who are expected as its size allows: whoever stays away, or comes unannounced,
// then meets groups that can still be completed. That first choice gives way where the rest of the
// evening, played many times (rollout.h), says that another group is surely better. Measured
// against dealing those expected anew at each arrival, this came closer to the best mix of those
// who came, and in less time.
//
// Sizes may differ by two while enough people are sure to come to even them out, later by one.
#pragma once

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

struct LiveSeating {
    // Everybody who is known, the newcomer among them. Wishes hold where they can.
    const MixProblem& problem;
    std::vector<int> planned;               // by person; no_group: never planned
    std::vector<int> seated;                // by person; no_group: not here
    std::vector<std::uint8_t> is_expected;  // by person: not here, and may yet come
};

// Asserts that the person has no seat.
[[nodiscard]] int place_arrival(const LiveSeating& room, int person);

}  // namespace stormote
