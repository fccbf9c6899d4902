// Feasibility: whether some plan keeps a set of hard wishes, by trying in the order of least
// choice. Pure.
#pragma once

#include <cstddef>

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

enum class Feasibility : std::uint8_t { possible, impossible, unknown };

// Of the problem's wishes only those at the given places count. Unknown: no answer was found within
// a fixed number of trials, the same on every machine.
[[nodiscard]] Feasibility check_wishes(const MixProblem& problem,
                                       const std::vector<std::size_t>& wishes);

}  // namespace stormote
