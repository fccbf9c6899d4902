#include "kiosk/groups/search/judge.h"

#include <algorithm>

#include "kiosk/groups/search/bounds.h"
#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/meetings.h"

namespace stormote {

namespace {

bool looks_at_repeats(const MixProblem& problem) {
    return problem.round_count > 1 || !problem.met_before.empty();
}

// The task with the seats where a plan put people, and the people on them.
Seating seat_plan(SeatingTask& seating, const RoundTask& task, const std::vector<int>& group_of) {
    seating = task.seating;
    seating.group_of_seat.clear();
    for (const int person : task.seated) {
        seating.group_of_seat.push_back(group_of[as_index(person)]);
    }
    return {seating, task.seated};
}

int size_spread(const RoundTask& task, const std::vector<int>& group_of) {
    std::vector<int> sizes(task.sizes.size());
    for (const int person : task.seated) ++sizes[as_index(group_of[as_index(person)])];
    const auto [smallest, largest] = std::minmax_element(sizes.begin(), sizes.end());
    return *largest - *smallest;
}

// Sums of rounds, except of sizes: there the worst round counts.
void add_bounds(std::vector<CriterionResult>& sum, const std::vector<CriterionResult>& round) {
    for (std::size_t i = 0; i + 1 < sum.size(); ++i) sum[i].bound += round[i].bound;
    CriterionResult& sizes = sum.back();
    if (round.back().bound > sizes.bound) sizes = round.back();
}

bool holds(const MixProblem& problem, const Wish& wish, const std::vector<int>& group_of,
           int round) {
    const auto is_there = [&](int person) {
        return problem.stays(person, round) && group_of[as_index(person)] != no_group;
    };
    std::vector<int> groups;
    for (const int person : wish.people) {
        if (is_there(person)) groups.push_back(group_of[as_index(person)]);
    }
    std::sort(groups.begin(), groups.end());
    switch (wish.kind) {
        case WishKind::in_group:
            return std::all_of(groups.begin(), groups.end(), [&](int group) {
                return std::find(wish.groups.begin(), wish.groups.end(), group) !=
                       wish.groups.end();
            });
        case WishKind::together:
            return groups.empty() || groups.front() == groups.back();
        case WishKind::apart:
            return std::adjacent_find(groups.begin(), groups.end()) == groups.end();
        case WishKind::capacity:
            break;
    }
    return std::all_of(wish.groups.begin(), wish.groups.end(), [&](int group) {
        int seated = 0;
        for (int person = 0; person < problem.person_count(); ++person) {
            if (problem.is_counted(person) && group_of[as_index(person)] == group) ++seated;
        }
        return seated <= wish.capacity;
    });
}

std::vector<std::size_t> broken_wishes(const MixProblem& problem,
                                       const std::vector<std::vector<int>>& group_of) {
    std::vector<std::size_t> broken;
    for (std::size_t i = 0; i < problem.wishes.size(); ++i) {
        for (int round = 0; round < problem.round_count; ++round) {
            if (holds(problem, problem.wishes[i], group_of[as_index(round)], round)) continue;
            broken.push_back(i);
            break;
        }
    }
    return broken;
}

CriterionResult judge_repeats(const MixProblem& problem, const MixTask& task,
                              const std::vector<std::vector<int>>& group_of) {
    CriterionResult result = bound_repeats(problem, task.rounds);
    Meetings meetings(problem);
    for (std::size_t round = 0; round < group_of.size(); ++round) {
        std::vector<int> seated(problem.people.size(), no_group);
        for (const int person : task.rounds[round].seated) {
            seated[as_index(person)] = group_of[round][as_index(person)];
        }
        meetings.add_round(seated);
    }
    result.value = meetings.repeats();
    return result;
}

}  // namespace

bool MixPlan::is_proven_optimal() const {
    return broken_wishes.empty() &&
           std::all_of(results.begin(), results.end(),
                       [](const CriterionResult& result) { return result.distance() == 0; });
}

MixTask make_mix_task(const MixProblem& problem) {
    MixTask task;
    for (int round = 0; round < problem.round_count; ++round) {
        // Rounds with the same people are the same task.
        if (round > 0 && problem.rounds_stayed.empty()) {
            task.rounds.push_back(task.rounds.front());
            task.bounds.push_back(task.bounds.front());
            continue;
        }
        task.rounds.push_back(make_round_task(problem, round));
        task.bounds.push_back(bound_round(problem, task.rounds.back()));
    }
    return task;
}

std::int64_t goal_of_round(const MixProblem& problem, const MixTask& task, int round) {
    std::int64_t goal = 0;
    for (std::size_t i = 0; i < problem.criteria.size(); ++i) {
        goal += problem.criteria[i].weight * task.bounds[as_index(round)][i].bound;
    }
    return goal;
}

MixPlan judge_rounds(const MixProblem& problem, const MixTask& task,
                     std::vector<std::vector<int>> group_of) {
    MixPlan plan;
    for (std::size_t round = 0; round < group_of.size(); ++round) {
        if (round == 0) {
            plan.results = task.bounds.front();
        } else {
            add_bounds(plan.results, task.bounds[round]);
        }
        const RoundTask& round_task = task.rounds[round];
        SeatingTask seating;
        const auto values = seat_plan(seating, round_task, group_of[round])
                                .values(static_cast<int>(problem.criteria.size()));
        for (std::size_t i = 0; i < values.size(); ++i) plan.results[i].value += values[i];
        CriterionResult& sizes = plan.results.back();
        sizes.value = std::max<std::int64_t>(sizes.value, size_spread(round_task, group_of[round]));
    }
    if (looks_at_repeats(problem)) plan.results.push_back(judge_repeats(problem, task, group_of));
    plan.broken_wishes = broken_wishes(problem, group_of);
    plan.group_of = std::move(group_of);
    return plan;
}

}  // namespace stormote
