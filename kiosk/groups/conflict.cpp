#include "kiosk/groups/conflict.h"

#include <algorithm>
#include <numeric>

#include "kiosk/groups/search/feasibility.h"

namespace stormote {

namespace {

using Places = std::vector<std::size_t>;

// The smallest unsatisfiable subset by hitting sets (Ignatiev, Previti, Liffiton, Marques-Silva
// 2015): whatever conflicts has a part in every set of wishes whose loss would make all others
// possible.
class SmallestConflict {
  public:
    explicit SmallestConflict(const MixProblem& problem) : problem_(problem) {
        all_.resize(problem.wishes.size());
        std::iota(all_.begin(), all_.end(), std::size_t{0});
    }

    std::optional<Places> find() {
        if (is_possible(all_)) return std::nullopt;
        Places known = without_needless(all_);
        while (checks_ < most_checks) {
            std::optional<Places> hitting = smallest_hitting_set(known.size());
            if (!hitting) return known;
            if (!is_possible(*hitting)) return hitting;
            corrections_.push_back(rest_of_possible(std::move(*hitting)));
        }
        return known;
    }

  private:
    static constexpr int most_checks = 5000;

    bool is_possible(const Places& wishes) {
        ++checks_;
        return check_wishes(problem_, wishes) != Feasibility::impossible;
    }

    // Takes away what is not needed for the conflict, first in halves, then one by one.
    Places without_needless(Places wishes) {
        for (std::size_t length = wishes.size() / 2; length > 0; length /= 2) {
            for (std::size_t first = 0; first < wishes.size();) {
                Places fewer = wishes;
                const auto begin = fewer.begin() + static_cast<std::ptrdiff_t>(first);
                const auto end =
                    begin + static_cast<std::ptrdiff_t>(std::min(length, wishes.size() - first));
                fewer.erase(begin, end);
                if (is_possible(fewer)) {
                    first += length;
                } else {
                    wishes = std::move(fewer);
                }
            }
        }
        return wishes;
    }

    // What is left over when as many wishes as possible join those that can be kept.
    Places rest_of_possible(Places kept) {
        Places rest;
        for (const std::size_t wish : all_) {
            if (std::find(kept.begin(), kept.end(), wish) != kept.end()) continue;
            kept.push_back(wish);
            if (is_possible(kept)) continue;
            kept.pop_back();
            rest.push_back(wish);
        }
        return rest;
    }

    // Fewer than `limit` wishes; nothing when there is no such set.
    std::optional<Places> smallest_hitting_set(std::size_t limit) {
        for (std::size_t size = 0; size < limit; ++size) {
            Places chosen;
            if (hit_all(chosen, size)) {
                std::sort(chosen.begin(), chosen.end());
                return chosen;
            }
        }
        return std::nullopt;
    }

    bool hit_all(Places& chosen, std::size_t more) const {
        const auto missed =
            std::find_if(corrections_.begin(), corrections_.end(), [&](const Places& set) {
                return std::find_first_of(set.begin(), set.end(), chosen.begin(), chosen.end()) ==
                       set.end();
            });
        if (missed == corrections_.end()) return true;
        if (more == 0) return false;
        for (const std::size_t wish : *missed) {
            chosen.push_back(wish);
            if (hit_all(chosen, more - 1)) return true;
            chosen.pop_back();
        }
        return false;
    }

    const MixProblem& problem_;
    Places all_;
    std::vector<Places> corrections_;
    int checks_ = 0;
};

std::string listed(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + text;
    return list;
}

}  // namespace

std::optional<std::vector<std::size_t>> find_conflict(const MixProblem& problem) {
    return SmallestConflict(problem).find();
}

LocalizedMessage describe_wish(const MixProblem& problem, const Wish& wish) {
    std::vector<std::string> people;
    for (const int person : wish.people) {
        people.push_back(problem.people[static_cast<std::size_t>(person)]);
    }
    std::vector<std::string> groups;
    for (const int group : wish.groups) groups.push_back(std::to_string(problem.number_of(group)));
    switch (wish.kind) {
        case WishKind::in_group:
            if (groups.size() == 1) {
                return localized({"In group {}: {}."}, groups.front(), listed(people));
            }
            return localized({"In one of the groups {}: {}."}, listed(groups), listed(people));
        case WishKind::together:
            return localized({"Together: {}."}, listed(people));
        case WishKind::apart:
            return localized({"Apart: {}."}, listed(people));
        case WishKind::capacity:
            break;
    }
    return localized({"Group {} has at most this many chairs: {}."}, listed(groups), wish.capacity);
}

}  // namespace stormote
