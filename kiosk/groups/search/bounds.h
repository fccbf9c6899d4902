// Bounds: what no plan of a round can fall below, criterion by criterion, and why. Pure.
//
// Each bound is proven by itself, from fewer conditions than the round has: it is never above the
// best plan's value, and a plan that stands at all of them is the best there is.
#pragma once

#include "kiosk/groups/search/round_task.h"

namespace stormote {

// One a criterion, then the sizes. The values are left at 0.
[[nodiscard]] std::vector<CriterionResult> bound_round(const MixProblem& problem,
                                                       const RoundTask& task);

// The names of results that are no column.
constexpr const char *size_result = "size_spread";
constexpr const char *repeat_result = "repeated_pairs";

}  // namespace stormote
