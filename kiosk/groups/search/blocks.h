// Blocks: people who must sit together, and the groups where they may. Pure.
#pragma once

#include <optional>

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

struct PeopleBlock {
    std::vector<int> people;
    std::optional<std::vector<int>> groups;  // ascending; nothing: any

    [[nodiscard]] bool may_sit_in(int group) const;
};

struct Blocks {
    std::vector<int> block_of;        // by person
    std::vector<PeopleBlock> blocks;  // everybody is in one, most alone
};

// Where wishes about places contradict each other, the first one counts and `groups` is never
// empty; find_conflict says which they are.
[[nodiscard]] Blocks make_blocks(const MixProblem& problem);

}  // namespace stormote
