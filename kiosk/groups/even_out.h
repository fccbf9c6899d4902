// Even out: which few people could be asked to change groups once the doors are closed. A proposal
// for the organiser; pure.
#pragma once

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

struct ProposedMove {
    int person = 0;
    int from = 0;
    int to = 0;

    bool operator==(const ProposedMove&) const = default;
};

struct EvenOutProposal {
    std::vector<ProposedMove> moves;
    // Proven: with fewer moves the mix cannot be as good. As many as there are moves: fewer are not
    // enough.
    int at_least = 0;
    MixPlan now;
    MixPlan then;
};

// Of those who are there (everybody in the problem has a group in `group_of`), the fewest moves
// that the search finds to the best mix that it finds. Where a group closes or opens, give the
// problem its new number of groups: whoever has none left is moved in any case.
[[nodiscard]] EvenOutProposal propose_even_out(const MixProblem& problem,
                                               const std::vector<int>& group_of);

}  // namespace stormote
