#include "kiosk/groups/mix_plan.h"

#include <algorithm>
#include <cassert>

#include "kiosk/groups/search/rounds.h"

namespace stormote {

namespace {

void check(const MixProblem& problem) {
    assert(problem.group_count > 0 && problem.round_count > 0);
    for ([[maybe_unused]] const Criterion& criterion : problem.criteria) {
        assert(criterion.values.size() == problem.people.size());
    }
}

}  // namespace

int MixProblem::place_of(int number) const {
    if (group_numbers.empty()) return number >= 1 && number <= group_count ? number - 1 : no_group;
    const auto found = std::lower_bound(group_numbers.begin(), group_numbers.end(), number);
    if (found == group_numbers.end() || *found != number) return no_group;
    return static_cast<int>(found - group_numbers.begin());
}

MixPlan plan_mix(const MixProblem& problem) {
    check(problem);
    const MixTask task = make_mix_task(problem);
    return judge_rounds(problem, task, plan_rounds(problem, task));
}

MixPlan judge_mix(const MixProblem& problem, std::vector<std::vector<int>> group_of) {
    check(problem);
    return judge_rounds(problem, make_mix_task(problem), std::move(group_of));
}

}  // namespace stormote
