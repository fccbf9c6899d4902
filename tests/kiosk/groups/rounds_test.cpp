#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/groups/mix_plan.h"
#include "tests/kiosk/groups/small_mix.h"

namespace stormote {

using namespace stormote::testing;

namespace {

MixProblem draw_rounds(std::uint32_t seed, int people, int groups, int rounds) {
    MixProblem problem = draw_evening(seed, people, groups);
    problem.round_count = rounds;
    return problem;
}

}  // namespace

TEST_CASE("six rounds of an evening repeat nobody and miss no more than one share") {
    for (const std::uint32_t seed : {2U, 10U, 17U, 27U}) {
        CAPTURE(seed);
        MixProblem problem = draw_rounds(seed, 104, 13, 6);
        problem.steps = 300'000;
        const GroupCosts costs = sum_up(plan_mix(problem));
        CHECK(costs.cost.repeated_pairs == 0);
        CHECK(costs.cost.same_organisation_pairs == costs.bound.same_organisation_pairs);
        CHECK(costs.cost.category_excess <= costs.bound.category_excess + 1);
        CHECK(costs.cost.size_spread == 0);
    }
}

TEST_CASE("six rounds repeat nobody where the groups are no prime number and sizes are odd") {
    for (const auto& [people, groups] : {std::pair{96, 12}, {92, 12}, {104, 14}, {113, 15}}) {
        CAPTURE(people, groups);
        MixProblem problem = draw_rounds(1, people, groups, 6);
        problem.criteria.clear();
        for (int group = 0; group < groups; ++group) {
            problem.wishes.push_back({WishKind::in_group, {group}, {group}, 0, ""});
        }
        const MixPlan plan = plan_mix(problem);
        CHECK(plan.is_proven_optimal());
        for (const auto& group_of : plan.group_of) {
            CHECK(std::count(group_of.begin(), group_of.end(), no_group) == 0);
        }
    }
}

TEST_CASE("many rounds keep wishes that no design knows, and those who leave have no seat") {
    MixProblem problem = draw_rounds(4, 61, 7, 5);
    problem.steps = 2000;
    problem.wishes = {{WishKind::together, {0, 1}, {}, 0, ""},
                      {WishKind::apart, {2, 3, 4}, {}, 0, ""},
                      {WishKind::in_group, {5}, {1, 2}, 0, ""},
                      {WishKind::in_group, {6}, {0}, 0, ""},
                      {WishKind::in_group, {7}, {0}, 0, ""}};
    CHECK(plan_mix(problem).broken_wishes.empty());
    problem.rounds_stayed.assign(61, 5);
    problem.rounds_stayed[60] = 2;
    const MixPlan plan = plan_mix(problem);
    CHECK(plan.broken_wishes.empty());
    CHECK(plan.group_of[1][60] != no_group);
    CHECK(plan.group_of[2][60] == no_group);
}

TEST_CASE("a wish to be apart holds in every round of a design") {
    MixProblem problem = draw_rounds(5, 104, 13, 6);
    problem.steps = 20'000;
    problem.wishes = {{WishKind::apart, {20, 21, 22, 23}, {}, 0, ""}};
    const MixPlan plan = plan_mix(problem);
    CHECK(plan.broken_wishes.empty());
    CHECK(sum_up(plan).cost.repeated_pairs == 0);
}

TEST_CASE("the same seed and steps give the same six rounds, whichever core is faster") {
    MixProblem problem = draw_rounds(1, 104, 13, 6);
    problem.steps = 5000;
    const MixPlan first = plan_mix(problem);
    for (int i = 0; i < 3; ++i) CHECK(plan_mix(problem).group_of == first.group_of);
}

}  // namespace stormote
