// Door model: an evening at the door in plain numbers, small enough that its rest can be played
// thousands of times while somebody waits for an answer. Pure, whole numbers only, so that every
// machine gives the same answer; part of live placing. One thread.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/groups/door/live.h"
#include "kiosk/groups/search/counting.h"

namespace stormote {

// Somebody who comes. A stranger has the values of somebody known, but an organisation of their
// own.
struct DoorGuest {
    int person = 0;
    bool is_stranger = false;
};

// What does not change while the rest of an evening is played.
class DoorModel {
  public:
    DoorModel(const LiveSeating& room, int newcomer);

    [[nodiscard]] int group_count() const { return group_count_; }
    [[nodiscard]] int value_count() const { return static_cast<int>(totals_.size()); }
    // Counted people: those here with the newcomer, those of them who are in the plan, all planned.
    [[nodiscard]] int here_count() const { return here_count_; }
    [[nodiscard]] int planned_here_count() const { return planned_here_count_; }
    [[nodiscard]] int planned_count() const { return planned_count_; }
    // Not here, and may yet come.
    [[nodiscard]] const std::vector<int>& expected() const { return expected_; }
    // Here or expected: whom a walk-in may resemble.
    [[nodiscard]] const std::vector<int>& known() const { return known_; }
    // How many of those expected come for sure, once so many of those planned are here.
    [[nodiscard]] int sure_to_come(int planned_here) const;
    // By value: how many of those here and expected have it.
    [[nodiscard]] const std::vector<int>& totals() const { return totals_; }
    // Adds the guest's values to counts by value.
    void count(const DoorGuest& guest, int by, std::vector<int>& totals) const;

  private:
    friend class DoorSeats;

    struct Column {
        CriterionKind kind = CriterionKind::spread;
        std::int64_t weight = 1;
        std::int64_t squared_shares = 0;
        std::vector<int> value_of;  // by person; -1: not given
    };
    struct Value {
        int column = 0;
        std::int64_t share = 0;  // of one seat, in units of share_unit
        int ceiling = 0;         // of its share of a group as large as groups become
    };
    void count_people(const LiveSeating& room, int newcomer);
    void add_column(const LiveSeating& room, const Criterion& criterion);
    void add_seat_rules(const MixProblem& problem);

    int group_count_ = 1;
    int here_count_ = 0;
    int planned_here_count_ = 0;
    int planned_count_ = 0;
    std::vector<int> expected_;
    std::vector<int> known_;
    std::vector<Column> columns_;
    std::vector<Value> values_;
    std::vector<int> totals_;
    std::vector<int> capacities_;  // by group
    std::vector<int> fixed_;       // by person; no_group: anywhere
};

// Who sits where, and which group is next. The model must outlive it.
class DoorSeats {
  public:
    explicit DoorSeats(const DoorModel& model);
    // As the room is.
    DoorSeats(const DoorModel& model, const LiveSeating& room);

    void add(const DoorGuest& guest, int group);
    // The smallest groups, and those one larger while so many who come for sure can still even the
    // others out.
    void find_open_groups(int sure_to_come, std::vector<int>& groups) const;
    // By group: what the guest adds to it, less what is the same for all groups.
    void find_costs(const DoorGuest& guest, std::vector<std::int64_t>& costs) const;
    // The cheapest open group, the first among equals.
    [[nodiscard]] int choose(const DoorGuest& guest, int sure_to_come);

    [[nodiscard]] int load(int group) const { return loads_[as_index(group)]; }
    // What the evening would cost if it ended so: weighted pairs, and people beyond their shares.
    [[nodiscard]] std::int64_t final_cost(const std::vector<int>& totals, int people) const;

  private:
    [[nodiscard]] int open_load(int sure_to_come) const;

    const DoorModel *model_;
    std::vector<int> loads_;
    std::vector<std::int64_t> base_costs_;  // by group, of any guest
    std::vector<std::uint16_t> counts_;     // by value and group
    std::vector<std::int64_t> costs_;       // by group: room for choose
};

}  // namespace stormote
