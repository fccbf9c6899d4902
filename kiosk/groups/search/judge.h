// Judge: what a plan costs beside what every plan must. Pure.
#pragma once

#include "kiosk/groups/search/round_task.h"

namespace stormote {

// The problem as the planner and the judge share it: one task a round, and what it is bound to.
struct MixTask {
    std::vector<RoundTask> rounds;
    std::vector<std::vector<CriterionResult>> bounds;  // by round: the criteria, then the sizes
};

[[nodiscard]] MixTask make_mix_task(const MixProblem& problem);

// What a round's seating must cost by the weights of the search.
[[nodiscard]] std::int64_t goal_of_round(const MixProblem& problem, const MixTask& task, int round);

[[nodiscard]] MixPlan judge_rounds(const MixProblem& problem, const MixTask& task,
                                   std::vector<std::vector<int>> group_of);

}  // namespace stormote
