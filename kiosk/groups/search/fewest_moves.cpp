#include "kiosk/groups/search/fewest_moves.h"

#include <algorithm>

#include "kiosk/groups/search/move_state.h"

namespace stormote {

namespace {

struct Change {
    int person = 0;
    int to = 0;
};

class MoveSearch {
  public:
    MoveSearch(const RoundTask& task, const std::vector<SizeRange>& ranges,
               const std::vector<int>& group_of, std::int64_t steps)
        : task_(task),
          state_(task, ranges, group_of),
          lost_(state_.lost()),
          frozen_(ranges.size()),
          moved_(group_of.size()),
          accepted_(state_.cell_count()),
          forbidden_(group_of.size() * ranges.size()),
          steps_left_(steps) {}

    // Whether so many moves are enough. False where the steps did not reach, too: see is_cut_short.
    [[nodiscard]] bool reach(std::int64_t goal, int moves) {
        goal_ = goal;
        return style(moves);
    }
    [[nodiscard]] bool is_cut_short() const { return steps_left_ < 0; }
    [[nodiscard]] const std::vector<int>& group_of() const { return state_.group_of(); }

    // By itself: people without a group, groups that are too large or too small, and what a move
    // can save at most.
    [[nodiscard]] int least(std::int64_t goal) const {
        const auto lost = static_cast<int>(lost_.size());
        const int moves = std::max(lost, state_.misplaced());
        const std::int64_t excess = state_.loose_cost() - goal;
        const std::int64_t gain = state_.most_gain();
        if (lost > 0 || gain == 0 || excess <= 0) return moves;
        return std::max(moves, static_cast<int>((excess + gain - 1) / gain));
    }

  private:
    // --- Moves ---

    [[nodiscard]] bool may_move(int person, int group) const {
        if (frozen_[as_index(group)] != 0 || forbidden_[forbidden_place({person, group})] != 0) {
            return false;
        }
        const Freedom freedom = task_.freedoms[as_index(person)];
        if (freedom == Freedom::free) return true;
        if (freedom == Freedom::fixed) return task_.group_of[as_index(person)] == group;
        const int block = task_.blocks.block_of[as_index(person)];
        return task_.blocks.blocks[as_index(block)].may_sit_in(group);
    }
    [[nodiscard]] std::size_t forbidden_place(const Change& change) const {
        return as_index(change.person) * frozen_.size() + as_index(change.to);
    }

    void add_to_all(int person, std::vector<Change>& changes) const {
        for (int group = 0; group < state_.group_count(); ++group) {
            if (group != state_.group_of(person) && may_move(person, group)) {
                changes.push_back({person, group});
            }
        }
    }

    // Whoever has not been moved yet leaves the group, or comes into it; of one value, or all.
    [[nodiscard]] std::vector<Change> leaving(int group, int value) const {
        std::vector<Change> changes;
        for (const int person : state_.people_of(value)) {
            if (state_.group_of(person) != group || moved_[as_index(person)] != 0) continue;
            add_to_all(person, changes);
        }
        return changes;
    }
    [[nodiscard]] std::vector<Change> coming(int group, int value) const {
        std::vector<Change> changes;
        for (const int person : state_.people_of(value)) {
            const int from = state_.group_of(person);
            if (from == group || from == no_group || moved_[as_index(person)] != 0) continue;
            if (frozen_[as_index(from)] == 0 && may_move(person, group)) {
                changes.push_back({person, group});
            }
        }
        return changes;
    }
    // --- The search ---

    bool style(int moves) {
        steps_left_ -= static_cast<std::int64_t>(state_.cell_count());
        if (steps_left_ < 0) return false;
        if (!lost_.empty()) return look_for_lost(moves);
        if (state_.misplaced() > moves) return false;
        const std::int64_t excess = state_.loose_cost() + frozen_cost_ - goal_;
        if (excess > 0 && (moves == 0 || excess > state_.most_gain() * moves)) return false;
        if (excess > 0) return mend_count(moves);
        if (const int group = state_.wrong_size(); group != no_group) {
            return try_all(state_.is_too_large(group) ? leaving(group, 0) : coming(group, 0),
                           moves);
        }
        if (state_.exact_cost() <= goal_) return true;
        return moves > 0 && mend_group(moves);
    }

    bool look_for_lost(int moves) {
        if (static_cast<int>(lost_.size()) > moves) return false;
        const int person = lost_.back();
        lost_.pop_back();
        std::vector<Change> changes;
        add_to_all(person, changes);
        if (try_all(changes, moves)) return true;
        lost_.push_back(person);
        return false;
    }

