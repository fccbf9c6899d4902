#include "kiosk/groups/search/mix_size.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "kiosk/groups/search/counting.h"

namespace stormote {

namespace {

// Values that cost something somewhere: for each of them, every group has counts.
std::int64_t value_count(const MixProblem& problem) {
    std::int64_t count = 1;
    for (const Criterion& criterion : problem.criteria) {
        std::unordered_map<std::string_view, int> bearers;
        for (const std::string& value : criterion.values) ++bearers[value];
        const int least = criterion.kind == CriterionKind::keep_apart ? 2 : 1;
        count += std::count_if(bearers.begin(), bearers.end(), [least](const auto& bearer) {
            return !bearer.first.empty() && bearer.second >= least;
        });
    }
    return count + std::count_if(problem.wishes.begin(), problem.wishes.end(),
                                 [](const auto& w) { return w.kind == WishKind::apart; });
}

std::int64_t people_a_group(const MixProblem& problem) {
    return (std::int64_t{problem.person_count()} + problem.group_count - 1) / problem.group_count;
}

}  // namespace

std::int64_t mix_bytes(const MixProblem& problem) {
    const std::int64_t people = problem.person_count();
    const std::int64_t groups = problem.group_count;
    const std::int64_t rounds = problem.round_count;
    // Two searches run at once; a design has all rounds in one.
    const std::int64_t searches = std::max<std::int64_t>(2, rounds);
    constexpr std::int64_t bytes_a_cell = 16;
    const std::int64_t cells = searches * groups * value_count(problem) * bytes_a_cell;
    // Each is noted with both; there are two copies, and vectors have room to grow.
    constexpr std::int64_t bytes_a_pair = 48;
    std::int64_t pairs = static_cast<std::int64_t>(problem.met_before.size());
    if (rounds > 1) pairs += rounds * groups * pair_count(people_a_group(problem));
    const auto columns = static_cast<std::int64_t>(problem.criteria.size());
    constexpr std::int64_t bytes_a_person = 128;
    return cells + pairs * bytes_a_pair + people * rounds * (bytes_a_person + 4 * columns);
}

std::optional<Error> check_mix_size(const MixProblem& problem) {
    if (problem.person_count() > most_mix_people) {
        return input_error({"{} people are too many to be dealt at once: at most {}."},
                           problem.person_count(), most_mix_people);
    }
    if (people_a_group(problem) > most_group_people) {
        return input_error({"A group would have {} people, and at most {} are possible. Choose "
                            "more groups."},
                           people_a_group(problem), most_group_people);
    }
    const std::int64_t bytes = mix_bytes(problem);
    if (bytes <= most_mix_bytes) return std::nullopt;
    constexpr int megabyte_shift = 20;
    return input_error({"{} people in {} groups over {} rounds are too much to be dealt at once: "
                        "that takes about {} MB of memory, and at most {} MB may be taken. Choose "
                        "fewer groups, rounds or criteria, or part the list."},
                       problem.person_count(), problem.group_count, problem.round_count,
                       bytes >> megabyte_shift, most_mix_bytes >> megabyte_shift);
}

}  // namespace stormote
