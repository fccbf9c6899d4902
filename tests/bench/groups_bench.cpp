#include "tests/bench/groups_bench.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <ostream>

#include <fmt/format.h>

#include "kiosk/groups/mix_plan.h"
#include "tests/bench/groups_evenings.h"

namespace stormote::testing {

namespace {

// The smallest value that this share of the values does not exceed.
template <typename Value>
Value quantile(std::vector<Value> values, double share) {
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(share * last))];
}

double plan_ms(const MixProblem& problem, MixPlan& plan) {
    const auto start = std::chrono::steady_clock::now();
    plan = plan_mix(problem);
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

// As an evening, but with sectors that cut across the roles.
MixProblem draw_crossed_evening(std::uint32_t seed) {
    MixProblem problem = draw_evening(seed, 104, 13);
    SeededRandom random(seed + 1'000'000);
    for (std::string& sector : problem.criteria[1].values) {
        sector = "S" + std::to_string(random.below(8));
    }
    return problem;
}

MixProblem with_wishes(MixProblem problem) {
    for (int group = 0; group < problem.group_count; ++group) {
        problem.wishes.push_back({WishKind::in_group, {group}, {group}, 0, ""});
    }
    for (int i = 0; i < 6; ++i) {
        const int first = problem.group_count + 4 * i;
        problem.wishes.push_back({WishKind::together, {first, first + 1}, {}, 0, ""});
        problem.wishes.push_back({WishKind::apart, {first + 2, first + 3}, {}, 0, ""});
    }
    return problem;
}

MixProblem with_rounds(MixProblem problem, int rounds) {
    problem.round_count = rounds;
    return problem;
}

MixProblem golfers(std::uint32_t seed) {
    MixProblem problem = draw_evening(seed, 32, 8);
    problem.criteria.clear();
    return with_rounds(std::move(problem), 10);
}

struct Line {
    const char *what;
    std::function<MixProblem(std::uint32_t)> draw;
    double median_target_ms;
    double p99_target_ms;
};

void measure_line(std::ostream& out, const Line& line, int seeds) {
    std::vector<double> times;
    std::vector<std::int64_t> distances;
    std::int64_t cost = 0;
    std::int64_t bound = 0;
    int proven = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        MixPlan plan;
        times.push_back(plan_ms(line.draw(static_cast<std::uint32_t>(seed)), plan));
        std::int64_t distance = static_cast<std::int64_t>(plan.broken_wishes.size());
        for (const CriterionResult& result : plan.results) {
            cost += result.value;
            bound += result.bound;
            distance += result.distance();
        }
        distances.push_back(distance);
        if (plan.is_proven_optimal()) ++proven;
    }
    out << fmt::format(
        "{:<34} {:>8.3f} {:>8.3f} {:>8} {:>8}  {:>4}/{:<4} {:>6} {:>10.2f} {:>10.2f}\n", line.what,
        quantile(times, 0.5), quantile(times, 0.99), line.median_target_ms, line.p99_target_ms,
        proven, seeds, quantile(distances, 0.99), static_cast<double>(cost) / seeds,
        static_cast<double>(bound) / seeds);
}

void measure_plans(std::ostream& out, int seeds) {
    out << fmt::format("{:<34} {:>8} {:>8} {:>8} {:>8}  {:>9} {:>6} {:>10} {:>10}\n",
                       "planned ahead", "ms", "p99", "target", "p99", "proven", "p99 gap", "cost",
                       "bound");
    const std::vector<Line> lines{
        {"M: 104 people, 13 groups", [](auto seed) { return draw_evening(seed, 104, 13); }, 0.2, 1},
        {"MX: sectors cut across roles", draw_crossed_evening, 0.2, 1},
        {"M with wishes", [](auto seed) { return with_wishes(draw_evening(seed, 104, 13)); }, 1,
         10},
        {"MX with wishes", [](auto seed) { return with_wishes(draw_crossed_evening(seed)); }, 1,
         10},
        {"500 people in 60 groups", [](auto seed) { return draw_evening(seed, 500, 60); }, 1, 0},
        {"2,000 people in 250 groups", [](auto seed) { return draw_evening(seed, 2000, 250); }, 8,
         0},
        {"3 rounds of M", [](auto seed) { return with_rounds(draw_evening(seed, 104, 13), 3); }, 3,
         0},
        {"8 groups of 4, 10 rounds", golfers, 10, 0},
    };
    for (const Line& line : lines) {
        measure_line(out, line, seeds);
        out.flush();
    }
}

