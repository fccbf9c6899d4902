#include "kiosk/groups/mix_plan.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/kiosk/groups/small_mix.h"

namespace stormote {

using namespace stormote::testing;

namespace {

const CriterionResult& result(const MixPlan& plan, const std::string& name) {
    const auto found = std::find_if(plan.results.begin(), plan.results.end(),
                                    [&](const auto& each) { return each.name == name; });
    REQUIRE(found != plan.results.end());
    return *found;
}

}  // namespace

TEST_CASE("everybody who stays sits in exactly one group a round") {
    CHECK(rc::check([] {
        MixProblem problem = draw_mix(*rc::gen::arbitrary<std::uint32_t>(), 40);
        problem.round_count = *rc::gen::inRange(1, 4);
        problem.steps = 2000;
        problem.rounds_stayed.assign(problem.people.size(), problem.round_count);
        for (std::size_t i = 0; i < problem.people.size(); i += 5) problem.rounds_stayed[i] = 1;
        const MixPlan plan = plan_mix(problem);
        RC_ASSERT(plan.group_of.size() == static_cast<std::size_t>(problem.round_count));
        for (int round = 0; round < problem.round_count; ++round) {
            const auto& group_of = plan.group_of[static_cast<std::size_t>(round)];
            RC_ASSERT(group_of.size() == problem.people.size());
            for (int person = 0; person < problem.person_count(); ++person) {
                const int group = group_of[static_cast<std::size_t>(person)];
                RC_ASSERT((group == no_group) == !problem.stays(person, round));
                RC_ASSERT(group < problem.group_count);
            }
        }
    }));
}

TEST_CASE("no plan of a small problem is below its bound, tried one by one") {
    CHECK(rc::check([] {
        const MixProblem problem = draw_small_mix(*rc::gen::arbitrary<std::uint32_t>());
        const MixPlan plan = plan_mix(problem);
        const std::vector<std::int64_t> least = least_of_every_plan(problem);
        RC_ASSERT(plan.broken_wishes.empty() == !least.empty());
        if (least.empty()) return;
        RC_ASSERT(plan.results.size() == least.size());
        for (std::size_t i = 0; i < least.size(); ++i) {
            RC_LOG() << plan.results[i].name << " bound " << plan.results[i].bound << " least "
                     << least[i] << "\n";
            RC_ASSERT(plan.results[i].bound <= least[i]);
            RC_ASSERT(plan.results[i].value >= least[i]);
            RC_ASSERT((plan.results[i].bound == 0) == plan.results[i].reasons.empty());
        }
    }));
}

TEST_CASE("what a plan is said to cost is what it costs, counted another way") {
    CHECK(rc::check([] {
        MixProblem problem = draw_mix(*rc::gen::arbitrary<std::uint32_t>(), 30);
        problem.steps = 500;
        const MixPlan plan = plan_mix(problem);
        for (std::size_t i = 0; i < problem.criteria.size(); ++i) {
            RC_ASSERT(plan.results[i].value ==
                      count_cost(problem, problem.criteria[i], plan.group_of.front()));
        }
    }));
}

TEST_CASE("the order of the list does not change what the best plan costs") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const MixProblem problem = draw_mix(seed, 60);
        MixProblem turned = problem;
        std::reverse(turned.people.begin(), turned.people.end());
        for (Criterion& criterion : turned.criteria) {
            std::reverse(criterion.values.begin(), criterion.values.end());
        }
        const MixPlan plan = plan_mix(problem);
        const MixPlan other = plan_mix(turned);
        CHECK(plan.is_proven_optimal() == other.is_proven_optimal());
        if (!plan.is_proven_optimal()) continue;
        for (std::size_t i = 0; i < plan.results.size(); ++i) {
            CHECK(plan.results[i].value == other.results[i].value);
        }
    }
}

TEST_CASE("an evening of a hundred is dealt to the proven optimum") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const MixPlan plan = plan_mix(draw_evening(seed, 104, 13));
        CHECK(plan.is_proven_optimal());
    }
}

TEST_CASE("wishes hold: places, together, apart, chairs, and a facilitator who is not counted") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        MixProblem problem = draw_evening(seed, 60, 6);
        problem.wishes = {
            {WishKind::in_group, {0}, {3}, 0, ""},      {WishKind::in_group, {1, 2}, {0, 5}, 0, ""},
            {WishKind::together, {3, 4, 5}, {}, 0, ""}, {WishKind::apart, {6, 7, 8, 9}, {}, 0, ""},
            {WishKind::apart, {6, 10}, {}, 0, ""},      {WishKind::capacity, {}, {2}, 7, ""}};
        problem.uncounted.assign(problem.people.size(), 0);
        for (std::size_t person = 50; person < 56; ++person) problem.uncounted[person] = 1;
        const MixPlan plan = plan_mix(problem);
        CHECK(plan.broken_wishes.empty());
        const auto& group_of = plan.group_of.front();
        CHECK(group_of[0] == 3);
        CHECK((group_of[1] == 0 || group_of[1] == 5));
        CHECK((group_of[3] == group_of[4] && group_of[4] == group_of[5]));
        CHECK(std::set<int>(group_of.begin() + 6, group_of.begin() + 10).size() == 4);
        CHECK(group_of[6] != group_of[10]);
        // One facilitator each, and 54 others as even as the small table lets them be.
        CHECK(std::set<int>(group_of.begin() + 50, group_of.begin() + 56).size() == 6);
        CHECK(result(plan, "size_spread").value == 3);
        CHECK(result(plan, "size_spread").bound == 3);
    }
}

