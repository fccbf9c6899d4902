#include "kiosk/groups/search/rounds.h"

#include <algorithm>
#include <optional>

#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/meetings.h"
#include "kiosk/groups/search/round_design.h"
#include "kiosk/groups/search/search.h"

namespace stormote {

namespace {

using Rounds = std::vector<std::vector<int>>;

// The groups of those who sit, and of those who belong to them.
std::vector<int> groups_of(const RoundTask& task, const std::vector<int>& person_at, int layer) {
    std::vector<int> group_of = task.group_of;
    for (std::size_t seat = 0; seat < person_at.size(); ++seat) {
        const int group = task.seating.group(layer, static_cast<int>(seat));
        group_of[as_index(person_at[seat])] = group;
        // Whoever is no part of the mix goes where the person is with whom they must be.
        const int block = task.blocks.block_of[as_index(person_at[seat])];
        for (const int other : task.blocks.blocks[as_index(block)].people) {
            if (group_of[as_index(other)] == no_group) group_of[as_index(other)] = group;
        }
    }
    return group_of;
}

class RoundsPlanner {
  public:
    RoundsPlanner(const MixProblem& problem, const MixTask& task)
        : problem_(problem), task_(task) {}

    Rounds plan() {
        // A design has no repeats but less choice; a few rounds are found without one.
        constexpr int few_rounds = 4;
        const bool design_first = problem_.round_count > few_rounds;
        Rounds best = design_first ? or_free(plan_by_design(), 0) : plan_freely(0);
        std::int64_t best_cost = cost_of(best);
        // One round has its restarts within the search.
        const int attempts = problem_.round_count == 1 ? 1 : attempt_count;
        for (int attempt = 1; attempt < attempts && best_cost > goal(); ++attempt) {
            Rounds other = attempt == 1 && !design_first ? or_free(plan_by_design(), attempt)
                                                         : plan_freely(attempt);
            const std::int64_t cost = cost_of(other);
            if (cost >= best_cost) continue;
            best = std::move(other);
            best_cost = cost;
        }
        return best;
    }

  private:
    static constexpr int attempt_count = 8;

    [[nodiscard]] Rounds or_free(std::optional<Rounds> rounds, int attempt) const {
        return rounds ? std::move(*rounds) : plan_freely(attempt);
    }

    [[nodiscard]] bool looks_at_repeats() const {
        return problem_.round_count > 1 || !problem_.met_before.empty();
    }

    [[nodiscard]] std::int64_t cost_of(const Rounds& rounds) const {
        const MixPlan plan = judge_rounds(problem_, task_, rounds);
        std::int64_t cost = 0;
        for (std::size_t i = 0; i < problem_.criteria.size(); ++i) {
            cost += problem_.criteria[i].weight * plan.results[i].value;
        }
        if (looks_at_repeats()) cost += plan.results.back().value;
        constexpr std::int64_t wish_cost = 1'000'000;
        return cost + wish_cost * static_cast<std::int64_t>(plan.broken_wishes.size());
    }

    [[nodiscard]] std::int64_t goal() const {
        std::int64_t sum = 0;
        for (int round = 0; round < problem_.round_count; ++round) {
            sum += goal_of_round(problem_, task_, round);
        }
        return sum + (looks_at_repeats() ? bound_repeats(problem_, task_.rounds).bound : 0);
    }

    [[nodiscard]] Rounds plan_freely(int attempt) const {
        Meetings meetings(problem_);
        Rounds rounds;
        for (int round = 0; round < problem_.round_count; ++round) {
            RoundTask task = task_.rounds[as_index(round)];
            const bool has_met = round > 0 || !problem_.met_before.empty();
            if (has_met) task.seating.met = meetings.avoidable(task);
            const auto seed =
                problem_.seed * 64 + static_cast<std::uint64_t>(attempt * 1000 + round);
            const SearchOutcome outcome = search_from_many_starts(
                task, goal_of_round(problem_, task_, round), steps_each(), seed);
            rounds.push_back(groups_of(task, outcome.person_at, 0));
            if (looks_at_repeats()) meetings.add_round(seated_groups(task, rounds.back()));
        }
        return rounds;
    }

    [[nodiscard]] std::int64_t steps_each() const {
        return problem_.round_count == 1 ? problem_.steps
                                         : problem_.steps / problem_.round_count / attempt_count;
    }

    [[nodiscard]] std::vector<int> seated_groups(const RoundTask& task,
                                                 const std::vector<int>& group_of) const {
        std::vector<int> seated(group_of.size(), no_group);
        for (const int person : task.seated) seated[as_index(person)] = group_of[as_index(person)];
        return seated;
    }

    // Nothing where people leave, must be together, or more than one must stay in a group.
    [[nodiscard]] std::optional<Rounds> plan_by_design() const {
        if (!problem_.rounds_stayed.empty() || problem_.round_count < 2) return std::nullopt;
        RoundTask task = task_.rounds.front();
        const auto seats = static_cast<int>(task.seated.size());
        SearchRandom random(problem_.seed);
        const auto design = find_round_design(seats, problem_.group_count, problem_.round_count);
        if (!design) return std::nullopt;
        const auto start = start_of_design(task, *design, random);
        if (!start) return std::nullopt;
        task.seating.layer_count = problem_.round_count;
        task.seating.group_of_seat.clear();
        for (const auto& row : design->group_of_seat) {
            task.seating.group_of_seat.insert(task.seating.group_of_seat.end(), row.begin(),
                                              row.end());
        }
        std::int64_t goal_of_all = 0;
        for (int round = 0; round < problem_.round_count; ++round) {
            goal_of_all += goal_of_round(problem_, task_, round);
        }
        const SearchOutcome outcome =
            search_seating(task, *start, goal_of_all, problem_.steps / 2, random);
        Rounds rounds;
        for (int round = 0; round < problem_.round_count; ++round) {
            rounds.push_back(groups_of(task, outcome.person_at, round));
        }
        return rounds;
    }

    // Those who stay on the seats that stay, the others in the order of what they are: a class of
    // seats then holds people alike, and every group gets one of each class in every round.
    [[nodiscard]] std::optional<std::vector<int>> start_of_design(const RoundTask& task,
                                                                  const RoundDesign& design,
                                                                  SearchRandom& random) const {
        std::vector<int> person_at(task.seated.size(), -1);
        for (const int person : task.seated) {
            const Freedom freedom = task.freedoms[as_index(person)];
            if (freedom == Freedom::free) continue;
            if (freedom != Freedom::fixed || design.staying == 0) return std::nullopt;
            int& seat = person_at[as_index(task.group_of[as_index(person)])];
            if (seat >= 0) return std::nullopt;
            seat = person;
        }
        std::size_t seat = 0;
        for (const int person : in_order_of_values(task, random)) {
            if (task.freedoms[as_index(person)] == Freedom::fixed) continue;
            while (person_at[seat] >= 0) ++seat;
            person_at[seat] = person;
        }
        return person_at;
    }

    const MixProblem& problem_;
    const MixTask& task_;
};

}  // namespace

std::vector<std::vector<int>> plan_rounds(const MixProblem& problem, const MixTask& task) {
    return RoundsPlanner(problem, task).plan();
}

}  // namespace stormote
