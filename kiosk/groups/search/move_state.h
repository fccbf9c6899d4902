// Move state: where everybody sits while single people are moved, and what that costs, group by
// group; sizes may differ meanwhile. Pure; keeps references to its task and ranges.
//
// The loose cost of a group is the least that it has by any size in its range; the exact cost is by
// the size that it has.
#pragma once

#include <vector>

#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/round_task.h"
#include "kiosk/groups/search/sizes.h"

namespace stormote {

class MoveState {
  public:
    // Whoever sits in a group beyond the ranges has none: they are the lost.
    MoveState(const RoundTask& task, const std::vector<SizeRange>& ranges,
              std::vector<int> group_of);

    [[nodiscard]] int group_count() const { return static_cast<int>(ranges_.size()); }
    [[nodiscard]] int value_count() const { return static_cast<int>(seating_.rules.size()); }
    [[nodiscard]] std::size_t cell_count() const { return counts_.size(); }
    [[nodiscard]] std::size_t cell(int group, int value) const {
        return as_index(group) * seating_.rules.size() + as_index(value);
    }
    [[nodiscard]] const std::vector<int>& group_of() const { return group_of_; }
    [[nodiscard]] int group_of(int person) const { return group_of_[as_index(person)]; }
    [[nodiscard]] const std::vector<int>& lost() const { return lost_; }
    // Of one value; of 0, everybody.
    [[nodiscard]] const std::vector<int>& people_of(int value) const {
        return people_of_[as_index(value)];
    }

    // From where they are, which may be no group, to there, which may be none.
    void put(int person, int group);

    [[nodiscard]] std::int64_t loose_cost() const { return loose_cost_; }
    [[nodiscard]] int loose_cost(int group, int value) const;
    [[nodiscard]] std::int64_t exact_cost() const;
    // By how much a group's exact cost is above its loose one.
    [[nodiscard]] std::int64_t extra_cost(int group) const;
    // Too few of a value; else too many, where it costs.
    [[nodiscard]] bool lacks(int group, int value) const;
    // What a move can save at most, and every further one.
    [[nodiscard]] std::int64_t most_gain() const;

    // So many have to leave groups that are too large, or come into those that are too small.
    [[nodiscard]] int misplaced() const;
    // The first group of a wrong size, or no_group; and whether it is too large.
    [[nodiscard]] int wrong_size() const;
    [[nodiscard]] bool is_too_large(int group) const {
        return sizes_[as_index(group)] > ranges_[as_index(group)].largest;
    }

  private:
    void note_range(int group, int value);
    void note_people();
    void change_counts(int person, int group, int by);
    [[nodiscard]] std::int64_t loose_cost(int group) const;
    [[nodiscard]] std::int64_t exact_cost(int group) const;

    const RoundTask& task_;
    const SeatingTask& seating_;
    const std::vector<SizeRange>& ranges_;
    std::vector<int> group_of_;
    std::vector<int> lost_;
    std::vector<int> sizes_;
    std::vector<int> counts_;    // by group and value
    std::vector<int> floors_;    // the same: the least by any size
    std::vector<int> ceilings_;  // the greatest
    std::int64_t loose_cost_ = 0;
    std::vector<std::vector<int>> people_of_;  // by value
    std::vector<int> column_of_;               // by value
    std::vector<int> spread_gains_;            // by column: what a move can save
};

}  // namespace stormote
