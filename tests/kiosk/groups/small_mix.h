// Problems to be mixed, of people who do not exist, and their costs counted one by one. For tests.
#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "kiosk/groups/group_plan.h"
#include "sync/base/random.h"

namespace stormote::testing {

// Any number of people up to `most`, values without rhyme or reason, some empty.
inline MixProblem draw_mix(std::uint32_t seed, int most) {
    SeededRandom random(seed);
    MixProblem problem;
    problem.seed = seed;
    const auto people = static_cast<int>(1 + random.below(static_cast<std::uint64_t>(most)));
    problem.group_count = static_cast<int>(1 + random.below(static_cast<std::uint64_t>(people)));
    problem.criteria = standard_criteria();
    for (int person = 0; person < people; ++person) {
        problem.people.push_back("P" + std::to_string(person));
        std::uint64_t kinds = 8;
        for (Criterion& criterion : problem.criteria) {
            const auto value = random.below(kinds);
            criterion.values.push_back(value == 0 ? "" : std::to_string(value));
            kinds = kinds / 2 + 1;
        }
    }
    return problem;
}

// So few people that every plan can be tried, some of them with wishes.
inline MixProblem draw_small_mix(std::uint32_t seed) {
    SeededRandom random(seed);
    MixProblem problem = draw_mix(seed, 7);
    problem.group_count = static_cast<int>(1 + random.below(3));
    problem.steps = 3000;
    const auto people = static_cast<std::uint64_t>(problem.person_count());
    const auto groups = static_cast<std::uint64_t>(problem.group_count);
    const auto someone = [&] { return static_cast<int>(random.below(people)); };
    for (auto wishes = random.below(4); wishes > 0; --wishes) {
        const auto kind = random.below(2);
        if (kind == 0) {
            problem.wishes.push_back(
                {WishKind::in_group, {someone()}, {static_cast<int>(random.below(groups))}, 0, ""});
        } else {
            problem.wishes.push_back({WishKind::together, {someone(), someone()}, {}, 0, ""});
        }
    }
    return problem;
}

// In the shape of a large evening: many small organisations, a few large ones, parties and the
// administration beside them.
inline MixProblem draw_evening(std::uint32_t seed, int people, int groups) {
    SeededRandom random(seed);
    MixProblem problem;
    problem.seed = seed;
    problem.group_count = groups;
    problem.criteria = standard_criteria();
    const auto share = static_cast<std::uint64_t>(people);
    for (int person = 0; person < people; ++person) {
        problem.people.push_back("P" + std::to_string(person));
        const auto draw = random.below(100);
        std::string role = draw < 76 ? "civil" : draw < 89 ? "elected" : "official";
        const auto number = random.below(share * 3 / 5 + 1);
        const std::string organisation = role == "civil"
                                             ? "Org" + std::to_string(number)
                                             : role + std::to_string(number % (share / 20 + 1));
        problem.criteria[0].values.push_back(organisation);
        problem.criteria[1].values.push_back(role == "civil" ? "S" + std::to_string(number % 8)
                                                             : "kommun");
        problem.criteria[2].values.push_back(role);
        problem.criteria[3].values.push_back(random.below(2) == 0 ? "F" : "M");
    }
    return problem;
}

// The cost of one round's plan by the words of the criterion, from nothing but counts.
inline std::int64_t count_cost(const MixProblem& problem, const Criterion& criterion,
                               const std::vector<int>& group_of) {
    std::map<std::string, std::int64_t> totals;
    std::map<std::pair<std::string, int>, std::int64_t> counts;
    std::map<int, std::int64_t> sizes;
    for (std::size_t i = 0; i < group_of.size(); ++i) {
        ++sizes[group_of[i]];
        ++totals[criterion.values[i]];
        ++counts[{criterion.values[i], group_of[i]}];
    }
    std::int64_t cost = 0;
    for (const auto& [value, total] : totals) {
        if (value.empty()) continue;
        for (int group = 0; group < problem.group_count; ++group) {
            const std::int64_t count = counts[{value, group}];
            if (criterion.kind == CriterionKind::keep_apart) {
                cost += count * (count - 1) / 2;
                continue;
            }
            const std::int64_t people = problem.person_count();
            const std::int64_t share = total * sizes[group];
            const std::int64_t floor = share / people;
            const std::int64_t ceiling = floor + (share % people == 0 ? 0 : 1);
            cost += std::max({std::int64_t{0}, count - ceiling, floor - count});
        }
    }
    return cost;
}

inline bool keeps_wishes(const MixProblem& problem, const std::vector<int>& group_of) {
    const auto group = [&](int person) { return group_of[static_cast<std::size_t>(person)]; };
    return std::all_of(problem.wishes.begin(), problem.wishes.end(), [&](const Wish& wish) {
        if (wish.kind == WishKind::in_group) return group(wish.people[0]) == wish.groups[0];
        const bool is_together = group(wish.people[0]) == group(wish.people[1]);
        return is_together == (wish.kind == WishKind::together);
    });
}

// Calls `see` with every way to deal so many people into groups.
template <typename See>
void for_each_plan(const MixProblem& problem, See see) {
    std::vector<int> group_of(problem.people.size());
    for (bool is_more = true; is_more;) {
        see(group_of);
        is_more = false;
        for (std::size_t i = 0; i < group_of.size() && !is_more; ++i) {
            is_more = ++group_of[i] < problem.group_count;
            if (!is_more) group_of[i] = 0;
        }
    }
}

// By criterion, and at last of the sizes: the least of all plans that keep the wishes with sizes as
// even as can be. Empty where no plan keeps them.
inline std::vector<std::int64_t> least_of_every_plan(const MixProblem& problem) {
    std::map<std::int64_t, std::vector<std::int64_t>> least_by_spread;
    for_each_plan(problem, [&](const std::vector<int>& group_of) {
        if (!keeps_wishes(problem, group_of)) return;
        std::vector<std::int64_t> sizes(static_cast<std::size_t>(problem.group_count));
        for (const int group : group_of) ++sizes[static_cast<std::size_t>(group)];
        const auto [low, high] = std::minmax_element(sizes.begin(), sizes.end());
        auto& least = least_by_spread[*high - *low];
        least.resize(problem.criteria.size(), INT64_MAX);
        for (std::size_t i = 0; i < least.size(); ++i) {
            least[i] = std::min(least[i], count_cost(problem, problem.criteria[i], group_of));
        }
    });
    if (least_by_spread.empty()) return {};
    std::vector<std::int64_t> least = least_by_spread.begin()->second;
    least.push_back(least_by_spread.begin()->first);
    return least;
}

}  // namespace stormote::testing
