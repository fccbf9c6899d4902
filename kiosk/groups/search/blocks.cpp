#include "kiosk/groups/search/blocks.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace stormote {

namespace {

// Union-find (Galler and Fischer 1964) with path halving.
class Sets {
  public:
    explicit Sets(int count) : parents_(static_cast<std::size_t>(count)) {
        std::iota(parents_.begin(), parents_.end(), 0);
    }
    int find(int item) {
        while (parent(item) != item) item = parent(item) = parent(parent(item));
        return item;
    }
    void join(int left, int right) { parent(find(right)) = find(left); }

  private:
    int& parent(int item) { return parents_[static_cast<std::size_t>(item)]; }
    std::vector<int> parents_;
};

void narrow(PeopleBlock& block, std::vector<int> groups) {
    std::sort(groups.begin(), groups.end());
    if (!block.groups) {
        block.groups = std::move(groups);
        return;
    }
    std::vector<int> common;
    std::set_intersection(block.groups->begin(), block.groups->end(), groups.begin(), groups.end(),
                          std::back_inserter(common));
    if (!common.empty()) block.groups = std::move(common);
}

}  // namespace

bool PeopleBlock::may_sit_in(int group) const {
    return !groups || std::binary_search(groups->begin(), groups->end(), group);
}

Blocks make_blocks(const MixProblem& problem) {
    Sets sets(problem.person_count());
    for (const Wish& wish : problem.wishes) {
        if (wish.kind != WishKind::together) continue;
        for (const int person : wish.people) sets.join(wish.people.front(), person);
    }
    Blocks all;
    all.block_of.assign(problem.people.size(), -1);
    for (int person = 0; person < problem.person_count(); ++person) {
        int& root_block = all.block_of[static_cast<std::size_t>(sets.find(person))];
        if (root_block < 0) {
            root_block = static_cast<int>(all.blocks.size());
            all.blocks.emplace_back();
        }
        const int block = root_block;
        all.block_of[static_cast<std::size_t>(person)] = block;
        all.blocks[static_cast<std::size_t>(block)].people.push_back(person);
    }
    for (const Wish& wish : problem.wishes) {
        if (wish.kind != WishKind::in_group || wish.groups.empty()) continue;
        for (const int person : wish.people) {
            const auto block =
                static_cast<std::size_t>(all.block_of[static_cast<std::size_t>(person)]);
            narrow(all.blocks[block], wish.groups);
        }
    }
    return all;
}

}  // namespace stormote
