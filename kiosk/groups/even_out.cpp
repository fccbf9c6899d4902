#include "kiosk/groups/even_out.h"

#include <algorithm>

#include "kiosk/groups/mix_plan.h"
#include "kiosk/groups/search/bounds.h"
#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/fewest_moves.h"
#include "kiosk/groups/search/judge.h"
#include "kiosk/groups/search/search.h"

namespace stormote {

namespace {

// What a unit of the mix is worth in people who have to stand up.
constexpr int moves_a_unit = 4;
// What a move weighs in the search: so much that in a large room, too, people are seldom moved by
// chance.
constexpr int move_weight = 2;
// How many counts the proof may look at: some tenths of a second at most.
constexpr std::int64_t proof_steps = 40'000'000;

// Everybody where they are, as far as the sizes have room; the others, and groups that are gone,
// where there is room.
std::vector<int> start_from(const RoundTask& task, const std::vector<int>& group_of) {
    std::vector<int> person_at(task.seated.size(), -1);
    std::vector<std::uint8_t> is_seated(group_of.size());
    // Whoever must sit somewhere has their chair first.
    for (const bool is_fixed : {true, false}) {
        for (const int person : task.seated) {
            if ((task.freedoms[as_index(person)] == Freedom::fixed) != is_fixed) continue;
            const int wanted =
                is_fixed ? task.group_of[as_index(person)] : group_of[as_index(person)];
            for (int seat = 0; seat < task.seating.seat_count; ++seat) {
                if (task.seating.group(0, seat) != wanted || person_at[as_index(seat)] >= 0)
                    continue;
                person_at[as_index(seat)] = person;
                is_seated[as_index(person)] = 1;
                break;
            }
        }
    }
    std::size_t seat = 0;
    for (const int person : task.seated) {
        if (is_seated[as_index(person)] != 0) continue;
        while (person_at[seat] >= 0) ++seat;
        person_at[seat] = person;
    }
    return person_at;
}

std::vector<int> groups_from(const RoundTask& task, const SearchOutcome& outcome,
                             std::vector<int> group_of) {
    for (std::size_t seat = 0; seat < outcome.person_at.size(); ++seat) {
        group_of[as_index(outcome.person_at[seat])] = task.seating.group(0, static_cast<int>(seat));
    }
    // Whoever has a chair outside the mix, in a group that is gone.
    for (int person = 0; person < static_cast<int>(group_of.size()); ++person) {
        int& group = group_of[as_index(person)];
        if (group >= task.seating.group_count) group = task.group_of[as_index(person)];
    }
    return group_of;
}

MixProblem without_lost_groups(const MixProblem& problem, const std::vector<int>& group_of) {
    MixProblem wide = problem;
    wide.group_count =
        std::max(problem.group_count, *std::max_element(group_of.begin(), group_of.end()) + 1);
    wide.group_numbers.clear();
    return wide;
}

// How many people sit in each group now.
std::vector<int> sizes_now(const MixProblem& problem, const std::vector<int>& group_of) {
    std::vector<int> sizes(as_index(problem.group_count));
    for (int person = 0; person < problem.person_count(); ++person) {
        const int group = group_of[as_index(person)];
        if (problem.is_counted(person) && group < problem.group_count) ++sizes[as_index(group)];
    }
    return sizes;
}

// The sizes that are as even, whichever groups are the larger ones, and have no more people than
// chairs.
std::vector<SizeRange> even_ranges(const MixProblem& problem, const std::vector<int>& sizes) {
    std::vector<SizeRange> ranges = size_ranges(sizes);
    for (const Wish& wish : problem.wishes) {
        if (wish.kind != WishKind::capacity) continue;
        for (const int group : wish.groups) {
            int& largest = ranges[as_index(group)].largest;
            largest = std::max(sizes[as_index(group)], std::min(largest, wish.capacity));
        }
    }
    return ranges;
}

// Those who have to go: their group is gone, or a wish says where they sit.
int forced_moves(const RoundTask& task, const std::vector<int>& group_of) {
    return static_cast<int>(std::count_if(task.seated.begin(), task.seated.end(), [&](int person) {
        const int from = group_of[as_index(person)];
        const bool is_fixed = task.freedoms[as_index(person)] == Freedom::fixed;
        return from >= task.seating.group_count ||
               (is_fixed && task.group_of[as_index(person)] != from);
    }));
}

}  // namespace

EvenOutProposal propose_even_out(const MixProblem& problem, const std::vector<int>& group_of) {
    EvenOutProposal proposal;
    if (problem.people.empty()) return proposal;
    proposal.now = judge_mix(without_lost_groups(problem, group_of), {group_of});
    MixProblem scaled = problem;
    for (Criterion& criterion : scaled.criteria) criterion.weight *= moves_a_unit * move_weight;
    MixTask mix;
    mix.rounds.push_back(make_round_task(scaled, 0, sizes_now(problem, group_of)));
    RoundTask& task = mix.rounds.front();
    mix.bounds.push_back(bound_round(scaled, task));
    // A wish is still worth more than what a swap could win.
    for (ValueRule& rule : task.seating.rules) {
        if (rule.result < 0) rule.weight *= move_weight;
    }
    task.seating.home = group_of;
    task.seating.home_weight = move_weight;
    const std::int64_t goal =
        goal_of_round(scaled, mix, 0) + std::int64_t{move_weight} * forced_moves(task, group_of);
    SearchRandom random(problem.seed);
    const SearchOutcome outcome =
        search_seating(task, start_from(task, group_of), goal, problem.steps, random);
    std::vector<int> evened = groups_from(task, outcome, group_of);
    FewestMoves fewest =
        find_fewest_moves(task, even_ranges(problem, task.sizes), group_of, evened, proof_steps);
    if (fewest.better) evened = std::move(*fewest.better);
    proposal.then = judge_mix(problem, {evened});
    for (int person = 0; person < problem.person_count(); ++person) {
        if (evened[as_index(person)] == group_of[as_index(person)]) continue;
        proposal.moves.push_back({person, group_of[as_index(person)], evened[as_index(person)]});
        if (!problem.is_counted(person)) ++fewest.at_least;
    }
    proposal.at_least = fewest.at_least;
    return proposal;
}

}  // namespace stormote
