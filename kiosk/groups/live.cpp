#include "kiosk/groups/live.h"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <unordered_map>

#include "kiosk/groups/counting.h"
#include "kiosk/groups/seating.h"

namespace stormote {

namespace {

// So many of a hundred who are planned come for sure; the evenings measured had up to 25 no-shows.
constexpr int sure_per_cent = 72;
// What one person beyond a share costs beside the squares of the distances from it, in hundredths.
constexpr std::int64_t excess_cost = 30;
// A pair of one organisation weighs more than all shares together.
constexpr std::int64_t pair_cost = 400;

// The people of one value.
struct Count {
    int in_group = 0;
    int in_all = 0;
};

class Arrival {
  public:
    Arrival(const LiveRoom& room, int person) : room_(room), person_(person) {
        assert(room.seated[as_index(person)] == no_group);
        loads_.resize(as_index(room.problem.group_count));
        for (int other = 0; other < room.problem.person_count(); ++other) {
            if (!room.problem.is_counted(other)) continue;
            const bool is_planned = room.planned[as_index(other)] != no_group;
            if (is_planned) ++planned_count_;
            const int group = room.seated[as_index(other)];
            if (group != no_group) {
                ++loads_[as_index(group)];
                ++seated_count_;
                if (is_planned) ++planned_seated_;
            } else if (other != person && room.is_expected[as_index(other)] != 0) {
                ++expected_count_;
            }
        }
    }

    int choose() {
        std::vector<int> groups = open_groups();
        for (const bool must_fit : {true, false}) {
            std::vector<int> kept;
            for (const int group : groups) {
                if (keeps_wishes(group)) kept.push_back(group);
            }
            if (!kept.empty()) return cheapest(kept);
            // A wish goes before the sizes, and people before wishes that leave no group.
            groups.resize(loads_.size());
            for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = static_cast<int>(i);
            if (!must_fit) break;
        }
        return cheapest(open_groups());
    }

  private:
    // How many more come for sure.
    [[nodiscard]] int sure_to_come() const {
        return std::clamp(planned_count_ * sure_per_cent / 100 - planned_seated_, 0,
                          expected_count_);
    }

    // The smallest groups, and those one larger while those who come for sure can still even the
    // others out.
    [[nodiscard]] std::vector<int> open_groups() const {
        const auto [smallest, largest] = std::minmax_element(loads_.begin(), loads_.end());
        std::vector<int> groups;
        for (int group = 0; group < room_.problem.group_count; ++group) {
            const int load = loads_[as_index(group)];
            const bool is_ahead = load == *smallest + 1;
            if (load == *smallest ||
                (is_ahead && missing_below(std::max(*largest, load + 1) - 1) <= sure_to_come())) {
                groups.push_back(group);
            }
        }
        return groups;
    }

    // How many people it takes for every group to have so many.
    [[nodiscard]] int missing_below(int size) const {
        int missing = 0;
        for (const int load : loads_) missing += std::max(0, size - load);
        return missing;
    }

    [[nodiscard]] bool keeps_wishes(int group) const {
        return std::all_of(room_.problem.wishes.begin(), room_.problem.wishes.end(),
                           [&](const Wish& wish) {
                               const auto& groups = wish.groups;
                               const bool is_named =
                                   std::find(groups.begin(), groups.end(), group) != groups.end();
                               if (wish.kind == WishKind::capacity) {
                                   return !is_named || loads_[as_index(group)] < wish.capacity;
                               }
                               const auto& people = wish.people;
                               if (std::find(people.begin(), people.end(), person_) == people.end())
                                   return true;
                               if (wish.kind == WishKind::in_group) return is_named;
                               return std::all_of(people.begin(), people.end(), [&](int other) {
                                   const int seat = room_.seated[as_index(other)];
                                   if (seat == no_group) return true;
                                   return (seat == group) == (wish.kind == WishKind::together);
                               });
                           });
    }

