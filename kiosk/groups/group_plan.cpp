#include "kiosk/groups/group_plan.h"

#include <cassert>

#include "kiosk/groups/mix_plan.h"
#include "kiosk/groups/search/bounds.h"

namespace stormote {

namespace {

MixProblem mix_of(const GroupProblem& problem) {
    MixProblem mix;
    mix.group_count = problem.group_count;
    mix.seed = problem.seed;
    mix.criteria = standard_criteria();
    for (std::size_t i = 0; i < problem.people.size(); ++i) {
        const GroupCandidate& person = problem.people[i];
        mix.people.push_back(std::to_string(i));
        mix.criteria[0].values.push_back(person.organisation);
        mix.criteria[1].values.push_back(person.sector);
        mix.criteria[2].values.push_back(person.role);
        mix.criteria[3].values.push_back(person.gender);
        if (!person.fixed_group) continue;
        mix.wishes.push_back(
            {WishKind::in_group, {static_cast<int>(i)}, {*person.fixed_group}, 0, ""});
    }
    return mix;
}

}  // namespace

std::vector<Criterion> standard_criteria() {
    // An organisation that meets itself is worse than a share that is missed.
    constexpr int apart_weight = 4;
    return {{"organisation", CriterionKind::keep_apart, {}, apart_weight},
            {"sector", CriterionKind::spread, {}, 1},
            {"role", CriterionKind::spread, {}, 1},
            {"gender", CriterionKind::spread, {}, 1}};
}

GroupCosts sum_up(const MixPlan& plan) {
    GroupCosts sum;
    for (const CriterionResult& result : plan.results) {
        const auto value = static_cast<int>(result.value);
        const auto bound = static_cast<int>(result.bound);
        if (result.name == size_result) {
            sum.cost.size_spread = value;
            sum.bound.size_spread = bound;
        } else if (result.name == repeat_result) {
            sum.cost.repeated_pairs = value;
            sum.bound.repeated_pairs = bound;
        } else if (&result == &plan.results.front()) {
            sum.cost.same_organisation_pairs = value;
            sum.bound.same_organisation_pairs = bound;
        } else {
            sum.cost.category_excess += value;
            sum.bound.category_excess += bound;
        }
    }
    return sum;
}

GroupCost measure_groups(const GroupProblem& problem, const std::vector<int>& group_of) {
    if (group_of.empty()) return {};
    return sum_up(judge_mix(mix_of(problem), {group_of})).cost;
}

GroupAnswer plan_groups(const GroupProblem& problem) {
    assert(problem.group_count > 0);
    if (problem.people.empty()) return {};
    const MixPlan plan = plan_mix(mix_of(problem));
    const GroupCosts sum = sum_up(plan);
    return {plan.group_of.front(), sum.cost, sum.bound};
}

}  // namespace stormote
