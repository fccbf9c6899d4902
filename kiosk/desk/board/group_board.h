// Group board: the groups of an evening as an organiser sees and changes them by hand: who sits
// where, what that costs beside the least that any plan can have, and what could be moved.
//
// Reading gives plain values, for any thread; whoever reads holds the state still meanwhile. What
// is done to the groups, and taken back, is desk/board/board_steps.h's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "sync/base/texts.h"
#include "sync/model/seating_map.h"

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
    GroupNumber leads = 0;  // 0: none
};

struct BoardGroup {
    GroupNumber number = 0;
    std::string name;  // may be empty
    std::string place;
    int capacity = 0;  // 0: not said
    bool is_closed = false;
    std::optional<AttendeeId> facilitator = {};
};

struct GroupBoard {
    RoundNumber round = 1;
    RoundNumber round_count = 1;
    std::vector<BoardGroup> groups;  // by number, the closed ones among them
    // Those expected and those here, in Swedish order of names.
    std::vector<BoardPerson> people;
    // The same people in the open groups as a mix; whoever has none of them is not there. Criteria
    // without values are left out: nobody can do well or badly by them.
    MixProblem problem;
    std::optional<SeatingMap> room = {};  // where the tables have places

    [[nodiscard]] const BoardPerson *find(const AttendeeId& attendee) const;
    [[nodiscard]] const BoardGroup *find(GroupNumber group) const;
    [[nodiscard]] std::size_t open_count() const;
    [[nodiscard]] std::size_t people_in(GroupNumber group) const;
};

// With fewer who belong to it, a group makes no conversation, even if all of them come.
constexpr std::size_t fewest_at_table = 4;

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

// How many groups are open, or where there are none yet, how many would be of a good size.
[[nodiscard]] int usual_group_count(const EventState& state);

enum class SeatLock : std::uint8_t { open, locked };
void lock_seat(Desk& desk, const AttendeeId& attendee, SeatLock lock, Actor actor);

}  // namespace stormote
