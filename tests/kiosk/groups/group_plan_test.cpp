#include "kiosk/groups/group_plan.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "sync/base/random.h"

namespace stormote {

namespace {

GroupProblem draw_problem(std::uint64_t seed, int people, int groups) {
    SeededRandom random(seed);
    GroupProblem problem;
    problem.group_count = groups;
    problem.seed = seed;
    for (int i = 0; i < people; ++i) {
        const std::string organisation = "O" + std::to_string(random.below(60));
        problem.people.push_back({organisation, "S" + std::to_string(random.below(7)),
                                  random.below(4) == 0 ? "official" : "civil",
                                  random.below(2) == 0 ? "F" : "M", std::nullopt});
    }
    return problem;
}

}  // namespace

TEST_CASE("everybody sits in one group, and sizes differ by at most one") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SeededRandom random(seed);
        const int people = static_cast<int>(1 + random.below(150));
        const int groups = static_cast<int>(1 + random.below(static_cast<std::uint64_t>(people)));
        const GroupProblem problem = draw_problem(seed, people, groups);
        const GroupAnswer answer = plan_groups(problem);
        REQUIRE(answer.group_of.size() == problem.people.size());
        for (const int group : answer.group_of) REQUIRE((group >= 0 && group < groups));
        REQUIRE(answer.cost.size_spread <= 1);
        REQUIRE(answer.cost == measure_groups(problem, answer.group_of));
        REQUIRE(answer.cost.same_organisation_pairs >= answer.bound.same_organisation_pairs);
        REQUIRE(answer.cost.category_excess >= answer.bound.category_excess);
        REQUIRE(answer.cost.size_spread >= answer.bound.size_spread);
    }
}

TEST_CASE("people of one organisation are apart where there is room") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const GroupAnswer answer = plan_groups(draw_problem(seed, 104, 13));
        CHECK(answer.cost.same_organisation_pairs == answer.bound.same_organisation_pairs);
    }
}

TEST_CASE("an organisation larger than the number of groups raises the bound") {
    GroupProblem problem;
    problem.group_count = 2;
    for (int i = 0; i < 5; ++i) problem.people.push_back({"Eken", "S", "civil", "", std::nullopt});
    const GroupAnswer answer = plan_groups(problem);
    CHECK(answer.bound.same_organisation_pairs == 4);  // three and two: three pairs and one
    CHECK(answer.cost.same_organisation_pairs == 4);
    CHECK(answer.bound.size_spread == 1);
}

TEST_CASE("the same seed gives the same plan, another seed another") {
    const GroupProblem problem = draw_problem(5, 80, 10);
    GroupProblem other = problem;
    other.seed = 6;
    CHECK(plan_groups(problem).group_of == plan_groups(problem).group_of);
    CHECK(plan_groups(problem).group_of != plan_groups(other).group_of);
}

TEST_CASE("facilitators lead the group that they are fixed to") {
    GroupProblem problem = draw_problem(8, 40, 5);
    for (int group = 0; group < 5; ++group) {
        problem.people[static_cast<std::size_t>(group) * 7].fixed_group = group;
    }
    const GroupAnswer answer = plan_groups(problem);
    for (int group = 0; group < 5; ++group) {
        CHECK(answer.group_of[static_cast<std::size_t>(group * 7)] == group);
    }
}

TEST_CASE("genders are spread where they are given, and do not count where not") {
    GroupProblem problem;
    problem.group_count = 2;
    problem.people = {{"", "S", "civil", "F", std::nullopt},
                      {"", "S", "civil", "F", std::nullopt},
                      {"", "S", "civil", "M", std::nullopt},
                      {"", "S", "civil", "M", std::nullopt}};
    CHECK(measure_groups(problem, {0, 0, 1, 1}).category_excess == 4);
    CHECK(measure_groups(problem, {0, 1, 0, 1}).category_excess == 0);
    CHECK(plan_groups(problem).cost.category_excess == 0);
    for (GroupCandidate& person : problem.people) person.gender.clear();
    CHECK(measure_groups(problem, {0, 0, 1, 1}).category_excess == 0);
}

TEST_CASE("nobody at all is dealt into groups without harm") {
    GroupProblem problem;
    problem.group_count = 3;
    CHECK(plan_groups(problem).group_of.empty());
    CHECK(plan_groups(problem).cost == GroupCost{});
}

}  // namespace stormote
