// Round designs: seats for several rounds in which nobody meets anybody twice, by construction.
// People are then dealt over the seats once, and every round follows. Pure.
#pragma once

#include <optional>
#include <vector>

namespace stormote {

struct RoundDesign {
    // By round and seat. Seats number 0 to group_count - 1 lie in the group of their number in
    // every round: whoever must stay sits there.
    std::vector<std::vector<int>> group_of_seat;
};

// Groups as even as can be. Nothing where no design is known that repeats no pair.
[[nodiscard]] std::optional<RoundDesign> find_round_design(int people, int groups, int rounds);

}  // namespace stormote
