#include "kiosk/groups/search/round_task.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/sizes.h"

namespace stormote {

namespace {

// A wish is worth more than any criterion that a swap could win.
constexpr int wish_weight = 64;

class TaskMaker {
  public:
    TaskMaker(const MixProblem& problem, int round, const std::vector<int>& sizes_now)
        : problem_(problem), round_(round), sizes_now_(sizes_now) {
        task_.blocks = make_blocks(problem);
        task_.seating.group_count = problem.group_count;
        task_.seating.person_count = problem.person_count();
        task_.group_of.assign(problem.people.size(), no_group);
    }

    RoundTask make() {
        choose_seated();
        place_fixed();
        place_facilitators();
        number_values();
        note_standing();
        choose_sizes();
        note_freedoms();
        return std::move(task_);
    }

  private:
    void choose_seated() {
        for (int person = 0; person < problem_.person_count(); ++person) {
            if (problem_.is_counted(person) && problem_.stays(person, round_)) {
                task_.seated.push_back(person);
            }
        }
        task_.seating.seat_count = static_cast<int>(task_.seated.size());
    }

    void place_fixed() {
        for (const PeopleBlock& block : task_.blocks.blocks) {
            if (!block.groups || block.groups->size() != 1) continue;
            for (const int person : block.people) {
                task_.group_of[as_index(person)] = block.groups->front();
            }
        }
    }

    // Those who are no part of the mix and belong to nobody in it: one a group, as far as they
    // reach.
    void place_facilitators() {
        if (problem_.uncounted.empty()) return;
        std::vector<int> loads(as_index(problem_.group_count));
        for (int person = 0; person < problem_.person_count(); ++person) {
            const int group = task_.group_of[as_index(person)];
            if (!problem_.is_counted(person) && group != no_group) ++loads[as_index(group)];
        }
        for (PeopleBlock& block : task_.blocks.blocks) {
            const bool is_outside =
                std::none_of(block.people.begin(), block.people.end(),
                             [this](int person) { return problem_.is_counted(person); });
            if (!is_outside || task_.group_of[as_index(block.people.front())] != no_group) continue;
            int best = no_group;
            for (int group = 0; group < problem_.group_count; ++group) {
                if (!block.may_sit_in(group)) continue;
                if (best == no_group || loads[as_index(group)] < loads[as_index(best)])
                    best = group;
            }
            loads[as_index(best)] += static_cast<int>(block.people.size());
            block.groups = {best};
            for (const int person : block.people) task_.group_of[as_index(person)] = best;
        }
    }

    // --- Values ---

    int add_value(CriterionKind kind, int weight, int result) {
        task_.seating.rules.push_back({kind, weight, 0, result});
        return static_cast<int>(task_.seating.rules.size()) - 1;
    }

    void number_values() {
        add_value(CriterionKind::spread, 0, -1);
        const std::vector<int> wish_columns = choose_wish_columns();
        const int criteria = static_cast<int>(problem_.criteria.size());
        const int wishes = wish_columns.empty()
                               ? 0
                               : *std::max_element(wish_columns.begin(), wish_columns.end()) + 1;
        task_.seating.column_count = criteria + wishes;
        task_.seating.value_of.assign(problem_.people.size() * as_index(task_.seating.column_count),
                                      0);
        for (int column = 0; column < criteria; ++column) number_criterion(column);
        for (std::size_t i = 0; i < problem_.wishes.size(); ++i) {
            if (wish_columns[i] < 0) continue;
            const int value = add_value(CriterionKind::keep_apart, wish_weight, -1);
            for (const int person : problem_.wishes[i].people) {
                set_value(person, criteria + wish_columns[i], value);
            }
        }
    }

    void set_value(int person, int column, int value) {
        task_.seating.value_of[as_index(person * task_.seating.column_count + column)] = value;
    }

    void number_criterion(int column) {
        const Criterion& criterion = problem_.criteria[as_index(column)];
        std::unordered_map<std::string_view, int> totals;
        for (const int person : task_.seated) ++totals[criterion.values[as_index(person)]];
        std::unordered_map<std::string_view, int> numbers;
        for (const int person : task_.seated) {
            const std::string& text = criterion.values[as_index(person)];
            const int total = totals[text];
            // Who has nobody to be kept apart from costs nothing wherever they sit.
            const bool is_alone = criterion.kind == CriterionKind::keep_apart && total < 2;
            if (text.empty() || is_alone) continue;
            const auto [known, is_new] = numbers.try_emplace(text, 0);
            if (is_new) {
                known->second = add_value(criterion.kind, criterion.weight, column);
                task_.seating.rules.back().total = total;
            }
            set_value(person, column, known->second);
        }
    }

