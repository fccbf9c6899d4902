#include "kiosk/groups/door/live.h"

#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "kiosk/groups/even_out.h"
#include "kiosk/groups/mix_plan.h"
#include "tests/kiosk/groups/small_mix.h"

namespace stormote {

using namespace stormote::testing;

namespace {

// An evening where some of those planned stay away; answers where everybody came to sit.
std::vector<int> play_evening(const MixProblem& problem, std::uint32_t seed, int no_shows) {
    SeededRandom random(seed);
    LiveSeating room{problem, plan_mix(problem).group_of.front(), {}, {}};
    room.seated.assign(problem.people.size(), no_group);
    room.is_expected.assign(problem.people.size(), 1);
    std::vector<int> arrivals(problem.people.size());
    std::iota(arrivals.begin(), arrivals.end(), 0);
    for (std::size_t i = arrivals.size() - 1; i > 0; --i) {
        std::swap(arrivals[i], arrivals[random.below(i + 1)]);
    }
    arrivals.resize(arrivals.size() - static_cast<std::size_t>(no_shows));
    for (const int person : arrivals) {
        const int group = place_arrival(room, person);
        room.seated[static_cast<std::size_t>(person)] = group;
        room.is_expected[static_cast<std::size_t>(person)] = 0;
    }
    return room.seated;
}

int spread_of(const std::vector<int>& group_of, int groups) {
    std::vector<std::ptrdiff_t> sizes;
    sizes.reserve(static_cast<std::size_t>(groups));
    for (int group = 0; group < groups; ++group) {
        sizes.push_back(std::count(group_of.begin(), group_of.end(), group));
    }
    const auto [low, high] = std::minmax_element(sizes.begin(), sizes.end());
    return static_cast<int>(*high - *low);
}

}  // namespace

TEST_CASE("those who come are spread, whoever stays away") {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        for (const int no_shows : {0, 12, 25}) {
            const MixProblem problem = draw_evening(seed, 104, 13);
            const auto seated = play_evening(problem, seed, no_shows);
            CHECK(spread_of(seated, 13) <= 1);
            CHECK(play_evening(problem, seed, no_shows) == seated);
        }
    }
}

TEST_CASE("a wish holds at the door as well") {
    MixProblem problem = draw_evening(4, 40, 5);
    problem.wishes = {{WishKind::in_group, {0}, {2}, 0, ""},
                      {WishKind::together, {1, 2}, {}, 0, ""},
                      {WishKind::apart, {3, 4, 5}, {}, 0, ""}};
    const auto seated = play_evening(problem, 4, 0);
    CHECK(seated[0] == 2);
    CHECK(seated[1] == seated[2]);
    CHECK((seated[3] != seated[4] && seated[4] != seated[5] && seated[3] != seated[5]));
    problem.wishes = {{WishKind::capacity, {}, {1}, 6, ""}};
    const auto with_few_chairs = play_evening(problem, 4, 0);
    CHECK(std::count(with_few_chairs.begin(), with_few_chairs.end(), 1) <= 6);
}

TEST_CASE("somebody is placed even where wishes leave no group") {
    MixProblem problem = draw_evening(1, 3, 1);
    problem.wishes = {{WishKind::capacity, {}, {0}, 1, ""}};
    const auto seated = play_evening(problem, 1, 0);
    CHECK(std::count(seated.begin(), seated.end(), 0) == 3);
}

TEST_CASE("evening out asks nobody to move where the mix is the best already") {
    const MixProblem problem = draw_evening(2, 52, 13);
    const MixPlan plan = plan_mix(problem);
    REQUIRE(plan.is_proven_optimal());
    CHECK(propose_even_out(problem, plan.group_of.front()).moves.empty());
}

TEST_CASE("evening out undoes one exchange with two moves") {
    MixProblem problem;
    problem.group_count = 2;
    problem.criteria = {{"organisation", CriterionKind::keep_apart, {}, 1}};
    for (int person = 0; person < 8; ++person) {
        problem.people.push_back("P" + std::to_string(person));
        problem.criteria[0].values.push_back("O" + std::to_string(person / 2));
    }
    problem.steps = 20'000;
    const EvenOutProposal proposal = propose_even_out(problem, {0, 0, 1, 1, 0, 1, 0, 1});
    CHECK(proposal.now.results[0].value == 2);
    CHECK(proposal.then.results[0].value == 0);
    CHECK(proposal.moves.size() == 2);
}

TEST_CASE("evening out leaves the fixed where they are, and empties a table that closes") {
    MixProblem problem = draw_evening(3, 30, 5);
    std::vector<int> group_of = plan_mix(problem).group_of.front();
    problem.group_count = 4;
    problem.steps = 20'000;
    for (int person = 0; person < 30; ++person) {
        const int group = group_of[static_cast<std::size_t>(person)];
        if (group == 0) problem.wishes.push_back({WishKind::in_group, {person}, {0}, 0, ""});
    }
    const EvenOutProposal proposal = propose_even_out(problem, group_of);
    CHECK(proposal.moves.size() >= 6);
    for (const ProposedMove& move : proposal.moves) {
        CHECK(move.from != 0);
        CHECK((move.to >= 0 && move.to < 4));
    }
    CHECK(spread_of(proposal.then.group_of.front(), 4) == 1);
}

}  // namespace stormote
