// Board steps: what an organiser does to the groups in one go, and takes back in one go: moves,
// groups that open and close, tables that get a name or somebody to lead them, a plan for
// everybody. Every step is of ordinary operations of the record; whoever takes one back records the
// reverse. The desk's thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/board/group_board.h"

namespace stormote {

// A group that opens, anew or again, or closes.
struct TableChange {
    GroupNumber group = 0;
    bool opens = true;

    bool operator==(const TableChange&) const = default;
};

// What the plan says, and where organisers have moved people since; 0: to no group.
struct SeatingSnapshot {
    std::vector<std::vector<GroupSeat>> plan;   // by round, ascending by attendee
    std::vector<std::vector<GroupSeat>> moved;  // the same
};

// From one plan to another. Whoever has been told a group at the door keeps it, and so does whoever
// somebody else has moved since.
struct PlanChange {
    SeatingSnapshot from;
    SeatingSnapshot to;
};

// What a group's table is called and where it stands; either may be empty.
struct TableWords {
    std::string name;
    std::string place;

    bool operator==(const TableWords&) const = default;
};

struct TableNaming {
    GroupNumber group = 0;
    TableWords from;
    TableWords to;
};

// Who leads a group; nothing is nobody.
struct TableLead {
    GroupNumber group = 0;
    std::optional<AttendeeId> from;
    std::optional<AttendeeId> to;
};

struct BoardStep {
    std::vector<BoardMove> moves;
    std::vector<TableChange> tables;
    std::optional<PlanChange> plan;
    std::vector<TableNaming> namings = {};
    std::vector<TableLead> leads = {};
};

[[nodiscard]] BoardStep reversed(BoardStep step);

enum class StepOutcome : std::uint8_t {
    done,
    moved_meanwhile,   // somebody does not sit where the step begins, or there is a newer plan
    tables_meanwhile,  // a group that it opens is open, or one that it closes or moves into closed
    still_taken,       // somebody would be left in a group that it closes
    named_meanwhile,   // a table is not called what it was where the step begins, or is not there
    led_meanwhile,     // somebody else leads a group than where the step begins
};

// All of the step in one commit, or nothing.
[[nodiscard]] StepOutcome take_step(Desk& desk, const BoardStep& step, Actor actor);

[[nodiscard]] TableWords words_of(const EventState& state, GroupNumber group);
// Spaces around the words are left out; without namings where they say nothing new.
[[nodiscard]] BoardStep naming_step(GroupNumber group, const TableWords& from,
                                    const TableWords& to);

// A plan for everybody anew. Whoever is here in a group that has closed is moved by it, too.
[[nodiscard]] BoardStep deal_step(const EventState& state, const GroupDraft& draft);

}  // namespace stormote