    // Wishes to be apart are columns as well; nobody has two wishes in one column.
    [[nodiscard]] std::vector<int> choose_wish_columns() const {
        std::vector<int> columns(problem_.wishes.size(), -1);
        std::vector<std::vector<std::uint8_t>> used(problem_.people.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Wish& wish = problem_.wishes[i];
            if (wish.kind != WishKind::apart) continue;
            const auto is_used = [&](int column) {
                return std::any_of(wish.people.begin(), wish.people.end(), [&](int person) {
                    const auto& row = used[as_index(person)];
                    return as_index(column) < row.size() && row[as_index(column)] != 0;
                });
            };
            int column = 0;
            while (is_used(column)) ++column;
            columns[i] = column;
            for (const int person : wish.people) {
                auto& row = used[as_index(person)];
                row.resize(std::max(row.size(), as_index(column) + 1));
                row[as_index(column)] = 1;
            }
        }
        return columns;
    }

    // Whoever sits in a group without a seat in the mix keeps others out by a wish.
    void note_standing() {
        for (int person = 0; person < problem_.person_count(); ++person) {
            const int group = task_.group_of[as_index(person)];
            if (problem_.is_counted(person) || group == no_group) continue;
            for (int column = static_cast<int>(problem_.criteria.size());
                 column < task_.seating.column_count; ++column) {
                const int value = task_.seating.value(person, column);
                if (value != 0) task_.seating.standing.push_back({group, value});
            }
        }
    }

    // --- Sizes ---

    [[nodiscard]] bool is_seated(int person) const {
        return problem_.is_counted(person) && problem_.stays(person, round_);
    }

    [[nodiscard]] int seated_in(const PeopleBlock& block) const {
        return static_cast<int>(std::count_if(block.people.begin(), block.people.end(),
                                              [this](int person) { return is_seated(person); }));
    }

    [[nodiscard]] std::vector<int> capacities() const {
        std::vector<int> most(as_index(problem_.group_count), task_.seating.seat_count);
        for (const Wish& wish : problem_.wishes) {
            if (wish.kind != WishKind::capacity) continue;
            for (const int group : wish.groups) {
                most[as_index(group)] = std::min(most[as_index(group)], wish.capacity);
            }
        }
        // Too few chairs for everybody are a broken wish, never somebody without a group.
        if (std::accumulate(most.begin(), most.end(), 0) < task_.seating.seat_count) {
            most.assign(most.size(), task_.seating.seat_count);
        }
        return most;
    }

    void choose_sizes() {
        std::vector<int> most = capacities();
        std::vector<int> loads(most.size());
        std::vector<int> sizes_of_blocks;
        for (const PeopleBlock& block : task_.blocks.blocks) {
            const int size = seated_in(block);
            if (block.groups && block.groups->size() == 1) {
                loads[as_index(block.groups->front())] += size;
            } else if (size > 1) {
                sizes_of_blocks.push_back(size);
            }
        }
        for (std::size_t group = 0; group < most.size(); ++group) {
            most[group] = std::max(most[group], loads[group]);
        }
        // A block that fits nowhere makes the emptiest group larger.
        std::sort(sizes_of_blocks.rbegin(), sizes_of_blocks.rend());
        for (const int size : sizes_of_blocks) {
            const auto emptiest = std::min_element(loads.begin(), loads.end());
            *emptiest += size;
            auto& limit = most[as_index(static_cast<int>(emptiest - loads.begin()))];
            limit = std::max(limit, *emptiest);
        }
        task_.sizes = even_sizes(task_.seating.seat_count, loads, most, sizes_now_);
        for (int group = 0; group < problem_.group_count; ++group) {
            task_.seating.group_of_seat.insert(task_.seating.group_of_seat.end(),
                                               as_index(task_.sizes[as_index(group)]), group);
        }
    }

    void note_freedoms() {
        task_.freedoms.assign(problem_.people.size(), Freedom::free);
        for (std::size_t i = 0; i < task_.blocks.blocks.size(); ++i) {
            const PeopleBlock& block = task_.blocks.blocks[i];
            const bool is_fixed = block.groups && block.groups->size() == 1;
            const bool is_large = seated_in(block) > 1;
            Freedom freedom = Freedom::free;
            if (is_fixed) {
                freedom = Freedom::fixed;
            } else if (is_large) {
                freedom = Freedom::bound;
                task_.moving_blocks.push_back(static_cast<int>(i));
            } else if (block.groups) {
                freedom = Freedom::restricted;
            }
            for (const int person : block.people) task_.freedoms[as_index(person)] = freedom;
        }
    }

    const MixProblem& problem_;
    int round_;
    const std::vector<int>& sizes_now_;
    RoundTask task_;
};

}  // namespace

RoundTask make_round_task(const MixProblem& problem, int round, const std::vector<int>& sizes_now) {
    return TaskMaker(problem, round, sizes_now).make();
}

}  // namespace stormote
