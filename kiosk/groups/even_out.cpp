#include "kiosk/groups/even_out.h"

#include <algorithm>

#include "kiosk/groups/counting.h"
#include "kiosk/groups/judge.h"
#include "kiosk/groups/mix_plan.h"
#include "kiosk/groups/search.h"

namespace stormote {

namespace {

// What a unit of the mix is worth in people who have to stand up.
constexpr int moves_a_unit = 4;

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
    return group_of;
}

MixProblem without_lost_groups(const MixProblem& problem, const std::vector<int>& group_of) {
    MixProblem wide = problem;
    wide.group_count =
        std::max(problem.group_count, *std::max_element(group_of.begin(), group_of.end()) + 1);
    return wide;
}

}  // namespace

EvenOutProposal propose_even_out(const MixProblem& problem, const std::vector<int>& group_of) {
    EvenOutProposal proposal;
    if (problem.people.empty()) return proposal;
    proposal.now = judge_mix(without_lost_groups(problem, group_of), {group_of});
    MixProblem scaled = problem;
    for (Criterion& criterion : scaled.criteria) criterion.weight *= moves_a_unit;
    RoundTask task = make_mix_task(scaled).rounds.front();
    task.seating.home = group_of;
    SearchRandom random(problem.seed);
    const SearchOutcome outcome =
        search_seating(task, start_from(task, group_of), 0, problem.steps, random);
    const std::vector<int> evened = groups_from(task, outcome, group_of);
    proposal.then = judge_mix(problem, {evened});
    for (int person = 0; person < problem.person_count(); ++person) {
        if (evened[as_index(person)] == group_of[as_index(person)]) continue;
        proposal.moves.push_back({person, group_of[as_index(person)], evened[as_index(person)]});
    }
    return proposal;
}

}  // namespace stormote
