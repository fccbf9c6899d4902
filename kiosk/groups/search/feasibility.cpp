#include "kiosk/groups/search/feasibility.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "kiosk/groups/search/blocks.h"
#include "kiosk/groups/search/counting.h"

namespace stormote {

namespace {

constexpr int most_trials = 20'000;

MixProblem with_wishes(const MixProblem& problem, const std::vector<std::size_t>& wishes) {
    MixProblem part;
    part.people = problem.people;
    part.group_count = problem.group_count;
    part.uncounted = problem.uncounted;
    for (const std::size_t wish : wishes) part.wishes.push_back(problem.wishes[wish]);
    return part;
}

// Blocks as colours' vertices (after DSATUR, Brelaz 1979), groups as colours with room.
class Trial {
  public:
    explicit Trial(const MixProblem& problem) : problem_(problem), all_(make_blocks(problem)) {
        room_.assign(as_index(problem.group_count), problem.person_count());
        is_named_.resize(room_.size());
        is_used_.resize(room_.size());
        neighbours_.resize(all_.blocks.size());
        group_of_.assign(all_.blocks.size(), no_group);
    }

    Feasibility run() {
        if (!note_places() || !note_apart()) return Feasibility::impossible;
        note_capacities();
        choose_blocks();
        if (std::accumulate(room_.begin(), room_.end(), std::int64_t{0}) < counted_) {
            return Feasibility::impossible;
        }
        const bool is_found = place_blocks(0);
        if (trials_ > most_trials) return Feasibility::unknown;
        return is_found ? Feasibility::possible : Feasibility::impossible;
    }

  private:
    [[nodiscard]] std::size_t block_of(int person) const {
        return as_index(all_.block_of[as_index(person)]);
    }

    // False: the places of a block have nothing in common.
    bool note_places() {
        for (const Wish& wish : problem_.wishes) {
            if (wish.kind != WishKind::in_group) continue;
            for (const int group : wish.groups) is_named_[as_index(group)] = 1;
            for (const int person : wish.people) {
                for (const int group : *all_.blocks[block_of(person)].groups) {
                    if (std::find(wish.groups.begin(), wish.groups.end(), group) ==
                        wish.groups.end()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    // False: two are to be apart who are to be together.
    bool note_apart() {
        for (const Wish& wish : problem_.wishes) {
            if (wish.kind != WishKind::apart) continue;
            for (const int left : wish.people) {
                for (const int right : wish.people) {
                    if (left == right) continue;
                    if (block_of(left) == block_of(right)) return false;
                    neighbours_[block_of(left)].push_back(block_of(right));
                }
            }
        }
        return true;
    }

    void note_capacities() {
        for (const Wish& wish : problem_.wishes) {
            if (wish.kind != WishKind::capacity) continue;
            for (const int group : wish.groups) {
                room_[as_index(group)] = std::min(room_[as_index(group)], wish.capacity);
            }
        }
    }

    // The others are free to take whatever chairs are left.
    void choose_blocks() {
        for (std::size_t block = 0; block < all_.blocks.size(); ++block) {
            const auto& people = all_.blocks[block].people;
            sizes_.push_back(
                static_cast<int>(std::count_if(people.begin(), people.end(), [this](int person) {
                    return problem_.is_counted(person);
                })));
            counted_ += sizes_.back();
            if (all_.blocks[block].groups || sizes_.back() > 1 || !neighbours_[block].empty()) {
                chosen_.push_back(block);
            }
        }
    }

    [[nodiscard]] bool may_sit(std::size_t block, int group) const {
        if (room_[as_index(group)] < sizes_[block] || !all_.blocks[block].may_sit_in(group)) {
            return false;
        }
        return std::none_of(neighbours_[block].begin(), neighbours_[block].end(),
                            [&](std::size_t other) { return group_of_[other] == group; });
    }

    // An empty group that no wish names is like every other of its capacity: one is enough.
    [[nodiscard]] std::vector<int> choices(std::size_t block) const {
        std::vector<int> groups;
        std::vector<int> tried_rooms;
        for (int group = 0; group < problem_.group_count; ++group) {
            if (!may_sit(block, group)) continue;
            const bool is_like_others =
                is_named_[as_index(group)] == 0 && is_used_[as_index(group)] == 0;
            const int room = room_[as_index(group)];
            if (is_like_others) {
                if (std::find(tried_rooms.begin(), tried_rooms.end(), room) != tried_rooms.end()) {
                    continue;
                }
                tried_rooms.push_back(room);
            }
            groups.push_back(group);
        }
        return groups;
    }

    [[nodiscard]] std::pair<std::size_t, std::vector<int>> least_choice() const {
        std::size_t best = all_.blocks.size();
        std::vector<int> best_choices;
        for (const std::size_t block : chosen_) {
            if (group_of_[block] != no_group) continue;
            std::vector<int> groups = choices(block);
            const bool is_better =
                best == all_.blocks.size() || groups.size() < best_choices.size() ||
                (groups.size() == best_choices.size() && sizes_[block] > sizes_[best]);
            if (!is_better) continue;
            best = block;
            best_choices = std::move(groups);
            if (best_choices.empty()) break;
        }
        return {best, std::move(best_choices)};
    }

    bool place_blocks(std::size_t placed) {
        if (placed == chosen_.size()) return true;
        if (++trials_ > most_trials) return false;
        const auto [block, groups] = least_choice();
        for (const int group : groups) {
            const auto used = std::exchange(is_used_[as_index(group)], std::uint8_t{1});
            room_[as_index(group)] -= sizes_[block];
            group_of_[block] = group;
            if (place_blocks(placed + 1)) return true;
            group_of_[block] = no_group;
            room_[as_index(group)] += sizes_[block];
            is_used_[as_index(group)] = used;
        }
        return false;
    }

    const MixProblem& problem_;
    Blocks all_;
    std::vector<int> room_;  // by group
    std::vector<std::uint8_t> is_named_;
    std::vector<std::uint8_t> is_used_;
    std::vector<std::vector<std::size_t>> neighbours_;  // by block
    std::vector<int> sizes_;
    std::vector<int> group_of_;
    std::vector<std::size_t> chosen_;
    std::int64_t counted_ = 0;
    int trials_ = 0;
};

}  // namespace

Feasibility check_wishes(const MixProblem& problem, const std::vector<std::size_t>& wishes) {
    const MixProblem part = with_wishes(problem, wishes);
    return Trial(part).run();
}

}  // namespace stormote
