// Design search: deals people over the seats of a design of several rounds, so that every round
// gets its share of everything at once. Pure; two cores; the same answer on every machine.
//
// A swap counts in all rounds, so that people soon lie in patterns that no single swap improves.
// The search therefore starts hot, cools slowly, and warms the best that it has seen again.
#pragma once

#include "kiosk/groups/search/search.h"

namespace stormote {

// By so many searches, as many from starts as there are, of which each looks at `steps` swaps where
// there are six rounds, and in other cases at as many as take the same time.
constexpr int design_searches = 16;
[[nodiscard]] SearchOutcome search_design(const RoundTask& task,
                                          const std::vector<std::vector<int>>& starts,
                                          std::int64_t goal, std::int64_t steps,
                                          std::uint64_t seed);

}  // namespace stormote
