// Evenings played at the door, for the bench: who is planned, who comes, and what a way of placing
// them is worth.
#pragma once

#include "kiosk/groups/door/live.h"
#include "tests/kiosk/groups/small_mix.h"

namespace stormote::testing {

struct EveningMix {
    int no_show_per_cent = 12;
    int walk_in_per_cent = 10;
    int people = 104;
    int groups = 13;
};

struct EveningScore {
    std::int64_t best = 0;  // what those who came could have had
    std::int64_t random = 0;
    std::int64_t planned = 0;  // everybody where the plan said, walk-ins anywhere
    std::int64_t greedy = 0;   // the smallest groups, fewest alike
    std::int64_t live = 0;
    int live_spread = 0;
    std::size_t moves = 0;  // to even the evening out afterwards
    std::vector<double> latencies_ms;

    // 1: as good as known beforehand; 0: as chance.
    [[nodiscard]] double skill(std::int64_t cost) const {
        return random == best
                   ? 1
                   : 1 - static_cast<double>(cost - best) / static_cast<double>(random - best);
    }
};

[[nodiscard]] EveningScore play_evening(std::uint32_t seed, const EveningMix& mix);

}  // namespace stormote::testing
