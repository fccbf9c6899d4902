// Mix size: how large a problem may be, so that one that is too large is refused in words instead
// of taking all memory. Pure.
#pragma once

#include <optional>

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

// As many as a list may have.
constexpr int most_mix_people = 200'000;
// In one group: their pairs are counted in whole numbers of 32 bits, with weights.
constexpr int most_group_people = 5'000;
constexpr std::int64_t most_mix_bytes = std::int64_t{1} << 30;
// Who met at earlier meetings.
constexpr std::int64_t most_met_pairs = 5'000'000;

// What planning takes at most, about: for each person, for each group and value of a criterion, and
// for each two who meet.
[[nodiscard]] std::int64_t mix_bytes(const MixProblem& problem);

// Why it is too large; nothing where it is not.
[[nodiscard]] std::optional<Error> check_mix_size(const MixProblem& problem);

}  // namespace stormote
