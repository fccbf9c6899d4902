// Explanation: why somebody sits where they sit, in one sentence. Pure.
#pragma once

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

// Asserts that the person is there in the round.
[[nodiscard]] LocalizedMessage explain_seat(const MixProblem& problem, const MixPlan& plan,
                                            int person, int round);

}  // namespace stormote
