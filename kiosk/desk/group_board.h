// Group board: the groups of an evening as an organiser sees and changes them by hand: who sits
// where, what that costs beside the least that any plan can have, and what could be moved.
//
// Reading gives plain values, for any thread; whoever reads holds the state still meanwhile.
// Changing is the desk's thread's. A move is an ordinary operation of the record: whoever takes one
// back moves the person back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "sync/base/texts.h"

namespace stormote {

struct BoardPerson {
    AttendeeId attendee;
    std::string name;
    std::string organisation;  // may be empty
    std::string sector;        // may be empty
    AttendeeRole role = AttendeeRole::civil;
    GroupNumber group = 0;  // 0: none
    bool is_here = false;
    bool is_locked = false;
    bool is_facilitator = false;
};

struct BoardGroup {
    GroupNumber number = 0;
    std::string name;  // may be empty
    std::string place;
    int capacity = 0;  // 0: not said
};

struct GroupBoard {
    RoundNumber round = 1;
    RoundNumber round_count = 1;
    std::vector<BoardGroup> groups;
    // Those expected and those here, in Swedish order of names.
    std::vector<BoardPerson> people;
    // The same people as a mix; whoever has no group is not there. Criteria without values are left
    // out: nobody can do well or badly by them.
    MixProblem problem;

    [[nodiscard]] const BoardPerson *find(const AttendeeId& attendee) const;
};

[[nodiscard]] GroupBoard read_board(const EventState& state, RoundNumber round);

// Somebody from one group to another; 0 is no group.
struct BoardMove {
    AttendeeId attendee;
    RoundNumber round = 1;
    GroupNumber from = 0;
    GroupNumber to = 0;

    bool operator==(const BoardMove&) const = default;
};

// Each criterion's value beside its proven bound, the sizes last; after the move where there is
// one. Empty where nobody has a group.
[[nodiscard]] std::vector<CriterionResult> judge_board(const GroupBoard& board,
                                                       const std::optional<BoardMove>& move = {});

// Why somebody sits where they sit, in one sentence. Empty for whoever has no group.
[[nodiscard]] std::string explain_place(const GroupBoard& board, const AttendeeId& attendee,
                                        const Texts& texts);

// Moves that would mix the groups better, for an organiser to accept one by one.
struct BoardProposal {
    std::vector<BoardMove> moves;
    std::vector<CriterionResult> now;
    std::vector<CriterionResult> then;
    std::size_t people = 0;  // whom it looks at
    bool is_of_those_here = false;
};

// The fewest moves to the best mix of those who are here; of all who have a group while nobody has
// come. Whoever is locked or leads a group stays.
[[nodiscard]] BoardProposal propose_moves(const EventState& state, RoundNumber round);

// A plan for everybody anew, in as many rounds as there were: whoever is here, is locked or leads a
// group stays in their group.
struct DealProposal {
    GroupDraft draft;
    std::size_t staying = 0;  // because they are here or locked
    std::size_t moved = 0;    // who have a group and would get another, in round 1
};
[[nodiscard]] DealProposal propose_deal(const EventState& state, int group_count,
                                        std::uint64_t seed);
// How many groups there are, or where there are none yet, how many would be of a good size.
[[nodiscard]] int usual_group_count(const EventState& state);

// False, and nothing is recorded: the person does not sit in `from` any more, somebody else has
// moved them meanwhile.
[[nodiscard]] bool move_person(Desk& desk, const BoardMove& move, Actor actor);

enum class SeatLock : std::uint8_t { open, locked };
void lock_seat(Desk& desk, const AttendeeId& attendee, SeatLock lock, Actor actor);

}  // namespace stormote
