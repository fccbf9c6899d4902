// Seating: who sits on which chair, what it costs, and what a swap of two people would change, in
// constant time. One thread; keeps a reference to its task.
//
// Every chair belongs to one group a layer. An ordinary round has one layer; a design of several
// rounds (see round_design.h) has one a round, and a swap counts in all of them.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/groups/problem/mix_problem.h"
#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/pair_set.h"

namespace stormote {

// What the people of one value cost: of an organisation, a sector, a wish to be apart.
struct ValueRule {
    CriterionKind kind = CriterionKind::spread;
    int weight = 0;
    int total = 0;   // of those who sit
    int result = 0;  // the criterion that it belongs to; -1: a wish
};

// Somebody who sits in a group without being part of the mix, and is yet to be kept apart from.
struct Standing {
    int group = 0;
    int value = 0;
};

struct SeatingTask {
    int group_count = 1;
    int layer_count = 1;
    int seat_count = 0;
    int column_count = 0;
    std::vector<int> value_of;       // by person and column; value 0 costs nothing
    std::vector<ValueRule> rules;    // by value
    std::vector<int> group_of_seat;  // by layer and seat
    std::vector<Standing> standing;
    PairSet met;  // who met before; of nobody: nobody did
    int met_weight = 1;
    std::vector<int>
        home;  // by person: the group that it costs something to be moved from; or empty
    int home_weight = 1;
    int person_count = 0;

    [[nodiscard]] int value(int person, int column) const {
        return value_of[as_index(person) * as_index(column_count) + as_index(column)];
    }
    // One a column.
    [[nodiscard]] const int *values(int person) const {
        return value_of.data() + as_index(person) * as_index(column_count);
    }
    [[nodiscard]] int group(int layer, int seat) const {
        return group_of_seat[as_index(layer) * as_index(seat_count) + as_index(seat)];
    }
};

// Floor and ceiling of a value's share of a group; in whole numbers, exact.
struct ShareRange {
    int floor = 0;
    int ceiling = 0;
};
[[nodiscard]] ShareRange share_range(int total, int group_size, int people);

class Seating {
  public:
    Seating(const SeatingTask& task, std::vector<int> people);

    [[nodiscard]] const SeatingTask& task() const { return *task_; }
    [[nodiscard]] int person_at(int seat) const {
        return person_at_[static_cast<std::size_t>(seat)];
    }
    // -1: nowhere.
    [[nodiscard]] int seat_of(int person) const {
        return seat_of_[static_cast<std::size_t>(person)];
    }
    [[nodiscard]] std::int64_t cost() const { return cost_; }
    // The seats of a group; groups of the second layer follow those of the first.
    [[nodiscard]] const std::vector<int>& seats_of(int layer_group) const {
        return seats_of_[static_cast<std::size_t>(layer_group)];
    }
    // Groups that cost something, in no order.
    [[nodiscard]] const std::vector<int>& costly_groups() const { return costly_; }
    [[nodiscard]] std::int64_t group_cost(int layer_group) const {
        return group_costs_[static_cast<std::size_t>(layer_group)];
    }

    // What each result costs without its weight; wishes aside.
    [[nodiscard]] std::vector<std::int64_t> values(int result_count) const;

    // What the cost grows by when the people of two seats swap.
    [[nodiscard]] int swap_change(int left, int right) const;
    void swap(int left, int right);

  private:
    // What one more person of a value would add to a group, and what one fewer would save.
    struct Margin {
        int add = 0;
        int save = 0;
    };
    struct GroupChange {
        int left = 0;
        int right = 0;
    };
    [[nodiscard]] std::size_t cell(int layer_group, int value) const {
        return static_cast<std::size_t>(layer_group) * task_->rules.size() +
               static_cast<std::size_t>(value);
    }
    [[nodiscard]] ShareRange range(int layer_group, int value) const;
    [[nodiscard]] GroupChange layer_change(int layer, int left, int right) const;
    [[nodiscard]] int value_change(int left, int right) const;
    [[nodiscard]] int met_change(int seat, int newcomer) const;
    [[nodiscard]] int move_cost(int person, int group) const;
    void count_everybody();
    void prepare_ranges();
    void note_first_cells();
    void set_margin(int layer_group, int value);
    void change_count(int layer_group, int value, int by);
    void change_group_cost(int layer_group, int by);

    const SeatingTask *task_;
    std::vector<int> person_at_;
    std::vector<int> seat_of_;  // by person
    std::vector<std::vector<int>> seats_of_;
    std::vector<int> size_class_;             // by layer and group
    std::vector<ShareRange> ranges_;          // by size class and value
    bool is_counted_by_values_ = false;       // met and home are empty
    std::vector<std::uint32_t> first_cells_;  // by seat and layer: of its group, then
    std::vector<int> counts_;
    std::vector<Margin> margins_;
    std::vector<std::int64_t> group_costs_;
    std::vector<int> costly_;
    std::vector<int> place_in_costly_;  // -1: costs nothing
    std::int64_t cost_ = 0;
};

}  // namespace stormote
