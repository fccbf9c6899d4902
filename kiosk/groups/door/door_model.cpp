#include "kiosk/groups/door/door_model.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>

#include "kiosk/groups/search/seating.h"

namespace stormote {

namespace {

// So many of a hundred who are planned come for sure; the evenings measured had up to 28 no-shows.
constexpr int sure_per_cent = 72;
// Shares are counted in parts of a person; squares of them in parts of one squared.
constexpr std::int64_t share_unit = 1024;
constexpr std::int64_t square_unit = share_unit * share_unit;
// Beside the squares of the distances from the shares: one person beyond a share costs more than a
// whole person's distance, a pair of one organisation more than all shares together.
constexpr std::int64_t excess_cost = 3 * square_unit / 2;
constexpr std::int64_t pair_cost = 4 * square_unit;

}  // namespace

DoorModel::DoorModel(const LiveSeating& room, int newcomer)
    : group_count_(room.problem.group_count) {
    count_people(room, newcomer);
    for (const Criterion& criterion : room.problem.criteria) add_column(room, criterion);
    add_seat_rules(room.problem);
}

void DoorModel::count_people(const LiveSeating& room, int newcomer) {
    for (int person = 0; person < room.problem.person_count(); ++person) {
        if (!room.problem.is_counted(person)) continue;
        const bool is_planned = room.planned[as_index(person)] != no_group;
        const bool is_here = person == newcomer || room.seated[as_index(person)] != no_group;
        if (is_planned) ++planned_count_;
        if (is_here) ++here_count_;
        if (is_here && is_planned) ++planned_here_count_;
        if (!is_here && room.is_expected[as_index(person)] != 0) expected_.push_back(person);
        if (is_here || room.is_expected[as_index(person)] != 0) known_.push_back(person);
    }
}

void DoorModel::add_column(const LiveSeating& room, const Criterion& criterion) {
    Column column{criterion.kind, criterion.weight, 0, {}};
    column.value_of.assign(room.problem.people.size(), -1);
    const auto first = values_.size();
    const auto column_number = static_cast<int>(columns_.size());
    std::unordered_map<std::string_view, int> numbers;
    for (const int person : known_) {
        const std::string& text = criterion.values[as_index(person)];
        if (text.empty()) continue;
        const int number =
            numbers.emplace(text, static_cast<int>(first + numbers.size())).first->second;
        column.value_of[as_index(person)] = number;
        totals_.resize(std::max(totals_.size(), as_index(number) + 1));
        ++totals_[as_index(number)];
    }
    const auto all = static_cast<int>(known_.size());
    const int final_size = (here_count_ + sure_to_come(planned_here_count_)) / group_count_ + 1;
    for (auto value = first; value < totals_.size(); ++value) {
        const std::int64_t share = share_unit * totals_[value] / all;
        values_.push_back({column_number, share,
                           share_range(totals_[value], std::min(final_size, all), all).ceiling});
        column.squared_shares += share * share;
    }
    columns_.push_back(std::move(column));
}

void DoorModel::add_seat_rules(const MixProblem& problem) {
    capacities_.assign(as_index(group_count_), std::numeric_limits<int>::max());
    fixed_.assign(problem.people.size(), no_group);
    for (const Wish& wish : problem.wishes) {
        if (wish.kind == WishKind::capacity) {
            for (const int group : wish.groups) {
                int& capacity = capacities_[as_index(group)];
                capacity = std::min(capacity, wish.capacity);
            }
        }
        if (wish.kind == WishKind::in_group && wish.groups.size() == 1) {
            for (const int person : wish.people) fixed_[as_index(person)] = wish.groups.front();
        }
    }
}

int DoorModel::sure_to_come(int planned_here) const {
    const int missing = planned_here_count_ + static_cast<int>(expected_.size()) - planned_here;
    return std::clamp(planned_count_ * sure_per_cent / 100 - planned_here, 0, std::max(0, missing));
}

void DoorModel::count(const DoorGuest& guest, int by, std::vector<int>& totals) const {
    for (const Column& column : columns_) {
        const int value = column.value_of[as_index(guest.person)];
        const bool is_alone = guest.is_stranger && column.kind == CriterionKind::keep_apart;
        if (value >= 0 && !is_alone) totals[as_index(value)] += by;
    }
}

DoorSeats::DoorSeats(const DoorModel& model) : model_(&model) {
    loads_.resize(as_index(model.group_count()));
    base_costs_.resize(loads_.size());
    counts_.resize(loads_.size() * as_index(model.value_count()));
}

DoorSeats::DoorSeats(const DoorModel& model, const LiveSeating& room) : DoorSeats(model) {
    for (const int person : model.known()) {
        const int group = room.seated[as_index(person)];
        if (group != no_group) add({person, false}, group);
    }
}

// A count c of a value whose share of a seat is r stands c - r*s from its share of s seats. With
// one guest more, the sum of the squares of all values of a column grows by
//   sum(r^2) - 2 * sum((c - r*s) * r)  +  1 - 2*r + 2 * (c - r*s)  [of the guest's own value],
// whose first two terms are the same for every guest. They are kept by group and changed as it
// grows.
void DoorSeats::add(const DoorGuest& guest, int group) {
    ++loads_[as_index(group)];
    std::int64_t& base_cost = base_costs_[as_index(group)];
    for (const DoorModel::Column& column : model_->columns_) {
        const bool is_apart = column.kind == CriterionKind::keep_apart;
        if (!is_apart) base_cost += 2 * column.weight * column.squared_shares;
        const int value = column.value_of[as_index(guest.person)];
        if (value < 0 || (is_apart && guest.is_stranger)) continue;
        ++counts_[as_index(value) * loads_.size() + as_index(group)];
        if (!is_apart) {
            base_cost -= 2 * column.weight * share_unit * model_->values_[as_index(value)].share;
        }
    }
}

int DoorSeats::open_load(int sure_to_come) const {
    const auto [smallest, largest] = std::minmax_element(loads_.begin(), loads_.end());
    int missing = 0;
    for (const int load : loads_)
        missing += std::max(0, std::max(*largest, *smallest + 2) - 1 - load);
    return *smallest + (missing <= sure_to_come ? 1 : 0);
}

void DoorSeats::find_open_groups(int sure_to_come, std::vector<int>& groups) const {
    groups.clear();
    const int most = open_load(sure_to_come);
    for (int group = 0; group < model_->group_count(); ++group) {
        if (load(group) <= most) groups.push_back(group);
    }
}

void DoorSeats::find_costs(const DoorGuest& guest, std::vector<std::int64_t>& costs) const {
    costs = base_costs_;
    for (const DoorModel::Column& column : model_->columns_) {
        const int value = column.value_of[as_index(guest.person)];
        const bool is_apart = column.kind == CriterionKind::keep_apart;
        if (value < 0 || (is_apart && guest.is_stranger)) continue;
        const std::uint16_t *counts = counts_.data() + as_index(value) * loads_.size();
        if (is_apart) {
            for (std::size_t group = 0; group < costs.size(); ++group) {
                costs[group] += column.weight * pair_cost * counts[group];
            }
            continue;
        }
        const auto& [number, share, ceiling] = model_->values_[as_index(value)];
        for (std::size_t group = 0; group < costs.size(); ++group) {
            const std::int64_t distance = counts[group] * share_unit - loads_[group] * share;
            costs[group] += column.weight * (2 * share_unit * distance +
                                             (counts[group] >= ceiling ? excess_cost : 0));
        }
    }
}

int DoorSeats::choose(const DoorGuest& guest, int sure_to_come) {
    const int fixed = guest.is_stranger ? no_group : model_->fixed_[as_index(guest.person)];
    if (fixed != no_group) return fixed;
    find_costs(guest, costs_);
    const int most = open_load(sure_to_come);
    int best = no_group;
    for (int group = 0; group < model_->group_count(); ++group) {
        if (load(group) > most || load(group) >= model_->capacities_[as_index(group)]) continue;
        if (best == no_group || costs_[as_index(group)] < costs_[as_index(best)]) best = group;
    }
    if (best != no_group) return best;
    // All that are small enough are full: the cheapest of all groups.
    return static_cast<int>(std::min_element(costs_.begin(), costs_.end()) - costs_.begin());
}

std::int64_t DoorSeats::final_cost(const std::vector<int>& totals, int people) const {
    std::int64_t cost = 0;
    for (std::size_t value = 0; value < totals.size(); ++value) {
        const DoorModel::Column& column = model_->columns_[as_index(model_->values_[value].column)];
        const std::uint16_t *counts = counts_.data() + value * loads_.size();
        std::int64_t found = 0;
        if (column.kind == CriterionKind::keep_apart) {
            for (std::size_t i = 0; i < loads_.size(); ++i) found += pair_count(counts[i]);
        } else {
            ShareRange range;
            int size = -1;
            for (std::size_t i = 0; i < loads_.size(); ++i) {
                if (loads_[i] != size) {
                    size = loads_[i];
                    range = share_range(totals[value], size, people);
                }
                found += std::max({0, counts[i] - range.ceiling, range.floor - counts[i]});
            }
        }
        cost += column.weight * found;
    }
    return cost;
}

}  // namespace stormote
