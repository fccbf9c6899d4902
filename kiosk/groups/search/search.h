// Search: swaps people until a seating costs no more than it must. Cold annealing (Kirkpatrick,
// Gelatt, Vecchi 1983) in whole numbers: the same steps on every machine. Pure.
#pragma once

#include <vector>

#include "kiosk/groups/search/round_task.h"

namespace stormote {

// How readily a search takes a swap for the worse, one stage after another, each for as many steps.
// A stage is the chance of 2^32 for a swap that costs one more; two more are its square, and so on.
struct Cooling {
    std::vector<std::uint64_t> stages;
    int most_worse = 0;  // a swap that costs more than this is never taken
};

// exp(-change / 0.3) all the time.
[[nodiscard]] const Cooling& cold();

struct SearchOutcome {
    std::vector<int> person_at;  // by seat
    std::int64_t cost = 0;
    std::int64_t steps = 0;  // swaps looked at
};

// Goes on from a seating until it costs `goal` or `steps` swaps were looked at; answers the best.
[[nodiscard]] SearchOutcome search_seating(const RoundTask& task, std::vector<int> start,
                                           std::int64_t goal, std::int64_t steps,
                                           SearchRandom& random, const Cooling& cooling = cold());

// Several searches from different starts, as many as the steps allow, on all cores. The answer is
// that of the first search, in the order of their numbers, that reaches the goal, else the best.
[[nodiscard]] SearchOutcome search_from_many_starts(const RoundTask& task, std::int64_t goal,
                                                    std::int64_t steps, std::uint64_t seed);

}  // namespace stormote
