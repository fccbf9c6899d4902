#include "kiosk/groups/group_plan.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <tuple>

#include "kiosk/groups/bounds.h"
#include "kiosk/groups/mix_plan.h"

namespace stormote {

namespace {

// How many of each organisation, sector and role sit in a group.
struct GroupTally {
    int size = 0;
    std::map<std::string, int> organisations;
    std::map<std::string, int> sectors;
    std::map<std::string, int> roles;
    std::map<std::string, int> genders;

    void add(const GroupCandidate& person) {
        ++size;
        if (!person.organisation.empty()) ++organisations[person.organisation];
        ++sectors[person.sector];
        ++roles[person.role];
        if (!person.gender.empty()) ++genders[person.gender];
    }
};

int count_in(const std::map<std::string, int>& counts, const std::string& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

// The group where one more costs least: neighbours of the same organisation, then size, then
// people of the same role and sector.
int cheapest_group(const std::vector<GroupTally>& groups, const GroupCandidate& person,
                   int largest_size) {
    int best = -1;
    std::tuple<int, int, int, int> best_cost;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const GroupTally& group = groups[i];
        const int own =
            person.organisation.empty() ? 0 : count_in(group.organisations, person.organisation);
        const std::tuple<int, int, int, int> cost{group.size >= largest_size ? 1 : 0, own,
                                                  2 * count_in(group.roles, person.role) +
                                                      count_in(group.sectors, person.sector) +
                                                      count_in(group.genders, person.gender),
                                                  group.size};
        if (best < 0 || cost < best_cost) {
            best = static_cast<int>(i);
            best_cost = cost;
        }
    }
    return best;
}

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

int place_one_more(const GroupProblem& problem, const std::vector<std::optional<int>>& group_of,
                   const GroupCandidate& newcomer) {
    assert(problem.group_count > 0 && group_of.size() == problem.people.size());
    std::vector<GroupTally> tallies(static_cast<std::size_t>(problem.group_count));
    int seated = 0;
    for (std::size_t i = 0; i < group_of.size(); ++i) {
        if (!group_of[i]) continue;
        tallies[static_cast<std::size_t>(*group_of[i])].add(problem.people[i]);
        ++seated;
    }
    return cheapest_group(tallies, newcomer, seated / problem.group_count + 1);
}

}  // namespace stormote
