#include "kiosk/groups/conflict.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "kiosk/groups/search/feasibility.h"
#include "tests/kiosk/groups/small_mix.h"

namespace stormote {

using namespace stormote::testing;

namespace {

using Places = std::vector<std::size_t>;

MixProblem people_in_groups(int people, int groups, std::vector<Wish> wishes) {
    MixProblem problem;
    problem.group_count = groups;
    for (int person = 0; person < people; ++person) {
        problem.people.push_back("P" + std::to_string(person));
    }
    problem.wishes = std::move(wishes);
    return problem;
}

Wish in_group(int person, int group) {
    return {WishKind::in_group, {person}, {group}, 0, ""};
}
Wish together(std::vector<int> people) {
    return {WishKind::together, std::move(people), {}, 0, ""};
}
Wish apart(std::vector<int> people) {
    return {WishKind::apart, std::move(people), {}, 0, ""};
}
Wish capacity(int group, int chairs) {
    return {WishKind::capacity, {}, {group}, chairs, ""};
}

// The size of the smallest conflict, by trying every set against every plan.
std::optional<std::size_t> smallest_by_trying(const MixProblem& problem) {
    std::optional<std::size_t> smallest;
    const std::size_t wishes = problem.wishes.size();
    for (std::size_t chosen = 1; chosen < (std::size_t{1} << wishes); ++chosen) {
        MixProblem part = problem;
        part.wishes.clear();
        for (std::size_t i = 0; i < wishes; ++i) {
            if ((chosen >> i & 1) != 0) part.wishes.push_back(problem.wishes[i]);
        }
        if (smallest && part.wishes.size() >= *smallest) continue;
        bool is_possible = false;
        for_each_plan(part, [&](const std::vector<int>& group_of) {
            is_possible = is_possible || keeps_wishes(part, group_of);
        });
        if (!is_possible) smallest = part.wishes.size();
    }
    return smallest;
}

}  // namespace

TEST_CASE("wishes that can be kept are no conflict") {
    CHECK_FALSE(find_conflict(people_in_groups(4, 2, {})));
    CHECK_FALSE(find_conflict(people_in_groups(
        6, 3, {in_group(0, 1), together({0, 1}), apart({1, 2, 3}), capacity(0, 2)})));
}

TEST_CASE("the smallest set of wishes that conflict is found among many") {
    const auto conflict = [](const MixProblem& problem) {
        return find_conflict(problem).value_or(Places{});
    };
    // A chain of three and a short cut of one: the short cut is named.
    CHECK(conflict(people_in_groups(8, 3,
                                    {together({0, 1}), together({1, 2}), together({2, 3}),
                                     in_group(5, 1), apart({0, 3}), together({0, 3})})) ==
          Places{4, 5});
    CHECK(conflict(people_in_groups(4, 2, {together({2, 3}), in_group(0, 0), in_group(0, 1)})) ==
          Places{1, 2});
    CHECK(conflict(people_in_groups(9, 3, {in_group(8, 0), apart({0, 1, 2, 3})})) == Places{1});
    // Four who are apart from each other in pairs, in three groups.
    CHECK(conflict(people_in_groups(9, 3,
                                    {apart({0, 1}), apart({0, 2}), apart({0, 3}), apart({1, 2}),
                                     apart({1, 3}), apart({2, 3}), apart({4, 5})})) ==
          Places{0, 1, 2, 3, 4, 5});
    // Two chairs for three people.
    CHECK(conflict(people_in_groups(
              9, 3, {in_group(0, 0), capacity(0, 2), in_group(1, 0), in_group(2, 0)})) ==
          Places{0, 1, 2, 3});
    // Nobody can be left without a chair.
    CHECK(conflict(people_in_groups(9, 2, {capacity(0, 4), capacity(1, 4), in_group(0, 0)})) ==
          Places{0, 1});
    CHECK(conflict(people_in_groups(9, 3, {together({0, 1, 2}), capacity(0, 9)})).empty());
}

TEST_CASE("no smaller conflict exists, tried one by one") {
    CHECK(rc::check([] {
        SeededRandom random(*rc::gen::arbitrary<std::uint32_t>());
        MixProblem problem = people_in_groups(5, static_cast<int>(1 + random.below(3)), {});
        const auto someone = [&] { return static_cast<int>(random.below(5)); };
        for (int i = 0; i < 6; ++i) {
            const int left = someone();
            const int right = (left + 1 + static_cast<int>(random.below(4))) % 5;
            const auto kind = random.below(3);
            const auto groups = static_cast<std::uint64_t>(problem.group_count);
            problem.wishes.push_back(kind == 0
                                         ? in_group(left, static_cast<int>(random.below(groups)))
                                     : kind == 1 ? together({left, right})
                                                 : apart({left, right}));
        }
        const auto conflict = find_conflict(problem);
        const auto smallest = smallest_by_trying(problem);
        RC_ASSERT(conflict.has_value() == smallest.has_value());
        if (conflict) RC_ASSERT(conflict->size() == *smallest);
    }));
}

TEST_CASE("a wish is told in plain words") {
    const MixProblem problem = people_in_groups(3, 3, {});
    const auto told = [&](const Wish& wish) { return describe_wish(problem, wish).english(); };
    CHECK(told(together({0, 1})) == "Together: P0, P1.");
    CHECK(told(apart({0, 2})) == "Apart: P0, P2.");
    CHECK(told(in_group(1, 2)) == "In group 3: P1.");
    CHECK(told({WishKind::in_group, {1}, {0, 2}, 0, ""}) == "In one of the groups 1, 3: P1.");
    CHECK(told(capacity(1, 7)) == "Group 2 has at most this many chairs: 7.");
}

}  // namespace stormote
