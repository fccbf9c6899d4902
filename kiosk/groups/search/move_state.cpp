#include "kiosk/groups/search/move_state.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace stormote {

namespace {

int cost_of(const ValueRule& rule, int count, int floor, int ceiling) {
    if (rule.kind == CriterionKind::keep_apart) {
        return rule.weight * static_cast<int>(pair_count(count));
    }
    return rule.weight * std::max({0, count - ceiling, floor - count});
}

}  // namespace

MoveState::MoveState(const RoundTask& task, const std::vector<SizeRange>& ranges,
                     std::vector<int> group_of)
    : task_(task),
      seating_(task.seating),
      ranges_(ranges),
      group_of_(std::move(group_of)),
      sizes_(ranges.size()),
      counts_(ranges.size() * seating_.rules.size()),
      floors_(counts_.size()),
      ceilings_(counts_.size()) {
    for (int group = 0; group < group_count(); ++group) {
        for (int value = 1; value < value_count(); ++value) note_range(group, value);
    }
    for (const Standing& person : seating_.standing) ++counts_[cell(person.group, person.value)];
    for (const int person : task.seated) {
        int& group = group_of_[as_index(person)];
        if (group >= group_count()) {
            group = no_group;
            lost_.push_back(person);
        } else {
            change_counts(person, group, 1);
        }
    }
    for (int group = 0; group < group_count(); ++group) loose_cost_ += loose_cost(group);
    note_people();
}

void MoveState::note_range(int group, int value) {
    const ValueRule& rule = seating_.rules[as_index(value)];
    const SizeRange& sizes = ranges_[as_index(group)];
    const int people = seating_.seat_count;
    floors_[cell(group, value)] = share_range(rule.total, sizes.smallest, people).floor;
    ceilings_[cell(group, value)] = share_range(rule.total, sizes.largest, people).ceiling;
}

void MoveState::note_people() {
    people_of_.resize(seating_.rules.size());
    people_of_.front() = task_.seated;
    column_of_.resize(seating_.rules.size());
    spread_gains_.resize(as_index(seating_.column_count));
    for (const int person : task_.seated) {
        for (int column = 0; column < seating_.column_count; ++column) {
            const int value = seating_.value(person, column);
            if (value == 0) continue;
            people_of_[as_index(value)].push_back(person);
            column_of_[as_index(value)] = column;
            const ValueRule& rule = seating_.rules[as_index(value)];
            if (rule.kind == CriterionKind::keep_apart) continue;
            int& gain = spread_gains_[as_index(column)];
            gain = std::max(gain, 2 * rule.weight);
        }
    }
}

void MoveState::change_counts(int person, int group, int by) {
    sizes_[as_index(group)] += by;
    for (int column = 0; column < seating_.column_count; ++column) {
        counts_[cell(group, seating_.value(person, column))] += by;
    }
}

void MoveState::put(int person, int group) {
    const int from = group_of_[as_index(person)];
    for (const int touched : {from, group}) {
        if (touched != no_group) loose_cost_ -= loose_cost(touched);
    }
    if (from != no_group) change_counts(person, from, -1);
    if (group != no_group) change_counts(person, group, 1);
    group_of_[as_index(person)] = group;
    for (const int touched : {from, group}) {
        if (touched != no_group) loose_cost_ += loose_cost(touched);
    }
}

int MoveState::loose_cost(int group, int value) const {
    const std::size_t place = cell(group, value);
    return cost_of(seating_.rules[as_index(value)], counts_[place], floors_[place],
                   ceilings_[place]);
}

std::int64_t MoveState::loose_cost(int group) const {
    std::int64_t cost = 0;
    for (int value = 1; value < value_count(); ++value) cost += loose_cost(group, value);
    return cost;
}

std::int64_t MoveState::exact_cost(int group) const {
    std::int64_t cost = 0;
    for (int value = 1; value < value_count(); ++value) {
        const ValueRule& rule = seating_.rules[as_index(value)];
        const ShareRange range =
            share_range(rule.total, sizes_[as_index(group)], seating_.seat_count);
        cost += cost_of(rule, counts_[cell(group, value)], range.floor, range.ceiling);
    }
    return cost;
}

std::int64_t MoveState::exact_cost() const {
    std::int64_t cost = 0;
    for (int group = 0; group < group_count(); ++group) cost += exact_cost(group);
    return cost;
}

std::int64_t MoveState::extra_cost(int group) const {
    return exact_cost(group) - loose_cost(group);
}

bool MoveState::lacks(int group, int value) const {
    return seating_.rules[as_index(value)].kind == CriterionKind::spread &&
           counts_[cell(group, value)] < floors_[cell(group, value)];
}

// A move changes a count in two groups by one, in every column. What further moves save is not
// more, as a count costs ever less the nearer it is to its share.
std::int64_t MoveState::most_gain() const {
    std::vector<int> gains = spread_gains_;
    for (int value = 1; value < value_count(); ++value) {
        const ValueRule& rule = seating_.rules[as_index(value)];
        if (rule.kind != CriterionKind::keep_apart || people_of(value).empty()) continue;
        int& gain = gains[as_index(column_of_[as_index(value)])];
        for (int group = 0; group < group_count(); ++group) {
            gain = std::max(gain, rule.weight * (counts_[cell(group, value)] - 1));
        }
    }
    return std::accumulate(gains.begin(), gains.end(), std::int64_t{0});
}

int MoveState::misplaced() const {
    int over = 0;
    int under = 0;
    for (std::size_t group = 0; group < sizes_.size(); ++group) {
        over += std::max(0, sizes_[group] - ranges_[group].largest);
        under += std::max(0, ranges_[group].smallest - sizes_[group]);
    }
    return std::max(over, under);
}

int MoveState::wrong_size() const {
    for (int group = 0; group < group_count(); ++group) {
        const bool is_too_small = sizes_[as_index(group)] < ranges_[as_index(group)].smallest;
        if (is_too_small || is_too_large(group)) return group;
    }
    return no_group;
}

}  // namespace stormote
