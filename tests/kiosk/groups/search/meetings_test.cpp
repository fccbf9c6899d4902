#include "kiosk/groups/search/meetings.h"

#include <catch2/catch.hpp>
#include <malloc.h>

#include "kiosk/groups/search/mix_size.h"
#include "kiosk/groups/search/search.h"
#include "tests/kiosk/groups/small_mix.h"

namespace stormote {

using testing::draw_evening;

namespace {

constexpr PairSet::Form dense = PairSet::Form::dense;
constexpr PairSet::Form sparse = PairSet::Form::sparse;

std::vector<int> draw_round(Random& random, const MixProblem& problem) {
    std::vector<int> group_of;
    for (int person = 0; person < problem.person_count(); ++person) {
        const auto group = random.below(static_cast<std::uint64_t>(problem.group_count) + 1);
        group_of.push_back(static_cast<int>(group) - 1);
    }
    return group_of;
}

bool are_same(const PairSet& left, const PairSet& right, int people) {
    for (int person = 0; person < people; ++person) {
        for (int other = 0; other < people; ++other) {
            const auto is_pair = [other](auto pairs_with) { return pairs_with(other); };
            if (left.count_pairs(person, is_pair) != right.count_pairs(person, is_pair)) {
                return false;
            }
        }
    }
    return true;
}

std::size_t heap_bytes() {
    const auto heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

}  // namespace

TEST_CASE("pairs kept sparsely are those that are kept densely") {
    SeededRandom random(8);
    constexpr int people = 30;
    PairSet bytes(people, dense);
    PairSet lists(people, sparse);
    for (int i = 0; i < 4000; ++i) {
        const auto left = static_cast<int>(random.below(people));
        const auto right = static_cast<int>(random.below(people));
        if (random.below(3) == 0) {
            bytes.erase(left, right);
            lists.erase(left, right);
        } else {
            REQUIRE(bytes.insert(left, right) == lists.insert(left, right));
        }
        if (i % 100 == 0) REQUIRE(are_same(bytes, lists, people));
    }
}

TEST_CASE("meetings and the search that avoids them are the same in either form") {
    SeededRandom random(13);
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        MixProblem problem = draw_evening(seed, 60, 8);
        problem.wishes.push_back({WishKind::together, {3, 4, 5}, {}, 0, ""});
        problem.wishes.push_back({WishKind::in_group, {7}, {2}, 0, ""});
        problem.met_before = {{0, 1}, {3, 4}, {9, 2}};
        Meetings in_bytes(problem, dense);
        Meetings in_lists(problem, sparse);
        for (int round = 0; round < 4; ++round) {
            const std::vector<int> group_of = draw_round(random, problem);
            in_bytes.add_round(group_of);
            in_lists.add_round(group_of);
            REQUIRE(in_bytes.repeats() == in_lists.repeats());
        }
        RoundTask bytes_task = make_round_task(problem, 0);
        RoundTask lists_task = bytes_task;
        bytes_task.seating.met = in_bytes.avoidable(bytes_task);
        lists_task.seating.met = in_lists.avoidable(lists_task);
        REQUIRE(are_same(bytes_task.seating.met, lists_task.seating.met, problem.person_count()));
        const auto by_bytes = search_from_many_starts(bytes_task, 0, 60'000, seed);
        const auto by_lists = search_from_many_starts(lists_task, 0, 60'000, seed);
        CHECK(by_bytes.person_at == by_lists.person_at);
        CHECK(by_bytes.cost == by_lists.cost);
        CHECK(by_bytes.steps == by_lists.steps);
    }
}

TEST_CASE("the memory of meetings grows with people and neighbours, not with people squared") {
    constexpr int people = 50'000;
    MixProblem problem;
    problem.people.resize(people);
    problem.group_count = people / 8;
    std::vector<int> group_of(people);
    for (int i = 0; i < people; ++i)
        group_of[static_cast<std::size_t>(i)] = i % problem.group_count;
    const std::size_t before = heap_bytes();
    Meetings meetings(problem);
    meetings.add_round(group_of);
    constexpr std::size_t most_bytes_a_person = 200;
    CHECK(heap_bytes() - before < people * most_bytes_a_person);
    CHECK(meetings.repeats() == 0);
}

TEST_CASE("a problem within the limits is not refused, one beyond them is, in words") {
    MixProblem problem;
    problem.people.resize(most_mix_people);
    problem.group_count = most_mix_people / 8;
    problem.criteria = {{"sector", CriterionKind::spread, {}, 1}};
    for (int i = 0; i < most_mix_people; ++i) {
        problem.criteria[0].values.push_back("S" + std::to_string(i % 60));
    }
    CHECK_FALSE(check_mix_size(problem));
    CHECK(mix_bytes(problem) < most_mix_bytes / 4);
    problem.round_count = 2;
    CHECK_FALSE(check_mix_size(problem));
    problem.group_count = most_mix_people / most_group_people;
    CHECK(check_mix_size(problem)->english().find("MB of memory") != std::string::npos);
    problem.round_count = 1;
    CHECK_FALSE(check_mix_size(problem));
    --problem.group_count;
    CHECK(check_mix_size(problem)->english().find("more groups") != std::string::npos);
    problem.people.emplace_back();
    CHECK(check_mix_size(problem)->english().find("too many to be dealt") != std::string::npos);
}

TEST_CASE("many groups of many organisations are refused before they take all memory") {
    MixProblem problem = draw_evening(1, 60'000, 7'500);
    CHECK(mix_bytes(problem) > most_mix_bytes);
    CHECK(check_mix_size(problem).has_value());
    CHECK_FALSE(check_mix_size(draw_evening(1, 2'000, 250)));
}

}  // namespace stormote
