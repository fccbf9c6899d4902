#include "kiosk/groups/bounds.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "kiosk/groups/counting.h"
#include "kiosk/groups/sizes.h"

namespace stormote {

namespace {

// What wishes fix of the people of one value.
struct Ties {
    std::vector<int> fixed;   // by group: how many must sit there; empty: nobody
    std::vector<int> blocks;  // how many of each block that must stay together, wherever it is

    [[nodiscard]] bool is_empty() const { return fixed.empty() && blocks.empty(); }
};

class RoundBounds {
  public:
    RoundBounds(const MixProblem& problem, const RoundTask& task)
        : problem_(problem), task_(task), ties_(task.seating.rules.size()) {
        for (const Criterion& criterion : problem.criteria) {
            results_.push_back({criterion.name, 0, 0, {}});
        }
        note_fixed();
        note_blocks();
        note_sizes();
    }

    std::vector<CriterionResult> bound() {
        for (std::size_t value = 1; value < ties_.size(); ++value) {
            const ValueRule& rule = task_.seating.rules[value];
            if (rule.result < 0) continue;
            if (rule.kind == CriterionKind::keep_apart) {
                bound_pairs(rule, value);
            } else {
                bound_excess(rule, value);
            }
        }
        results_.push_back(bound_sizes());
        return std::move(results_);
    }

  private:
    // --- What wishes fix ---

    void note_fixed() {
        fixed_in_.resize(task_.sizes.size());
        for (const int person : task_.seated) {
            if (task_.freedoms[as_index(person)] != Freedom::fixed) continue;
            const int group = task_.group_of[as_index(person)];
            ++fixed_in_[as_index(group)];
            for (int column = 0; column < task_.seating.column_count; ++column) {
                Ties& ties = ties_[as_index(task_.seating.value(person, column))];
                ties.fixed.resize(task_.sizes.size());
                ++ties.fixed[as_index(group)];
            }
        }
    }

    void note_blocks() {
        for (const int number : task_.moving_blocks) {
            std::vector<int> values;
            for (const int person : task_.blocks.blocks[as_index(number)].people) {
                if (!std::binary_search(task_.seated.begin(), task_.seated.end(), person)) continue;
                for (int column = 0; column < task_.seating.column_count; ++column) {
                    values.push_back(task_.seating.value(person, column));
                }
            }
            std::sort(values.begin(), values.end());
            for (auto first = values.begin(); first != values.end();) {
                const auto last = std::upper_bound(first, values.end(), *first);
                if (last - first > 1) {
                    ties_[as_index(*first)].blocks.push_back(static_cast<int>(last - first));
                }
                first = last;
            }
        }
    }

    // Which groups are the larger ones is free where sizes differ by one.
    void note_sizes() {
        const std::set<int> sizes(task_.sizes.begin(), task_.sizes.end());
        for (const int size : task_.sizes) {
            smallest_.push_back(sizes.contains(size - 1) ? size - 1 : size);
            largest_.push_back(sizes.contains(size + 1) ? size + 1 : size);
        }
    }

    // --- Criteria ---

    [[nodiscard]] const std::string& text_of(const ValueRule& rule, std::size_t value) const {
        const Criterion& criterion = problem_.criteria[as_index(rule.result)];
        for (const int person : task_.seated) {
            if (task_.seating.value(person, rule.result) == static_cast<int>(value)) {
                return criterion.values[as_index(person)];
            }
        }
        return criterion.name;
    }

    // As even as can be over the groups, from those that wishes fill already: the pairs are then
    // fewest, because one more person adds as many as are there.
    void bound_pairs(const ValueRule& rule, std::size_t value) {
        const Ties& ties = ties_[value];
        if (rule.total <= problem_.group_count && ties.is_empty()) return;
        std::vector<int> least = ties.fixed;
        least.erase(std::remove(least.begin(), least.end(), 0), least.end());
        std::vector<int> blocks = ties.blocks;
        std::sort(blocks.rbegin(), blocks.rend());
        for (const int block : blocks) {
            if (least.size() < task_.sizes.size()) least.push_back(block);
        }
        least.resize(task_.sizes.size());
        const std::vector<int> most(least.size(), rule.total);
        std::int64_t met = 0;
        for (const int count : even_sizes(rule.total, least, most)) met += pair_count(count);
        if (met == 0) return;
        CriterionResult& result = results_[as_index(rule.result)];
        result.bound += met;
        const std::string& text = text_of(rule, value);
        if (rule.total > problem_.group_count) {
            result.reasons.push_back(
                words({"{} has {} people and there are {} groups: pairs that must meet: {}."}, text,
                      rule.total, problem_.group_count, met));
        } else {
            result.reasons.push_back(words(
                {"Wishes bring people of {} together: pairs that must meet: {}."}, text, met));
        }
    }

