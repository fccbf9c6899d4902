// Conflict: the smallest set of wishes that no plan can keep together, and wishes in words. Pure.
#pragma once

#include <cstddef>
#include <optional>

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

// Places of the wishes, ascending: no plan keeps all of them, and every smaller set of wishes that
// was tried can be kept. Nothing where some plan keeps all, or none was found to be impossible.
[[nodiscard]] std::optional<std::vector<std::size_t>> find_conflict(const MixProblem& problem);

// "Anna and Bo sit together."
[[nodiscard]] LocalizedMessage describe_wish(const MixProblem& problem, const Wish& wish);

}  // namespace stormote