    // The count that costs and has the fewest ways to be mended; or it stays, where the goal leaves
    // room for that.
    bool mend_count(int moves) {
        std::optional<std::vector<Change>> best;
        std::size_t best_cell = 0;
        int best_cost = 0;
        for (int group = 0; group < state_.group_count(); ++group) {
            if (frozen_[as_index(group)] != 0) continue;
            for (int value = 1; value < state_.value_count(); ++value) {
                const int cost = state_.loose_cost(group, value);
                if (cost == 0 || accepted_[state_.cell(group, value)] != 0) continue;
                auto changes =
                    state_.lacks(group, value) ? coming(group, value) : leaving(group, value);
                if (best && changes.size() >= best->size()) continue;
                best = std::move(changes);
                best_cell = state_.cell(group, value);
                best_cost = cost;
            }
        }
        if (!best) return false;
        return try_all(*best, moves, [&] {
            if (accepted_cost_ + best_cost > goal_) return false;
            accepted_[best_cell] = 1;
            accepted_cost_ += best_cost;
            const bool is_found = style(moves);
            accepted_[best_cell] = 0;
            accepted_cost_ -= best_cost;
            return is_found;
        });
    }

    // A group that costs more by its own size than by the sizes that it may have: somebody leaves
    // or comes, or it stays as it is.
    bool mend_group(int moves) {
        for (int group = 0; group < state_.group_count(); ++group) {
            if (frozen_[as_index(group)] != 0) continue;
            const std::int64_t extra = state_.extra_cost(group);
            if (extra == 0) continue;
            std::vector<Change> changes = leaving(group, 0);
            const std::vector<Change> others = coming(group, 0);
            changes.insert(changes.end(), others.begin(), others.end());
            return try_all(changes, moves, [&] {
                frozen_[as_index(group)] = 1;
                frozen_cost_ += extra;
                const bool is_found = style(moves);
                frozen_[as_index(group)] = 0;
                frozen_cost_ -= extra;
                return is_found;
            });
        }
        return false;
    }

    bool try_all(const std::vector<Change>& changes, int moves) {
        return try_all(changes, moves, [] { return false; });
    }

    // One after the other; what has been tried is not part of what is tried then.
    template <typename Otherwise>
    bool try_all(const std::vector<Change>& changes, int moves, Otherwise otherwise) {
        std::size_t tried = 0;
        for (; moves > 0 && tried < changes.size() && !is_cut_short(); ++tried) {
            const Change& change = changes[tried];
            const int from = state_.group_of(change.person);
            state_.put(change.person, change.to);
            moved_[as_index(change.person)] = 1;
            if (style(moves - 1)) return true;
            moved_[as_index(change.person)] = 0;
            state_.put(change.person, from);
            ++forbidden_[forbidden_place(change)];
        }
        if (!is_cut_short() && otherwise()) return true;
        for (std::size_t i = 0; i < tried; ++i) --forbidden_[forbidden_place(changes[i])];
        return false;
    }

    const RoundTask& task_;
    MoveState state_;
    std::vector<int> lost_;                // have no group yet
    std::vector<std::uint8_t> frozen_;     // by group: nobody leaves or comes any more
    std::vector<std::uint8_t> moved_;      // by person
    std::vector<std::uint8_t> accepted_;   // by count: it may cost what it costs
    std::vector<std::uint8_t> forbidden_;  // by person and group: tried already
    std::int64_t steps_left_;
    std::int64_t goal_ = 0;
    std::int64_t accepted_cost_ = 0;
    std::int64_t frozen_cost_ = 0;  // beyond the loose cost, of groups that stay as they are
};

// Where sizes of three kinds follow each other, being within the ranges does not make them even.
bool are_ranges_exact(const std::vector<SizeRange>& ranges) {
    return std::all_of(ranges.begin(), ranges.end(),
                       [](const SizeRange& range) { return range.largest - range.smallest <= 1; });
}

}  // namespace

FewestMoves find_fewest_moves(const RoundTask& task, const std::vector<SizeRange>& sizes,
                              const std::vector<int>& group_of, const std::vector<int>& known,
                              std::int64_t steps) {
    int forced = 0;
    int known_moves = 0;
    std::vector<int> start = group_of;
    for (const int person : task.seated) {
        const int from = group_of[as_index(person)];
        if (known[as_index(person)] != from) ++known_moves;
        const bool is_fixed = task.freedoms[as_index(person)] == Freedom::fixed;
        if (!is_fixed || task.group_of[as_index(person)] == from) continue;
        start[as_index(person)] = task.group_of[as_index(person)];
        ++forced;
    }
    const std::int64_t goal = MoveState(task, sizes, known).exact_cost();
    MoveSearch search(task, sizes, start, steps);
    FewestMoves fewest;
    fewest.at_least = std::min(known_moves, forced + search.least(goal));
    if (!task.moving_blocks.empty() || !are_ranges_exact(sizes)) return fewest;
    for (; fewest.at_least < known_moves; ++fewest.at_least) {
        if (search.reach(goal, fewest.at_least - forced)) {
            fewest.better = search.group_of();
            return fewest;
        }
        if (search.is_cut_short()) return fewest;
    }
    return fewest;
}

}  // namespace stormote
