// Mix plan: the best groups for a problem, with the proof where there is one. Pure; the same
// problem, seed and steps give the same plan on every machine.
#pragma once

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

// Wishes that cannot all hold are find_conflict's to name; here those that do not hold are listed.
// Asserts that there is at least one group and one round, and a value for everybody in every
// criterion.
[[nodiscard]] MixPlan plan_mix(const MixProblem& problem);

// What a given plan costs, beside the same bounds.
[[nodiscard]] MixPlan judge_mix(const MixProblem& problem, std::vector<std::vector<int>> group_of);

}  // namespace stormote
