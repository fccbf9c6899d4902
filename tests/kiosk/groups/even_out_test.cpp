// Evening out against every plan there is: the fewest moves, and the proof that they are.
#include "kiosk/groups/even_out.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "kiosk/groups/mix_plan.h"
#include "tests/kiosk/groups/small_mix.h"

namespace stormote {

using namespace testing;

namespace {

std::int64_t cost_of(const MixProblem& problem, const std::vector<int>& group_of) {
    std::int64_t cost = 0;
    for (const Criterion& criterion : problem.criteria) {
        cost += criterion.weight * count_cost(problem, criterion, group_of);
    }
    return cost;
}

std::vector<int> sizes_of(const MixProblem& problem, const std::vector<int>& group_of) {
    std::vector<int> sizes(static_cast<std::size_t>(problem.group_count));
    for (const int group : group_of) ++sizes[static_cast<std::size_t>(group)];
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

int moves_between(const std::vector<int>& from, const std::vector<int>& to) {
    int moves = 0;
    for (std::size_t i = 0; i < from.size(); ++i) moves += from[i] == to[i] ? 0 : 1;
    return moves;
}

std::vector<int> take_moves(std::vector<int> group_of, const std::vector<ProposedMove>& moves) {
    for (const ProposedMove& move : moves) {
        group_of[static_cast<std::size_t>(move.person)] = move.to;
    }
    return group_of;
}

// Small enough that every plan can be tried; a place now and then, and a group that is gone.
MixProblem draw_problem(std::uint32_t seed) {
    SeededRandom random(seed);
    MixProblem problem = draw_mix(seed, 8);
    problem.group_count = static_cast<int>(1 + random.below(3));
    problem.criteria.resize(1 + random.below(4));
    problem.steps = 20'000;
    if (random.below(3) == 0) {
        const auto person = random.below(problem.people.size());
        const auto group = random.below(static_cast<std::uint64_t>(problem.group_count));
        problem.wishes.push_back(
            {WishKind::in_group, {static_cast<int>(person)}, {static_cast<int>(group)}, 0, ""});
    }
    return problem;
}

}  // namespace

TEST_CASE("what is proven to be the fewest moves is so among all plans") {
    const bool holds = rc::check([](std::uint32_t seed) {
        const MixProblem problem = draw_problem(seed);
        SeededRandom random(seed + 1);
        const bool closes = random.below(4) == 0;
        const int groups = problem.group_count + (closes ? 1 : 0);
        std::vector<int> group_of(problem.people.size());
        for (int& group : group_of) {
            group = static_cast<int>(random.below(static_cast<std::uint64_t>(groups)));
        }
        const EvenOutProposal proposal = propose_even_out(problem, group_of);
        const std::vector<int> then = take_moves(group_of, proposal.moves);
        int fewest = problem.person_count();
        for_each_plan(problem, [&](const std::vector<int>& plan) {
            if (!keeps_wishes(problem, plan)) return;
            if (sizes_of(problem, plan) != sizes_of(problem, then)) return;
            if (cost_of(problem, plan) > cost_of(problem, then)) return;
            fewest = std::min(fewest, moves_between(group_of, plan));
        });
        RC_ASSERT(keeps_wishes(problem, then));
        RC_ASSERT(static_cast<int>(proposal.moves.size()) == fewest);
        RC_ASSERT(proposal.at_least == fewest);
    });
    REQUIRE(holds);
}

TEST_CASE("groups that are even already, whichever are the larger ones, are left as they are") {
    MixProblem problem;
    problem.group_count = 3;
    for (int i = 0; i < 11; ++i) problem.people.push_back("P" + std::to_string(i));
    const EvenOutProposal proposal = propose_even_out(problem, {0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2});
    CHECK(proposal.moves.empty());
    CHECK(proposal.at_least == 0);
}

TEST_CASE("where the proof does not reach, fewer moves are not called impossible") {
    MixProblem problem = draw_evening(3, 500, 60);
    std::vector<int> group_of(500);
    for (int i = 0; i < 500; ++i) group_of[static_cast<std::size_t>(i)] = i % 60;
    const EvenOutProposal proposal = propose_even_out(problem, group_of);
    CHECK(proposal.moves.size() > 20);
    CHECK(proposal.at_least > 0);
    CHECK(proposal.at_least <= static_cast<int>(proposal.moves.size()));
}

}  // namespace stormote
