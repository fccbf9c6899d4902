// Round designs: seats for several rounds in which nobody meets anybody twice, by construction.
// People are then dealt over the seats once, and every round follows. Pure.
#pragma once

#include <optional>
#include <vector>

namespace stormote {

struct RoundDesign {
    std::vector<std::vector<int>> group_of_seat;  // by round and seat
    // Seats of a lower number lie in the group of their number in every round: whoever must stay
    // sits there. All groups have such a seat, or none.
    int staying = 0;
};

// Groups as even as can be. Nothing where no design is known that repeats no pair.
[[nodiscard]] std::optional<RoundDesign> find_round_design(int people, int groups, int rounds);

// The same by trial, for numbers of groups of which no design is known. Takes some milliseconds at
// most, and then gives up.
[[nodiscard]] std::optional<RoundDesign> search_round_design(int people, int groups, int rounds);

}  // namespace stormote
