#include "kiosk/groups/door/door_model.h"

#include <cmath>
#include <map>

#include <catch2/catch.hpp>

#include "kiosk/groups/door/rollout.h"
#include "kiosk/groups/mix_plan.h"
#include "tests/kiosk/groups/small_mix.h"

namespace stormote {

using namespace stormote::testing;

namespace {

// Some sit anywhere, some are expected, the last one stands at the door.
struct HalfAnEvening {
    MixProblem problem;
    std::vector<int> seated;
    std::vector<std::uint8_t> is_expected;

    HalfAnEvening(std::uint32_t seed, int people, int groups)
        : problem(draw_evening(seed, people, groups)) {
        SeededRandom random(seed);
        for (int person = 0; person + 1 < people; ++person) {
            const bool is_here = random.below(2) == 0;
            seated.push_back(is_here ? static_cast<int>(random.below(static_cast<unsigned>(groups)))
                                     : no_group);
            is_expected.push_back(is_here ? 0 : 1);
        }
        seated.push_back(no_group);
        is_expected.push_back(0);
    }
    [[nodiscard]] LiveSeating room() const {
        return {problem, std::vector<int>(seated.size(), 0), seated, is_expected};
    }
    [[nodiscard]] int newcomer() const { return problem.person_count() - 1; }
};

// How far all counts of a group lie from their shares, squared; from nothing but counts.
double squared_distances(const HalfAnEvening& evening, int group, bool has_newcomer) {
    double sum = 0;
    for (const Criterion& criterion : evening.problem.criteria) {
        if (criterion.kind != CriterionKind::spread) continue;
        std::map<std::string, std::pair<int, int>> counts;
        int size = 0;
        for (int person = 0; person < evening.problem.person_count(); ++person) {
            auto& [in_group, in_all] = counts[criterion.values[as_index(person)]];
            const bool is_in_group = evening.seated[as_index(person)] == group ||
                                     (has_newcomer && person == evening.newcomer());
            ++in_all;
            if (is_in_group) ++in_group;
            if (is_in_group) ++size;
        }
        for (const auto& [value, count] : counts) {
            const double share = 1.0 * count.second * size / evening.problem.person_count();
            sum += criterion.weight * (count.first - share) * (count.first - share);
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("at the door, a guest costs what the squares of the distances from the shares grow by") {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        HalfAnEvening evening(seed, 40, 4);
        evening.problem.criteria.erase(evening.problem.criteria.begin());
        const DoorModel model(evening.room(), evening.newcomer());
        const DoorSeats seats(model, evening.room());
        std::vector<std::int64_t> costs;
        seats.find_costs({evening.newcomer(), false}, costs);
        const auto growth = [&](int group) {
            return squared_distances(evening, group, true) -
                   squared_distances(evening, group, false);
        };
        constexpr double unit = 1024.0 * 1024.0;
        constexpr double cost_of_one_beyond = 1.5;
        const double offset = growth(0) - static_cast<double>(costs[0]) / unit;
        for (int group = 1; group < 4; ++group) {
            const double found = static_cast<double>(costs[as_index(group)]) / unit + offset;
            // What is left is for whole people beyond a ceiling, here or in group 0.
            const double beyond = (found - growth(group)) / cost_of_one_beyond;
            CHECK(std::abs(beyond - std::round(beyond)) < 0.05);
        }
    }
}

TEST_CASE("the end of an evening costs what the judge says of it") {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        HalfAnEvening evening(seed, 30, 4);
        SeededRandom random(seed);
        for (int& group : evening.seated) {
            if (group == no_group) group = static_cast<int>(random.below(4));
        }
        evening.is_expected.assign(evening.is_expected.size(), 0);
        LiveSeating room = evening.room();
        room.seated.back() = no_group;
        const DoorModel model(room, evening.newcomer());
        DoorSeats seats(model, room);
        seats.add({evening.newcomer(), false}, evening.seated.back());
        const MixPlan judged = judge_mix(evening.problem, {evening.seated});
        std::int64_t expected = 0;
        for (std::size_t i = 0; i < evening.problem.criteria.size(); ++i) {
            expected += evening.problem.criteria[i].weight * judged.results[i].value;
        }
        CHECK(seats.final_cost(model.totals(), model.here_count()) == expected);
    }
}

TEST_CASE("playing the rest of the evening finds the group that the first choice missed") {
    MixProblem problem;
    problem.group_count = 2;
    problem.criteria = {{"organisation", CriterionKind::keep_apart, {}, 1}};
    for (int person = 0; person < 8; ++person) {
        problem.people.push_back("P" + std::to_string(person));
        problem.criteria[0].values.push_back("O" + std::to_string(person % 4));
    }
    // Two of organisation 0: one sits in the first group, the other stands at the door.
    const LiveSeating room{problem,
                           {0, 1, 0, 1, 0, 1, 0, 1},
                           {0, 1, no_group, no_group, no_group, no_group, no_group, no_group},
                           {0, 0, 1, 1, 0, 1, 1, 1}};
    const DoorModel model(room, 4);
    const DoorSeats seats(model, room);
    CHECK(best_by_rollout(model, seats, {4, false}, {0, 1}) == 1);
    CHECK(best_by_rollout(model, seats, {4, false}, {1, 0}) == 1);
}

TEST_CASE("playing the rest of the evening keeps the first choice where nothing is better") {
    MixProblem problem = draw_evening(1, 12, 3);
    for (Criterion& criterion : problem.criteria) criterion.values.assign(12, "");
    LiveSeating room{problem, std::vector<int>(12, 0), std::vector<int>(12, no_group),
                     std::vector<std::uint8_t>(12, 1)};
    const DoorModel model(room, 0);
    const DoorSeats seats(model, room);
    CHECK(best_by_rollout(model, seats, {0, false}, {2, 0, 1}) == 2);
}

}  // namespace stormote
