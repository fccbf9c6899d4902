#include "kiosk/groups/search/seating.h"

#include <algorithm>
#include <cassert>

namespace stormote {

namespace {

int pairs(int count) {
    return count * (count - 1) / 2;
}

// Without the rule's weight.
int cost_of(const ValueRule& rule, int count, ShareRange range) {
    if (rule.kind == CriterionKind::keep_apart) return pairs(count);
    return std::max({0, count - range.ceiling, range.floor - count});
}

}  // namespace

ShareRange share_range(int total, int group_size, int people) {
    if (people == 0) return {};
    const std::int64_t share = std::int64_t{total} * group_size;
    return {static_cast<int>(share / people), static_cast<int>((share + people - 1) / people)};
}

Seating::Seating(const SeatingTask& task, std::vector<int> people)
    : task_(&task), person_at_(std::move(people)) {
    assert(person_at_.size() == static_cast<std::size_t>(task.seat_count));
    seat_of_.assign(static_cast<std::size_t>(task.person_count), -1);
    for (int seat = 0; seat < task.seat_count; ++seat) {
        seat_of_[static_cast<std::size_t>(person_at(seat))] = seat;
    }
    const auto groups = as_index(task.layer_count) * as_index(task.group_count);
    seats_of_.resize(groups);
    for (int layer = 0; layer < task.layer_count; ++layer) {
        for (int seat = 0; seat < task.seat_count; ++seat) {
            const int group = layer * task.group_count + task.group(layer, seat);
            seats_of_[static_cast<std::size_t>(group)].push_back(seat);
        }
    }
    counts_.resize(groups * task.rules.size());
    margins_.resize(counts_.size());
    group_costs_.resize(groups);
    place_in_costly_.assign(groups, -1);
    prepare_ranges();
    note_first_cells();
    count_everybody();
}

void Seating::note_first_cells() {
    is_counted_by_values_ = task_->met.is_of_nobody() && task_->home.empty();
    if (!is_counted_by_values_) return;
    for (int seat = 0; seat < task_->seat_count; ++seat) {
        for (int layer = 0; layer < task_->layer_count; ++layer) {
            const int group = layer * task_->group_count + task_->group(layer, seat);
            first_cells_.push_back(static_cast<std::uint32_t>(cell(group, 0)));
        }
    }
}

void Seating::prepare_ranges() {
    std::vector<int> known;
    for (const auto& seats : seats_of_) {
        const auto size = static_cast<int>(seats.size());
        auto found = std::find(known.begin(), known.end(), size);
        size_class_.push_back(static_cast<int>(found - known.begin()));
        if (found != known.end()) continue;
        known.push_back(size);
        for (const ValueRule& rule : task_->rules) {
            ranges_.push_back(share_range(rule.total, size, task_->seat_count));
        }
    }
}

void Seating::count_everybody() {
    const SeatingTask& task = *task_;
    for (std::size_t group = 0; group < seats_of_.size(); ++group) {
        for (const int seat : seats_of_[group]) {
            for (int column = 0; column < task.column_count; ++column) {
                ++counts_[cell(static_cast<int>(group), task.value(person_at(seat), column))];
            }
        }
    }
    for (const Standing& person : task.standing) ++counts_[cell(person.group, person.value)];
    for (int group = 0; group < task.layer_count * task.group_count; ++group) {
        int group_cost = 0;
        for (int value = 0; value < static_cast<int>(task.rules.size()); ++value) {
            set_margin(group, value);
            const ValueRule& rule = task.rules[static_cast<std::size_t>(value)];
            group_cost +=
                rule.weight * cost_of(rule, counts_[cell(group, value)], range(group, value));
        }
        if (!task.met.is_of_nobody()) {
            int met = 0;
            for (const int seat : seats_of(group)) met += met_change(seat, person_at(seat));
            group_cost += met / 2;
        }
        for (const int seat : seats_of(group)) {
            if (!task.home.empty()) group_cost += move_cost(person_at(seat), group);
        }
        change_group_cost(group, group_cost);
    }
}

void Seating::set_margin(int layer_group, int value) {
    const ValueRule& rule = task_->rules[static_cast<std::size_t>(value)];
    const std::size_t place = cell(layer_group, value);
    const int count = counts_[place];
    Margin& margin = margins_[place];
    if (rule.kind == CriterionKind::keep_apart) {
        margin = {rule.weight * count, rule.weight * (count - 1)};
        return;
    }
    const auto [floor, ceiling] = range(layer_group, value);
    margin.add = rule.weight * ((count >= ceiling ? 1 : 0) - (count < floor ? 1 : 0));
    margin.save = rule.weight * ((count > ceiling ? 1 : 0) - (count <= floor ? 1 : 0));
}

ShareRange Seating::range(int layer_group, int value) const {
    const auto size_class =
        static_cast<std::size_t>(size_class_[static_cast<std::size_t>(layer_group)]);
    return ranges_[size_class * task_->rules.size() + static_cast<std::size_t>(value)];
}

std::vector<std::int64_t> Seating::values(int result_count) const {
    std::vector<std::int64_t> values(static_cast<std::size_t>(result_count));
    for (int group = 0; group < static_cast<int>(seats_of_.size()); ++group) {
        for (int value = 0; value < static_cast<int>(task_->rules.size()); ++value) {
            const ValueRule& rule = task_->rules[static_cast<std::size_t>(value)];
            if (rule.result < 0) continue;
            values[static_cast<std::size_t>(rule.result)] +=
                cost_of(rule, counts_[cell(group, value)], range(group, value));
        }
    }
    return values;
}

void Seating::change_count(int layer_group, int value, int by) {
    counts_[cell(layer_group, value)] += by;
    set_margin(layer_group, value);
}

void Seating::change_group_cost(int layer_group, int by) {
    const auto group = static_cast<std::size_t>(layer_group);
    cost_ += by;
    group_costs_[group] += by;
    int& place = place_in_costly_[group];
    if (group_costs_[group] > 0 && place < 0) {
        place = static_cast<int>(costly_.size());
        costly_.push_back(layer_group);
    } else if (group_costs_[group] == 0 && place >= 0) {
        const int last = costly_.back();
        costly_[static_cast<std::size_t>(place)] = last;
        place_in_costly_[static_cast<std::size_t>(last)] = place;
        costly_.pop_back();
        place = -1;
    }
}

// What a person costs by whom they met before, on the seat of somebody who leaves it.
int Seating::met_change(int seat, int newcomer) const {
    const int met = task_->met.count_pairs(newcomer, [&](auto pairs_with) {
        int pairs = 0;
        for (const int other : seats_of(task_->group(0, seat))) {
            if (other != seat) pairs += pairs_with(person_at(other));
        }
        return pairs;
    });
    return task_->met_weight * met;
}

int Seating::move_cost(int person, int group) const {
    return task_->home[static_cast<std::size_t>(person)] == group ? 0 : task_->home_weight;
}

Seating::GroupChange Seating::layer_change(int layer, int left, int right) const {
    const int left_group = layer * task_->group_count + task_->group(layer, left);
    const int right_group = layer * task_->group_count + task_->group(layer, right);
    GroupChange change;
    if (left_group == right_group) return change;
    const Margin *left_margins = margins_.data() + cell(left_group, 0);
    const Margin *right_margins = margins_.data() + cell(right_group, 0);
    const int *left_values = task_->values(person_at(left));
    const int *right_values = task_->values(person_at(right));
    for (int column = 0; column < task_->column_count; ++column) {
        const int leaving = left_values[column];
        const int coming = right_values[column];
        if (leaving == coming) continue;
        change.left += left_margins[coming].add - left_margins[leaving].save;
        change.right += right_margins[leaving].add - right_margins[coming].save;
    }
    if (!task_->met.is_of_nobody()) {
        const int leaver = person_at(left);
        const int comer = person_at(right);
        change.left += met_change(left, comer) - met_change(left, leaver);
        change.right += met_change(right, leaver) - met_change(right, comer);
    }
    if (!task_->home.empty()) {
        change.left +=
            move_cost(person_at(right), left_group) - move_cost(person_at(left), left_group);
        change.right +=
            move_cost(person_at(left), right_group) - move_cost(person_at(right), right_group);
    }
    return change;
}

int Seating::swap_change(int left, int right) const {
    if (is_counted_by_values_) return value_change(left, right);
    int change = 0;
    for (int layer = 0; layer < task_->layer_count; ++layer) {
        const GroupChange groups = layer_change(layer, left, right);
        change += groups.left + groups.right;
    }
    return change;
}

// As the sum of the layers' changes, where nothing counts but values. The search spends most of its
// time here, so that it looks up a seat's groups once and does without a branch on them.
int Seating::value_change(int left, int right) const {
    const int layers = task_->layer_count;
    const std::uint32_t *left_cells = first_cells_.data() + as_index(left) * as_index(layers);
    const std::uint32_t *right_cells = first_cells_.data() + as_index(right) * as_index(layers);
    const int *left_values = task_->values(person_at(left));
    const int *right_values = task_->values(person_at(right));
    int change = 0;
    for (int column = 0; column < task_->column_count; ++column) {
        const int leaving = left_values[column];
        const int coming = right_values[column];
        if (leaving == coming) continue;
        const Margin *of_leaving = margins_.data() + leaving;
        const Margin *of_coming = margins_.data() + coming;
        for (int layer = 0; layer < layers; ++layer) {
            const std::uint32_t from = left_cells[layer];
            const std::uint32_t to = right_cells[layer];
            const int in_layer = of_coming[from].add - of_leaving[from].save + of_leaving[to].add -
                                 of_coming[to].save;
            change += from == to ? 0 : in_layer;
        }
    }
    return change;
}

void Seating::swap(int left, int right) {
    const SeatingTask& task = *task_;
    for (int layer = 0; layer < task.layer_count; ++layer) {
        const int left_group = layer * task.group_count + task.group(layer, left);
        const int right_group = layer * task.group_count + task.group(layer, right);
        if (left_group == right_group) continue;
        const GroupChange change = layer_change(layer, left, right);
        change_group_cost(left_group, change.left);
        change_group_cost(right_group, change.right);
        for (int column = 0; column < task.column_count; ++column) {
            const int leaving = task.value(person_at(left), column);
            const int coming = task.value(person_at(right), column);
            if (leaving == coming) continue;
            change_count(left_group, leaving, -1);
            change_count(left_group, coming, 1);
            change_count(right_group, coming, -1);
            change_count(right_group, leaving, 1);
        }
    }
    std::swap(person_at_[static_cast<std::size_t>(left)],
              person_at_[static_cast<std::size_t>(right)]);
    seat_of_[static_cast<std::size_t>(person_at(left))] = left;
    seat_of_[static_cast<std::size_t>(person_at(right))] = right;
}

}  // namespace stormote
