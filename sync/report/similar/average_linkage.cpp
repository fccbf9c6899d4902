#include "sync/report/similar/average_linkage.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <tuple>
#include <utility>

namespace stormote::similar {

namespace {

struct Link {
    float sum = 0;  // over all pairs of members
    float weakest = 0;
};

struct Group {
    std::vector<std::size_t> members;  // none once it has become part of another
    float within = 0;                  // the sum over all pairs of members
    std::map<std::size_t, Link> links;

    // How like one another the members are, each like itself: 1 for a single one.
    [[nodiscard]] float cohesion() const {
        const auto size = static_cast<float>(members.size());
        return (size + 2 * within) / (size * size);
    }
};

struct Merge {
    float average = 0;
    std::size_t one = 0;
    std::size_t other = 0;
    // The most alike first; of equals, those that stand first.
    bool operator<(const Merge& right) const {
        return std::tie(average, right.one, right.other) < std::tie(right.average, one, other);
    }
};

class Linkage {
  public:
    Linkage(std::size_t count, std::span<const Likeness> pairs, const LinkageLimits& limits)
        : limits_(limits), groups_(count) {
        for (std::size_t i = 0; i < count; ++i) groups_[i].members = {i};
        for (const Likeness& pair : pairs) {
            const Link link{pair.value, pair.value};
            groups_[pair.one].links[pair.other] = link;
            groups_[pair.other].links[pair.one] = link;
            propose(pair.one, pair.other, link);
        }
    }

    std::vector<std::vector<std::size_t>> gather() {
        while (!merges_.empty()) {
            const Merge best = merges_.top();
            merges_.pop();
            if (!groups_[best.one].members.empty() && !groups_[best.other].members.empty())
                merge(best.one, best.other);
        }
        std::vector<std::vector<std::size_t>> gathered;
        for (Group& group : groups_) {
            if (group.members.size() < 2) continue;
            std::sort(group.members.begin(), group.members.end());
            gathered.push_back(std::move(group.members));
        }
        std::sort(gathered.begin(), gathered.end());
        return gathered;
    }

  private:
    void propose(std::size_t one, std::size_t other, const Link& link) {
        const Group& left = groups_[one];
        const Group& right = groups_[other];
        const auto pairs = static_cast<float>(left.members.size() * right.members.size());
        const float average =
            link.sum / pairs / std::pow(left.cohesion() * right.cohesion(), 0.25F);
        if (average >= limits_.average && link.weakest >= limits_.weakest)
            merges_.push({average, std::min(one, other), std::max(one, other)});
    }

    // The two become a new one, so that what was proposed with either is void.
    void merge(std::size_t one, std::size_t other) {
        const std::size_t merged = groups_.size();
        Group left = std::exchange(groups_[one], {});
        Group right = std::exchange(groups_[other], {});
        Group both;
        both.within = left.within + right.within + left.links.at(other).sum;
        both.members = std::move(left.members);
        both.members.insert(both.members.end(), right.members.begin(), right.members.end());
        for (const auto& [neighbour, link] : left.links) groups_[neighbour].links.erase(one);
        for (const auto& [neighbour, link] : right.links) groups_[neighbour].links.erase(other);
        // Whoever is like one of the two only is not like the other at all.
        for (const auto& [neighbour, link] : left.links) {
            const auto found = right.links.find(neighbour);
            if (found == right.links.end()) continue;
            both.links[neighbour] = {link.sum + found->second.sum,
                                     std::min(link.weakest, found->second.weakest)};
        }
        groups_.push_back(std::move(both));
        for (const auto& [neighbour, link] : groups_[merged].links) {
            groups_[neighbour].links[merged] = link;
            propose(merged, neighbour, link);
        }
    }

    LinkageLimits limits_;
    std::vector<Group> groups_;
    std::priority_queue<Merge> merges_;
};

}  // namespace

std::vector<std::vector<std::size_t>> average_linkage(std::size_t count,
                                                      std::span<const Likeness> pairs,
                                                      const LinkageLimits& limits) {
    return Linkage(count, pairs, limits).gather();
}

}  // namespace stormote::similar
