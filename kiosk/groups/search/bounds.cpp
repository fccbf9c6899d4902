#include "kiosk/groups/search/bounds.h"

#include <algorithm>
#include <numeric>

#include "kiosk/groups/search/chairs.h"
#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/sizes.h"

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
        : problem_(problem),
          task_(task),
          ties_(task.seating.rules.size()),
          sizes_(size_ranges(task.sizes)) {
        for (const Criterion& criterion : problem.criteria) {
            results_.push_back({criterion.name, 0, 0, {}});
        }
        below_.resize(results_.size());
        note_fixed();
        note_blocks();
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
        bound_lack();
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
            result.reasons.push_back(localized(
                problem_.group_count == 1 ? Sentence{"{} has {} people and there is {} group. "
                                                     "Pairs that must share a group: {}."}
                                          : Sentence{"{} has {} people and there are {} groups. "
                                                     "Pairs that must share a group: {}."},
                text, rule.total, problem_.group_count, met));
        } else {
            result.reasons.push_back(localized(
                {"Wishes keep people from {} together. Pairs that must share a group: {}."}, text,
                met));
        }
    }

    // Without wishes nothing is forced: floors sum to no more than there are, ceilings to no less.
    void bound_excess(const ValueRule& rule, std::size_t value) {
        const Ties& ties = ties_[value];
        if (ties.blocks.empty() && has_no_fixed()) return;
        const auto [above, below] = excess_of_ties(rule, ties);
        const std::int64_t excess = above + below;
        if (excess == 0) return;
        below_[as_index(rule.result)] += below;
        CriterionResult& result = results_[as_index(rule.result)];
        result.bound += excess;
        result.reasons.push_back(
            localized({"Wishes tie people with \"{}\" to groups or to each other. Too many or too "
                       "few in a group because of that: {}."},
                      text_of(rule, value), excess));
    }

    struct Excess {
        std::int64_t above = 0;  // ceilings
        std::int64_t below = 0;  // floors
    };

    // What a group must and may have of one value.
    struct GroupShare {
        int least = 0;  // are fixed there
        int most = 0;   // a chair of somebody else who is fixed is not free
        int floor = 0;
        int ceiling = 0;
    };

    [[nodiscard]] std::vector<GroupShare> shares_of(const ValueRule& rule, const Ties& ties) const {
        const auto range = [&](int size) {
            return share_range(rule.total, size, task_.seating.seat_count);
        };
        std::vector<GroupShare> shares(task_.sizes.size());
        for (std::size_t group = 0; group < shares.size(); ++group) {
            GroupShare& share = shares[group];
            share.least = ties.fixed.empty() ? 0 : ties.fixed[group];
            share.most =
                std::max(share.least, sizes_[group].largest - (fixed_in_[group] - share.least));
            share.floor = range(sizes_[group].smallest).floor;
            share.ceiling = range(sizes_[group].largest).ceiling;
        }
        return shares;
    }

    // Counts above ceilings, and those below floors because others have more of the total. Each
    // block adds at least what it would alone in the group where it adds least.
    [[nodiscard]] Excess excess_of_ties(const ValueRule& rule, const Ties& ties) const {
        const std::vector<GroupShare> shares = shares_of(rule, ties);
        std::int64_t above = 0;
        std::int64_t below = 0;
        std::int64_t sum_of_floors = 0;
        std::int64_t sum_of_ceilings = 0;
        for (const auto& [least, most, floor, ceiling] : shares) {
            above += std::max(0, least - ceiling);
            below += std::max(0, floor - most);
            sum_of_floors += std::clamp(floor, least, most);
            sum_of_ceilings += std::clamp(ceiling, least, most);
        }
        std::int64_t blocks_above = 0;
        for (const int block : ties.blocks) {
            int above_ceiling = block;
            int above_floor = block;
            for (const auto& [least, most, floor, ceiling] : shares) {
                above_ceiling =
                    std::min(above_ceiling, over(least + block, std::max(least, ceiling)));
                above_floor =
                    std::min(above_floor, over(least + block, std::clamp(floor, least, most)));
            }
            blocks_above += above_ceiling;
            sum_of_floors += above_floor;
        }
        return {above + std::max(blocks_above, rule.total - sum_of_ceilings),
                below + std::max(std::int64_t{0}, sum_of_floors - rule.total)};
    }

    [[nodiscard]] static int over(int count, int limit) { return std::max(0, count - limit); }

    [[nodiscard]] bool has_no_fixed() const {
        return std::all_of(fixed_in_.begin(), fixed_in_.end(), [](int n) { return n == 0; });
    }

    // Chairs that wishes fill with people of one value are missing for the floors of the others.
    void bound_lack() {
        if (task_.moving_blocks.empty() && has_no_fixed()) return;
        for (std::size_t i = 0; i < results_.size(); ++i) {
            if (problem_.criteria[i].kind != CriterionKind::spread) continue;
            const std::int64_t lack = missing_chairs(task_, static_cast<int>(i)) - below_[i];
            if (lack <= 0) continue;
            results_[i].bound += lack;
            results_[i].reasons.push_back(localized(
                {"Wishes leave too few chairs in a group for its share of everybody else: {}."},
                lack));
        }
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
            result.reasons.push_back(localized({"{} people do not divide evenly into {} groups."},
                                               task_.seating.seat_count, problem_.group_count));
        } else if (result.bound > 1) {
            result.reasons.push_back(
                localized({"Wishes fill one group with {} people and leave {} for another."},
                          *largest, *smallest));
        }
        return result;
    }

    const MixProblem& problem_;
    const RoundTask& task_;
    std::vector<Ties> ties_;        // by value
    std::vector<int> fixed_in_;     // by group
    std::vector<SizeRange> sizes_;  // by group
    std::vector<CriterionResult> results_;
    std::vector<std::int64_t> below_;  // by criterion: what the bounds of its values say
};

}  // namespace

std::vector<CriterionResult> bound_round(const MixProblem& problem, const RoundTask& task) {
    return RoundBounds(problem, task).bound();
}

}  // namespace stormote