TEST_CASE("a wish that cannot hold is named, and nobody is left without a group") {
    MixProblem problem = draw_evening(1, 20, 2);
    problem.wishes = {{WishKind::together, {0, 1}, {}, 0, ""},
                      {WishKind::apart, {0, 1}, {}, 0, ""},
                      {WishKind::in_group, {2}, {0}, 0, ""},
                      {WishKind::in_group, {2}, {1}, 0, ""},
                      {WishKind::capacity, {}, {0, 1}, 5, ""}};
    problem.steps = 1000;
    const MixPlan plan = plan_mix(problem);
    CHECK(plan.broken_wishes == std::vector<std::size_t>{1, 3, 4});
    CHECK_FALSE(plan.is_proven_optimal());
    CHECK(std::count(plan.group_of[0].begin(), plan.group_of[0].end(), no_group) == 0);
}

TEST_CASE("a bound says why in plain words") {
    MixProblem problem;
    problem.group_count = 13;
    problem.criteria = {{"organisation", CriterionKind::keep_apart, {}, 1}};
    for (int i = 0; i < 104; ++i) {
        problem.people.push_back(std::to_string(i));
        problem.criteria[0].values.push_back(i < 15 ? "Ekens vänner" : "");
    }
    const MixPlan plan = plan_mix(problem);
    CHECK(plan.is_proven_optimal());
    REQUIRE(plan.results[0].bound == 2);
    CHECK(plan.results[0].reasons.at(0).english() ==
          "Ekens vänner has 15 people and there are 13 groups. Pairs that must share a group: 2.");
}

MixProblem people_of(const std::vector<std::pair<std::string, int>>& values, int groups) {
    MixProblem problem;
    problem.group_count = groups;
    problem.criteria = {{"role", CriterionKind::spread, {}, 1}};
    for (const auto& [value, count] : values) {
        for (int i = 0; i < count; ++i) {
            problem.people.push_back(value + std::to_string(i));
            problem.criteria[0].values.push_back(value);
        }
    }
    return problem;
}

TEST_CASE("two who must sit together take from another group what each group should have one of") {
    MixProblem problem = people_of({{"official", 4}, {"", 8}}, 4);
    problem.wishes = {{WishKind::together, {0, 1}, {}, 0, ""}};
    const MixPlan plan = plan_mix(problem);
    CHECK(plan.results[0].bound == 2);
    CHECK(plan.is_proven_optimal());
}

TEST_CASE("two who must sit together take a chair from the share of others") {
    MixProblem problem = people_of({{"official", 2}, {"civil", 6}, {"elected", 4}}, 3);
    problem.wishes = {{WishKind::together, {0, 1}, {}, 0, ""}};
    const MixPlan plan = plan_mix(problem);
    CHECK(plan.results[0].bound == 2);
    CHECK(plan.is_proven_optimal());
    CHECK(plan.results[0].reasons.at(1).english() ==
          "Wishes leave too few chairs in a group for its share of everybody else: 1.");
}

TEST_CASE("the same seed and steps give the same plan every time") {
    MixProblem problem = draw_evening(7, 50, 6);
    problem.criteria[0].values.assign(50, "Org");
    problem.wishes = {{WishKind::together, {0, 1, 2}, {}, 0, ""}};
    problem.steps = 100'000;
    const MixPlan first = plan_mix(problem);
    for (int i = 0; i < 5; ++i) CHECK(plan_mix(problem).group_of == first.group_of);
}

TEST_CASE("three rounds bring new neighbours, and facilitators stay") {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        MixProblem problem = draw_evening(seed, 104, 13);
        problem.round_count = 3;
        for (int group = 0; group < 13; ++group) {
            problem.wishes.push_back({WishKind::in_group, {group}, {group}, 0, ""});
        }
        const MixPlan plan = plan_mix(problem);
        CHECK(result(plan, "repeated_pairs").value == 0);
        CHECK(plan.broken_wishes.empty());
    }
}

TEST_CASE("a design repeats nobody where a search could not") {
    MixProblem problem = draw_evening(3, 49, 7);
    problem.criteria.clear();
    problem.round_count = 7;
    CHECK(plan_mix(problem).is_proven_optimal());
    MixProblem field = draw_evening(3, 32, 8);
    field.criteria.clear();
    field.round_count = 8;
    CHECK(plan_mix(field).is_proven_optimal());
}

TEST_CASE("ten rounds of eight groups of four: everybody meets all others but one") {
    for (const int people : {32, 31}) {
        CAPTURE(people);
        MixProblem problem = draw_evening(3, people, 8);
        problem.criteria.clear();
        problem.round_count = 10;
        CHECK(plan_mix(problem).is_proven_optimal());
        // No seat of this design stays in its group: then a search must do.
        problem.wishes = {{WishKind::in_group, {0}, {0}, 0, ""}};
        problem.steps = 20'000;
        CHECK(plan_mix(problem).broken_wishes.empty());
    }
}

TEST_CASE("those who met at an earlier meeting sit apart") {
    MixProblem problem = draw_evening(2, 24, 6);
    problem.criteria.clear();
    for (int person = 0; person + 1 < 24; ++person)
        problem.met_before.push_back({person, person + 1});
    const MixPlan plan = plan_mix(problem);
    CHECK(result(plan, "repeated_pairs").value == 0);
    CHECK(plan.is_proven_optimal());
}

}  // namespace stormote
