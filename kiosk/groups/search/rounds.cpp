#include "kiosk/groups/search/rounds.h"

#include <algorithm>
#include <optional>

#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/design_search.h"
#include "kiosk/groups/search/meetings.h"
#include "kiosk/groups/search/round_design.h"

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
        : problem_(problem), task_(task), design_(find_design()) {}

    Rounds plan() {
        const bool design_first = problem_.round_count > few_rounds && design_;
        if (design_first) {
            keep_better(plan_by_design());
            if (!is_at_goal()) keep_better(plan_by_patient_design());
        }
        // One round has its restarts within the search.
        const int attempts = problem_.round_count == 1 ? 1 : attempt_count;
        for (int attempt = 0; attempt < attempts && !is_at_goal(); ++attempt) {
            const bool is_by_design = attempt == 1 && design_ && !design_first;
            keep_better(is_by_design ? plan_by_design() : plan_freely(attempt));
        }
        return std::move(best_);
    }

  private:
    static constexpr int attempt_count = 8;
    // A design has no repeats but less choice; a few rounds are found without one.
    static constexpr int few_rounds = 4;

    [[nodiscard]] bool is_at_goal() const { return !best_.empty() && best_cost_ <= goal(); }

    void keep_better(Rounds rounds) {
        const std::int64_t cost = cost_of(rounds);
        if (!best_.empty() && cost >= best_cost_) return;
        best_ = std::move(rounds);
        best_cost_ = cost;
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

    // A design with the people of its seats in all rounds.
    struct DesignTask {
        RoundTask task;
        RoundDesign design;
        std::int64_t goal = 0;
    };

    // Nothing where people leave, must be together, or more than one must stay in a group.
    [[nodiscard]] std::optional<DesignTask> find_design() const {
        if (!problem_.rounds_stayed.empty() || problem_.round_count < 2) return std::nullopt;
        const RoundTask& task = task_.rounds.front();
        const auto seats = static_cast<int>(task.seated.size());
        auto design = find_round_design(seats, problem_.group_count, problem_.round_count);
        if (!design && problem_.round_count > few_rounds) {
            design = search_round_design(seats, problem_.group_count, problem_.round_count);
        }
        if (!design || !can_start(task, *design)) return std::nullopt;
        DesignTask of_all{task, std::move(*design)};
        of_all.task.seating.layer_count = problem_.round_count;
        of_all.task.seating.group_of_seat.clear();
        for (const auto& row : of_all.design.group_of_seat) {
            of_all.task.seating.group_of_seat.insert(of_all.task.seating.group_of_seat.end(),
                                                     row.begin(), row.end());
        }
        for (int round = 0; round < problem_.round_count; ++round) {
            of_all.goal += goal_of_round(problem_, task_, round);
        }
        return of_all;
    }

    [[nodiscard]] Rounds plan_by_design() const {
        SearchRandom random(problem_.seed);
        return rounds_of(search_seating(design_->task, start_of_design(*design_, random, 0),
                                        design_->goal, problem_.steps / 2, random));
    }

    // The same with more patience, where the first search was not enough.
    [[nodiscard]] Rounds plan_by_patient_design() const {
        constexpr int start_count = 4;
        SearchRandom random(problem_.seed + 1);
        std::vector<std::vector<int>> starts;
        for (int i = 0; i < start_count; ++i) {
            const int columns = std::max(1, design_->task.seating.column_count);
            starts.push_back(start_of_design(*design_, random, i % columns));
        }
        return rounds_of(
            search_design(design_->task, starts, design_->goal, problem_.steps, problem_.seed));
    }

    [[nodiscard]] Rounds rounds_of(const SearchOutcome& outcome) const {
        Rounds rounds;
        for (int round = 0; round < problem_.round_count; ++round) {
            rounds.push_back(groups_of(design_->task, outcome.person_at, round));
        }
        return rounds;
    }

    // Whoever must stay finds a seat that stays, in their group and for them alone.
    [[nodiscard]] static bool can_start(const RoundTask& task, const RoundDesign& design) {
        std::vector<std::uint8_t> is_taken(task.sizes.size());
        for (const int person : task.seated) {
            const Freedom freedom = task.freedoms[as_index(person)];
            if (freedom == Freedom::free) continue;
            if (freedom != Freedom::fixed || design.staying == 0) return false;
            std::uint8_t& taken = is_taken[as_index(task.group_of[as_index(person)])];
            if (taken != 0) return false;
            taken = 1;
        }
        return true;
    }

    // Those who stay on the seats that stay, the others in the order of what they are: a class of
    // seats then holds people alike, and every group gets one of each class in every round. Alike
    // in what, decides where a search ends.
    [[nodiscard]] static std::vector<int> start_of_design(const DesignTask& of_all,
                                                          SearchRandom& random, int passed_over) {
        const RoundTask& task = of_all.task;
        std::vector<int> person_at(task.seated.size(), -1);
        for (const int person : task.seated) {
            if (task.freedoms[as_index(person)] != Freedom::fixed) continue;
            person_at[as_index(task.group_of[as_index(person)])] = person;
        }
        std::size_t seat = 0;
        for (const int person : in_order_of_values(task, random, passed_over)) {
            if (task.freedoms[as_index(person)] == Freedom::fixed) continue;
            while (person_at[seat] >= 0) ++seat;
            person_at[seat] = person;
        }
        return person_at;
    }

    const MixProblem& problem_;
    const MixTask& task_;
    std::optional<DesignTask> design_;
    Rounds best_;
    std::int64_t best_cost_ = 0;
};

}  // namespace

std::vector<std::vector<int>> plan_rounds(const MixProblem& problem, const MixTask& task) {
    return RoundsPlanner(problem, task).plan();
}

}  // namespace stormote
