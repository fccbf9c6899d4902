// Groups that open and close, as steps of the board.
#include "kiosk/desk/board/board_steps.h"

#include <set>

#include <catch2/catch.hpp>

#include "kiosk/desk/board/board_proposals.h"
#include "kiosk/desk/conflicts/conflicts.h"
#include "kiosk/desk/door_placing.h"
#include "kiosk/documents/group_posters.h"
#include "sync/model/seating_map.h"
#include "tests/support/record/three_groups.h"
#include "tests/support/screens/board_moves.h"

namespace stormote {

using testing::move_person;
using testing::ThreeGroups;

TEST_CASE("a closed group's people alone are dealt out, evenly and apart, in every round") {
    ThreeGroups three(DoorSeating::planned, 3);
    const auto before = three.seats();
    const ClosingProposal proposal = propose_closing(three.event.state(), 2, {}, 1);
    // Nothing has happened yet.
    CHECK(three.seats() == before);
    CHECK(proposal.people >= 4);
    CHECK(proposal.here == 0);
    CHECK(proposal.then.front().value == 0);
    REQUIRE(three.take(proposal.step) == StepOutcome::done);
    CHECK(open_groups(three.event.state()) == std::vector<GroupNumber>{1, 3});
    const auto after = three.seats();
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(after[i] != 2);
        CHECK((before[i] == 2 || after[i] == before[i]));
    }
    for (RoundNumber round = 1; round <= 3; ++round) {
        const GroupBoard board = read_board(three.event.state(), round);
        CHECK(board.people_in(1) == 6);
        CHECK(board.people_in(3) == 6);
        CHECK(judge_board(board).front().value == 0);
    }
    // Back again, in one step, on another day.
    three.event.reopen();
    REQUIRE(three.take(reversed(proposal.step)) == StepOutcome::done);
    CHECK(three.seats() == before);
    CHECK(open_groups(three.event.state()).size() == 3);
}

TEST_CASE("two groups are merged by sending all people of one to the other") {
    ThreeGroups three;
    for (const std::size_t person : three.sitting_in(1)) three.come(person);
    const ClosingProposal proposal = propose_closing(three.event.state(), 1, 3, 1);
    CHECK(proposal.people == 4);
    CHECK(proposal.here == 4);
    CHECK(proposal.then.back().value == 4);
    three.close(1, 3);
    CHECK(three.sitting_in(1).empty());
    CHECK(three.sitting_in(3).size() == 8);
}

TEST_CASE("who leads a group that closes, and who is locked in it, is dealt out with the others") {
    ThreeGroups three;
    const auto sitting = three.sitting_in(3);
    three.event.describe(3, GroupField::facilitator, to_string(three.people[sitting[0]]));
    lock_seat(*three.event, three.people[sitting[1]], SeatLock::locked, actor::organiser);
    three.close(3);
    CHECK(three.sitting_in(3).empty());
    CHECK(read_board(three.event.state(), 1).find(three.people[sitting[0]])->leads == 0);
    // Whoever leads another group and was moved to this one goes home.
    three.event.describe(1, GroupField::facilitator, to_string(three.people[sitting[2]]));
    REQUIRE(move_person(*three.event, {three.people[sitting[2]], 1, three.group(sitting[2]), 2},
                        actor::organiser));
    three.close(2);
    CHECK(three.group(sitting[2]) == 1);
}

TEST_CASE("a group is not closed over somebody who came there after it was proposed") {
    ThreeGroups three;
    const ClosingProposal proposal = propose_closing(three.event.state(), 2, {}, 1);
    const AttendeeId late = three.event.add({"Sen", "Ek"});
    REQUIRE(move_person(*three.event, {late, 1, 0, 2}, actor::organiser));
    CHECK(three.take(proposal.step) == StepOutcome::still_taken);
    CHECK(three.sitting_in(2).size() == 4);
    // Nor by two.
    three.close(2);
    CHECK(three.take(proposal.step) == StepOutcome::tables_meanwhile);
}

TEST_CASE("nobody is moved to a group that has closed") {
    ThreeGroups three;
    three.close(2);
    CHECK(three.take({{{three.people[0], 1, three.group(0), 2}}, {}, {}}) ==
          StepOutcome::tables_meanwhile);
    CHECK(three.take({{{three.people[0], 1, three.group(0), 9}}, {}, {}}) ==
          StepOutcome::tables_meanwhile);
}