    // Without wishes nothing is forced: floors sum to no more than there are, ceilings to no less.
    void bound_excess(const ValueRule& rule, std::size_t value) {
        const Ties& ties = ties_[value];
        const std::int64_t excess =
            std::max(excess_of_fixed(rule, ties), excess_of_blocks(rule, ties));
        if (excess == 0) return;
        CriterionResult& result = results_[as_index(rule.result)];
        result.bound += excess;
        result.reasons.push_back(words(
            {"Wishes tie people of \"{}\" to groups or to each other: beyond the share that a "
             "group should have of them: {}."},
            text_of(rule, value), excess));
    }

    // Whoever is fixed stays, and a chair of somebody else who is fixed is not free.
    [[nodiscard]] std::int64_t excess_of_fixed(const ValueRule& rule, const Ties& ties) const {
        if (has_no_fixed()) return 0;
        std::int64_t forced = 0;
        std::int64_t sum_of_floors = 0;
        std::int64_t sum_of_ceilings = 0;
        for (std::size_t group = 0; group < task_.sizes.size(); ++group) {
            const int least = ties.fixed.empty() ? 0 : ties.fixed[group];
            const int most = std::max(least, largest_[group] - (fixed_in_[group] - least));
            const int floor =
                share_range(rule.total, smallest_[group], task_.seating.seat_count).floor;
            const int ceiling =
                share_range(rule.total, largest_[group], task_.seating.seat_count).ceiling;
            forced += std::max(0, least - ceiling) + std::max(0, floor - most);
            sum_of_floors += std::clamp(floor, least, most);
            sum_of_ceilings += std::clamp(ceiling, least, most);
        }
        return forced + std::max({std::int64_t{0}, sum_of_floors - rule.total,
                                  rule.total - sum_of_ceilings});
    }

    [[nodiscard]] bool has_no_fixed() const {
        return std::all_of(fixed_in_.begin(), fixed_in_.end(), [](int n) { return n == 0; });
    }

    [[nodiscard]] std::int64_t excess_of_blocks(const ValueRule& rule, const Ties& ties) const {
        if (ties.blocks.empty()) return 0;
        const int largest = *std::max_element(largest_.begin(), largest_.end());
        const int ceiling = share_range(rule.total, largest, task_.seating.seat_count).ceiling;
        std::int64_t forced = 0;
        for (const int block : ties.blocks) forced += std::max(0, block - ceiling);
        return forced;
    }

    // --- Sizes ---

    [[nodiscard]] CriterionResult bound_sizes() const {
        CriterionResult result{size_result, 0, 0, {}};
        std::vector<int> most(task_.sizes.size(), task_.seating.seat_count);
        for (const Wish& wish : problem_.wishes) {
            if (wish.kind != WishKind::capacity) continue;
            for (const int group : wish.groups) {
                most[as_index(group)] = std::max(fixed_in_[as_index(group)],
                                                 std::min(most[as_index(group)], wish.capacity));
            }
        }
        if (std::accumulate(most.begin(), most.end(), 0) < task_.seating.seat_count) return result;
        const std::vector<int> sizes = even_sizes(task_.seating.seat_count, fixed_in_, most);
        const auto [smallest, largest] = std::minmax_element(sizes.begin(), sizes.end());
        result.bound = *largest - *smallest;
        if (result.bound == 1) {
            result.reasons.push_back(words({"{} people do not divide evenly into {} groups."},
                                           task_.seating.seat_count, problem_.group_count));
        } else if (result.bound > 1) {
            result.reasons.push_back(
                words({"Wishes fill one group with {} people and leave {} for another."}, *largest,
                      *smallest));
        }
        return result;
    }

    const MixProblem& problem_;
    const RoundTask& task_;
    std::vector<Ties> ties_;     // by value
    std::vector<int> fixed_in_;  // by group
    std::vector<int> smallest_;  // by group
    std::vector<int> largest_;
    std::vector<CriterionResult> results_;
};

}  // namespace

std::vector<CriterionResult> bound_round(const MixProblem& problem, const RoundTask& task) {
    return RoundBounds(problem, task).bound();
}

}  // namespace stormote
