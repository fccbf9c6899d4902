// Board proposals: what an organiser could do to the groups: moves that mix them better, a group
// closed and its people dealt out, everybody dealt anew. Pure: whoever accepts one takes its steps
// (desk/board/board_steps.h).
#pragma once

#include "kiosk/desk/board/board_steps.h"

namespace stormote {

// Moves that would mix the groups better, for an organiser to accept one by one.
struct BoardProposal {
    std::vector<BoardMove> moves;
    std::vector<CriterionResult> now;
    std::vector<CriterionResult> then;
    std::size_t at_least = 0;  // proven: fewer moves do not get there
    std::size_t people = 0;    // whom it looks at
    bool is_of_those_here = false;
};

// The fewest moves to the best mix of those who are here; of all who have a group while nobody has
// come. Whoever is locked or leads a group stays; whoever sits in a closed group goes.
[[nodiscard]] BoardProposal propose_moves(const EventState& state, RoundNumber round);

// A group closed: its people, who alone move, dealt out so that sizes are even, wishes hold and the
// groups are mixed; or all sent to one group.
struct ClosingProposal {
    BoardStep step;          // in all rounds
    std::size_t people = 0;  // who would move
    std::size_t here = 0;    // of them, sit there already
    // Of the round that is shown.
    std::vector<CriterionResult> now;
    std::vector<CriterionResult> then;
};
// Whether there is another open group that its people could go to.
[[nodiscard]] bool can_close(const EventState& state, GroupNumber group);
// Of a group that is closed already: those who still sit there. Asserts that `into`, or else some
// other group, is open.
[[nodiscard]] ClosingProposal propose_closing(const EventState& state, GroupNumber group,
                                              std::optional<GroupNumber> into, RoundNumber round);

// A plan for everybody anew, in as many rounds as there were, or more where the agenda has more:
// whoever is here, is locked or leads a group stays in their group, unless it has closed.
struct DealProposal {
    GroupDraft draft;
    std::size_t staying = 0;  // because they are here or locked
    std::size_t moved = 0;    // who have a group and would get another, in round 1
};
[[nodiscard]] DealProposal propose_deal(const EventState& state, int group_count,
                                        std::uint64_t seed);

}  // namespace stormote