TEST_CASE("a group that opens has a number of its own, and who comes next sits there") {
    for (const DoorSeating seating : {DoorSeating::planned, DoorSeating::live}) {
        ThreeGroups three(seating);
        three.close(3);
        const BoardStep opening{{}, {{4, true}}, {}};
        REQUIRE(three.take(opening) == StepOutcome::done);
        CHECK(three.take(opening) == StepOutcome::tables_meanwhile);
        for (std::size_t i = 0; i < 11; ++i) three.come(i);
        const auto group = place_at_door(three.event.state(), Newcomer{"Ny förening", "", {}});
        CHECK(group == 4);
        // Once somebody sits there, it is not taken back.
        const AttendeeId late = three.event.add({"Sen", "Ek"});
        three.event.come(late);
        REQUIRE(group_of(three.event.state(), late) == 4);
        CHECK(three.take(reversed(opening)) == StepOutcome::still_taken);
    }
}

TEST_CASE("the door never chooses a closed group, whatever was planned, told or moved") {
    for (const DoorSeating seating : {DoorSeating::planned, DoorSeating::live}) {
        ThreeGroups three(seating);
        const auto sitting = three.sitting_in(2);
        three.come(sitting[0]);
        static_cast<void>(three.event->check_out(three.people[sitting[0]], actor::organiser));
        three.event.record(three.people[sitting[1]], GroupMoved{1, 2});
        // By a device that had not heard of any of them.
        three.event.describe(2, GroupField::closed, "closed");
        for (std::size_t i = 0; i < three.people.size(); ++i) {
            const GroupNumber told = three.come(i);
            CHECK((told == 1 || told == 3));
            CHECK(three.group(i) == told);
        }
        const auto late = place_at_door(three.event.state(), Newcomer{});
        CHECK((late == 1 || late == 3));
    }
}

TEST_CASE("where every group is closed, the door tells none") {
    ThreeGroups three;
    for (GroupNumber group = 1; group <= 3; ++group) {
        three.event.describe(group, GroupField::closed, "closed");
    }
    CHECK_FALSE(place_at_door(three.event.state(), Newcomer{}));
    CHECK(judge_board(read_board(three.event.state(), 1)).empty());
    CHECK(propose_moves(three.event.state(), 1).moves.empty());
    // Dealt anew, they are the first three again.
    const DealProposal deal = propose_deal(three.event.state(), 3, 1);
    REQUIRE(three.take(deal_step(three.event.state(), deal.draft)) == StepOutcome::done);
    CHECK(open_groups(three.event.state()).size() == 3);
}

TEST_CASE("whoever was told a group that had closed elsewhere is shown there, to be moved") {
    ThreeGroups three;
    const std::size_t late = three.sitting_in(2).front();
    const ClosingProposal proposal = propose_closing(three.event.state(), 2, {}, 1);
    BoardStep closing = proposal.step;
    three.event.come(three.people[late]);
    // The closing device had not heard of who came.
    std::erase_if(closing.moves,
                  [&](const BoardMove& move) { return move.attendee == three.people[late]; });
    CHECK(three.take(closing) == StepOutcome::still_taken);
    for (const BoardMove& move : closing.moves) {
        three.event.record(move.attendee, GroupMoved{1, move.to});
    }
    three.event.describe(2, GroupField::closed, "closed");
    const GroupBoard board = read_board(three.event.state(), 1);
    CHECK(board.find(three.people[late])->group == 2);
    CHECK(board.find(2)->is_closed);
    CHECK(board.open_count() == 2);
    CHECK(explain_place(board, three.people[late], Texts()).find("which is closed") !=
          std::string::npos);
    const auto conflicts = list_conflicts(three.event.state());
    REQUIRE(conflicts.size() == 1);
    CHECK(std::get<ClosedGroup>(conflicts.front()).people == 1);
    // Evening out asks them to go; so does closing it once more.
    const BoardProposal even = propose_moves(three.event.state(), 1);
    REQUIRE(even.moves.size() == 1);
    CHECK(even.moves.front().from == 2);
    const ClosingProposal again = propose_closing(three.event.state(), 2, {}, 1);
    CHECK(again.step.tables.empty());
    CHECK(again.here == 1);
    REQUIRE(three.take(again.step) == StepOutcome::done);
    CHECK(list_conflicts(three.event.state()).empty());
}

TEST_CASE("plan, poster and signs have no group that has closed") {
    ThreeGroups three;
    for (GroupNumber group = 1; group <= 3; ++group) {
        FieldSetter<GroupField> place;
        place.set(GroupField::across, "3").set(GroupField::down, std::to_string(group));
        three.event.record(GroupDescribed{group, place.take()});
    }
    const auto signs = draw_table_signs(three.event.state(), Texts()).value();
    three.close(2);
    CHECK(seating_map(three.event.state())->tables.size() == 2);
    CHECK(draw_table_signs(three.event.state(), Texts()).value().size() < signs.size());
    // The next plan of the command goes round it, in numbers that people know.
    three.event->plan_groups(3, 1, actor::organiser);
    std::set<GroupNumber> used;
    for (std::size_t i = 0; i < three.people.size(); ++i) used.insert(three.group(i));
    CHECK(used == std::set<GroupNumber>{1, 3, 4});
}

}  // namespace stormote