// Many rounds, where a plan is not expected to be proven: what is left, and in how many evenings it
// is as little as is asked for.
void measure_rounds(std::ostream& out, int seeds) {
    constexpr std::int64_t most_excess = 1;
    constexpr int target_ms = 1000;
    out << fmt::format("\n{:<42} {:>8} {:>8} {:>8} {:>9} {:>9} {:>8} {:>8} {:>11}\n", "6 rounds",
                       "ms", "p90", "target", "p50 excess", "p90", "repeats", "pairs",
                       "within 1, 0");
    for (const auto& [people, groups] : {std::pair{104, 13}, {96, 12}, {104, 14}}) {
        std::vector<double> times;
        std::vector<std::int64_t> excesses;
        std::vector<std::int64_t> repeats;
        std::int64_t most_pairs = 0;
        int reached = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            MixPlan plan;
            times.push_back(plan_ms(
                with_rounds(draw_evening(static_cast<std::uint32_t>(seed), people, groups), 6),
                plan));
            const auto [cost, bound] = sum_up(plan);
            excesses.push_back(cost.category_excess - bound.category_excess);
            repeats.push_back(cost.repeated_pairs - bound.repeated_pairs);
            const std::int64_t pairs = cost.same_organisation_pairs - bound.same_organisation_pairs;
            most_pairs = std::max(most_pairs, pairs);
            if (excesses.back() <= most_excess && repeats.back() == 0 && pairs == 0) ++reached;
        }
        out << fmt::format("{:<42} {:>8.0f} {:>8.0f} {:>8} {:>9} {:>9} {:>8} {:>8} {:>11}\n",
                           fmt::format("6 rounds of {} people in {} groups", people, groups),
                           quantile(times, 0.5), quantile(times, 0.9), target_ms,
                           quantile(excesses, 0.5), quantile(excesses, 0.9),
                           *std::max_element(repeats.begin(), repeats.end()), most_pairs,
                           fmt::format("{}/{}", reached, seeds));
    }
}

void measure_door(std::ostream& out, int streams) {
    out << fmt::format("\n{:<42} {:>8} {:>8} {:>8} {:>8} {:>9} {:>7} {:>8} {:>8} {:>6}\n",
                       "at the door: skill", "live", "greedy", "planned", "target", "p95 of 2",
                       "spread", "p99 ms", "random", "moves");
    for (const auto& [mix, target] : {std::pair{EveningMix{12, 10}, 0.95},
                                      {EveningMix{25, 10}, 0.95},
                                      {EveningMix{12, 30}, 0.92},
                                      {EveningMix{12, 10, 300, 40}, 0.95}}) {
        double live = 0;
        double greedy = 0;
        double planned = 0;
        double random = 0;
        std::vector<std::int64_t> costs;
        std::vector<std::size_t> moves;
        std::vector<double> latencies;
        int spread = 0;
        for (int stream = 1; stream <= streams; ++stream) {
            const EveningScore score = play_evening(static_cast<std::uint32_t>(stream), mix);
            live += score.skill(score.live) / streams;
            greedy += score.skill(score.greedy) / streams;
            planned += score.skill(score.planned) / streams;
            random += static_cast<double>(score.random) / streams;
            costs.push_back(score.live - score.best);
            moves.push_back(score.moves);
            latencies.insert(latencies.end(), score.latencies_ms.begin(), score.latencies_ms.end());
            spread = std::max(spread, score.live_spread);
        }
        out << fmt::format(
            "{:<42} {:>8.3f} {:>8.3f} {:>8.3f} {:>8} {:>9} {:>7} {:>8.2f} {:>8.1f} {:>6}\n",
            fmt::format("{} people, {} % no-shows, {} % walk-ins", mix.people, mix.no_show_per_cent,
                        mix.walk_in_per_cent),
            live, greedy, planned, target, quantile(costs, 0.95), spread, quantile(latencies, 0.99),
            random, quantile(moves, 0.5));
    }
}

// The slope of a straight line through the logarithms: 1 is proportional to the people.
double exponent(const std::vector<std::pair<double, double>>& points) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (const auto& [people, ms] : points) {
        x += std::log(people);
        y += std::log(ms);
        xx += std::log(people) * std::log(people);
        xy += std::log(people) * std::log(ms);
    }
    const auto count = static_cast<double>(points.size());
    return (count * xy - x * y) / (count * xx - x * x);
}

void measure_scaling(std::ostream& out) {
    out << fmt::format("\n{:<34} {:>8}\n", "groups of 8, by people", "ms");
    std::vector<std::pair<double, double>> points;
    for (const int people : {100, 300, 1000, 3000, 10'000}) {
        std::vector<double> times;
        for (std::uint32_t seed = 1; seed <= 5; ++seed) {
            MixPlan plan;
            times.push_back(plan_ms(draw_evening(seed, people, people / 8), plan));
        }
        points.emplace_back(people, quantile(times, 0.5));
        out << fmt::format("{:<34} {:>8.2f}\n", people, points.back().second);
    }
    out << fmt::format("time grows as people to the power of {:.2f}\n", exponent(points));
}

}  // namespace

void measure_groups(std::ostream& out, const GroupsBenchOptions& options) {
    measure_plans(out, options.seeds);
    // About a second each.
    constexpr int most_seeds = 40;
    measure_rounds(out, std::min(options.seeds, most_seeds));
    measure_door(out, options.streams);
    measure_scaling(out);
}

}  // namespace stormote::testing