    // The least cost; among equals the planned group, then the smallest, then the first.
    [[nodiscard]] int cheapest(const std::vector<int>& groups) const {
        const auto key = [&](int group) {
            const bool is_planned = room_.planned[as_index(person_)] == group;
            return std::tuple(cost_of(group), is_planned ? 0 : 1, loads_[as_index(group)]);
        };
        int best = groups.front();
        for (const int group : groups) {
            if (key(group) < key(best)) best = group;
        }
        return best;
    }

    [[nodiscard]] std::int64_t cost_of(int group) const {
        std::int64_t cost = 0;
        for (const Criterion& criterion : room_.problem.criteria) {
            cost += criterion.weight * cost_of(group, criterion);
        }
        return cost;
    }

    // What the newcomer adds to the group, by one criterion.
    [[nodiscard]] std::int64_t cost_of(int group, const Criterion& criterion) const {
        const std::string& own = criterion.values[as_index(person_)];
        const auto counts = count(group, criterion);
        if (criterion.kind == CriterionKind::keep_apart) {
            const auto found = counts.find(own);
            return found == counts.end() ? 0 : pair_cost * found->second.in_group;
        }
        std::int64_t cost = 0;
        int needed = 0;
        for (const auto& [value, before] : counts) {
            const Count after{before.in_group + (value == own ? 1 : 0), before.in_all};
            const int size = loads_[as_index(group)];
            cost += squared_distance(after, size + 1) - squared_distance(before, size);
            cost += excess_cost * (excess(after, size + 1) - excess(before, size));
            if (value == own && after.in_group > share(after, final_size(1)).ceiling) {
                cost += excess_cost;
            }
            needed += std::max(0, share(after, final_size(0)).floor - after.in_group);
        }
        const int left = std::max(0, final_size(0) - loads_[as_index(group)] - 1);
        return cost + excess_cost * std::max(0, needed - left);
    }

    [[nodiscard]] std::unordered_map<std::string_view, Count> count(
        int group, const Criterion& criterion) const {
        std::unordered_map<std::string_view, Count> counts;
        for (int other = 0; other < room_.problem.person_count(); ++other) {
            const int seat = room_.seated[as_index(other)];
            const bool counts_at_all =
                seat != no_group || other == person_ || room_.is_expected[as_index(other)] != 0;
            const std::string& value = criterion.values[as_index(other)];
            if (!counts_at_all || value.empty() || !room_.problem.is_counted(other)) continue;
            Count& entry = counts[value];
            ++entry.in_all;
            if (seat == group) ++entry.in_group;
        }
        return counts;
    }

    [[nodiscard]] int all_count() const { return seated_count_ + expected_count_ + 1; }

    // In hundredths of a person, squared: how far a count is from its share.
    [[nodiscard]] std::int64_t squared_distance(const Count& count, int size) const {
        const std::int64_t all = all_count();
        const std::int64_t distance =
            std::int64_t{count.in_group} * all - std::int64_t{count.in_all} * size;
        return 100 * distance * distance / (all * all);
    }

    [[nodiscard]] ShareRange share(const Count& count, int size) const {
        return share_range(count.in_all, size, all_count());
    }

    [[nodiscard]] std::int64_t excess(const Count& count, int size) const {
        const auto [floor, ceiling] = share(count, size);
        return std::max({0, count.in_group - ceiling, floor - count.in_group});
    }

    // What a group will have at the end, as far as one can tell: at least, or one more.
    [[nodiscard]] int final_size(int more) const {
        return (seated_count_ + 1 + sure_to_come()) / room_.problem.group_count + more;
    }

    const LiveRoom& room_;
    int person_;
    std::vector<int> loads_;
    int planned_count_ = 0;
    int planned_seated_ = 0;
    int expected_count_ = 0;
    int seated_count_ = 0;
};

}  // namespace

int place_arrival(const LiveRoom& room, int person) {
    return Arrival(room, person).choose();
}

}  // namespace stormote
