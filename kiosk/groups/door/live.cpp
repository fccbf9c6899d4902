#include "kiosk/groups/door/live.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <tuple>

#include "kiosk/groups/door/door_model.h"
#include "kiosk/groups/door/rollout.h"
#include "kiosk/groups/search/counting.h"

namespace stormote {

namespace {

bool contains(const std::vector<int>& numbers, int number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

class Arrival {
  public:
    Arrival(const LiveSeating& room, int person)
        : room_(room), person_(person), model_(room, person), seats_(model_, room) {
        seats_.find_costs({person, false}, costs_);
    }

    int choose() {
        std::vector<int> groups;
        seats_.find_open_groups(model_.sure_to_come(model_.planned_here_count()), groups);
        const std::vector<int> open = groups;
        if (!keep_allowed(groups)) {
            // A wish goes before the sizes, and people before wishes that leave no group.
            groups.resize(costs_.size());
            std::iota(groups.begin(), groups.end(), 0);
            if (!keep_allowed(groups)) groups = open;
        }
        std::sort(groups.begin(), groups.end(),
                  [&](int left, int right) { return order(left) < order(right); });
        if (groups.size() == 1 || !room_.problem.is_counted(person_)) return groups.front();
        return best_by_rollout(model_, seats_, {person_, false}, groups);
    }

  private:
    // False, and all are kept, where no group keeps the wishes.
    [[nodiscard]] bool keep_allowed(std::vector<int>& groups) const {
        const auto end = std::stable_partition(groups.begin(), groups.end(),
                                               [&](int group) { return keeps_wishes(group); });
        if (end == groups.begin()) return false;
        groups.erase(end, groups.end());
        return true;
    }

    [[nodiscard]] bool keeps_wishes(int group) const {
        return std::all_of(
            room_.problem.wishes.begin(), room_.problem.wishes.end(), [&](const Wish& wish) {
                const bool is_named = contains(wish.groups, group);
                if (wish.kind == WishKind::capacity) {
                    return !is_named || seats_.load(group) < wish.capacity;
                }
                if (!contains(wish.people, person_)) return true;
                if (wish.kind == WishKind::in_group) return is_named;
                return std::all_of(wish.people.begin(), wish.people.end(), [&](int other) {
                    const int seat = room_.seated[as_index(other)];
                    return seat == no_group || (seat == group) == (wish.kind == WishKind::together);
                });
            });
    }

    // The least cost; among equals the planned group, then the smallest, then the first.
    [[nodiscard]] std::tuple<std::int64_t, bool, int, int> order(int group) const {
        return {costs_[as_index(group)], room_.planned[as_index(person_)] != group,
                seats_.load(group), group};
    }

    const LiveSeating& room_;
    int person_;
    DoorModel model_;
    DoorSeats seats_;
    std::vector<std::int64_t> costs_;
};

}  // namespace

int place_arrival(const LiveSeating& room, int person) {
    assert(room.seated[as_index(person)] == no_group);
    return Arrival(room, person).choose();
}

}  // namespace stormote
