// Rounds: groups for one round after another, with new neighbours each time. Pure.
#pragma once

#include "kiosk/groups/search/judge.h"

namespace stormote {

// By round and person. The best of: each round searched by itself, with those who met before kept
// apart; and, where everybody stays, a design that repeats nobody, over which people are dealt.
[[nodiscard]] std::vector<std::vector<int>> plan_rounds(const MixProblem& problem,
                                                        const MixTask& task);

}  // namespace stormote
