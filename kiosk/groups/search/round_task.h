// A round's task: the problem in numbers that the search works with, for those who are there. Pure.
//
// Sources: round_task.cpp, deal.cpp.
#pragma once

#include "kiosk/groups/search/blocks.h"
#include "kiosk/groups/search/search_random.h"
#include "kiosk/groups/search/seating.h"

namespace stormote {

enum class Freedom : std::uint8_t {
    free,        // alone, in any group
    restricted,  // alone, in some groups
    bound,       // with others, who move together or not at all
    fixed,       // in one group
};

struct RoundTask {
    SeatingTask seating;
    Blocks blocks;
    std::vector<int> seated;         // the people who have a seat
    std::vector<int> sizes;          // by group
    std::vector<int> group_of;       // by person; those that are known beforehand, else no_group
    std::vector<Freedom> freedoms;   // by person
    std::vector<int> moving_blocks;  // blocks of several people that are not fixed
};

// The sizes are as even as fixed people, blocks and capacities allow; where some must be larger,
// those that are now, where that is said.
[[nodiscard]] RoundTask make_round_task(const MixProblem& problem, int round,
                                        const std::vector<int>& sizes_now = {});

// The seated, those alike in the last columns beside each other; equals by lot. So many of the last
// columns, fewer than there are, come at the end instead.
[[nodiscard]] std::vector<int> in_order_of_values(const RoundTask& task, SearchRandom& random,
                                                  int passed_over = 0);

// A start: people dealt in the order of what they are, so that neighbours in it part.
[[nodiscard]] std::vector<int> deal_people(const RoundTask& task, SearchRandom& random);

}  // namespace stormote
