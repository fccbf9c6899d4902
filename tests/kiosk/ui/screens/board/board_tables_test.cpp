// The board of groups as a whole: dealt, evened out, its groups opened, closed and merged.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/screens/open_board.h"

namespace stormote {

using namespace testing;

TEST_CASE("dealing anew is taken back and done again as one step") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.drag(person, board.column_of(2));
    const auto before = board.groups();
    board.tap_more("board_deal");
    board.tap("board_more_groups");
    board.tap("board_confirm");
    const auto after = board.groups();
    CHECK(after != before);
    CHECK(board.says("Group 3"));
    board.tap("board_undo");
    CHECK(board.says("The groups are as they were before they were dealt again."));
    CHECK(board.groups() == before);
    CHECK_FALSE(board.says("Group 3"));
    board.tap("board_redo");
    CHECK(board.groups() == after);
    board.tap("board_undo");
    // The move of before lies under it.
    board.tap("board_undo");
    CHECK(board.group(person) == 1);
    CHECK_FALSE(board.driver.record().find_target("board_undo")->enabled);
}

TEST_CASE("a group is opened empty, takes people in, and is opened again once it has closed") {
    OpenBoard board;
    board.tap_more("board_open_table");
    CHECK(board.says("Open group 3?"));
    board.tap("board_confirm");
    CHECK(board.says("Group 3 is open."));
    CHECK(board.says("0 people, 0 here"));
    board.tap("board_undo");
    CHECK_FALSE(board.says("0 people, 0 here"));
    board.tap("board_redo");
    const std::size_t person = board.somebody_in(1);
    board.tap(board.card(person));
    board.tap("board_choose_group");
    board.tap("board_group_3");
    CHECK(board.group(person) == 3);
    board.tap("board_close");
    // Taken back in their order: first the move, then the group.
    board.tap("board_undo");
    board.tap("board_undo");
    CHECK(board.says("Group 3 is closed."));
    board.tap_more("board_open_table");
    CHECK(board.says("Open group 4?"));
    board.tap("board_group_3");
    CHECK(board.says("Group 3 is open."));
}

TEST_CASE("what a button far down in the panel leads to is shown from its beginning") {
    OpenBoard board(Plan::dealt, 0, 24, 48);
    board.tap_more("board_close_table");
    const auto is_there = [&] {
        return board.driver.record().find_target("board_group_24") != nullptr;
    };
    REQUIRE_FALSE(is_there());
    for (int taps = 0; taps < 20 && !is_there(); ++taps) board.tap("board_panel_down");
    REQUIRE(is_there());
    CHECK_FALSE(board.says("Which group should close?"));
    board.tap("board_group_24");
    CHECK(board.says("Close group 24?"));
}

TEST_CASE("a group is closed by a confirmation that says who moves, and taken back") {
    OpenBoard board(Plan::dealt, 3, 3);
    const auto before = board.groups();
    board.tap_more("board_close_table");
    board.tap("board_group_2");
    CHECK(board.says("Close group 2?"));
    const auto in_group = std::count(before.begin(), before.end(), 2);
    CHECK(board.says(std::to_string(in_group) + " people get another group."));
    CHECK(board.says("Already here: "));
    CHECK(board.says(" to group 1"));
    CHECK(board.groups() == before);
    board.tap("board_close");
    CHECK(board.groups() == before);
    board.tap_more("board_close_table");
    board.tap("board_group_2");
    board.tap("board_confirm");
    CHECK(board.says("Group 2 is closed."));
    const auto after = board.groups();
    CHECK(std::count(after.begin(), after.end(), 1) == 4);
    CHECK(std::count(after.begin(), after.end(), 3) == 4);
    CHECK(board.says("Same organisation: 0, best possible"));
    board.tap("board_undo");
    CHECK(board.groups() == before);
    CHECK(board.says("Group 2 is open."));
    board.tap("board_redo");
    CHECK(board.groups() == after);
}

TEST_CASE("two groups are merged: one is closed and all its people go to the other") {
    OpenBoard board(Plan::dealt, 0, 3);
    board.tap_more("board_close_table");
    board.tap("board_group_1");
    board.tap("board_choose_into");
    CHECK(board.driver.record().find_target("board_group_1") == nullptr);
    // Back to the question, not out of it.
    board.press(KeyKind::escape);
    CHECK(board.says("Close group 1?"));
    board.tap("board_choose_into");
    board.tap("board_group_3");
    CHECK(board.says("All of them go to group 3."));
    board.tap("board_deal_out");
    CHECK(board.says("Nobody else moves."));
    board.tap("board_choose_into");
    board.tap("board_group_3");
    board.tap("board_confirm");
    const auto after = board.groups();
    CHECK(std::count(after.begin(), after.end(), 1) == 0);
    CHECK(std::count(after.begin(), after.end(), 2) + std::count(after.begin(), after.end(), 3) ==
          8);
    // The last group of all stays open.
    board.tap_more("board_close_table");
    board.tap("board_group_2");
    board.tap("board_confirm");
    CHECK_FALSE(
        board.desk->read([](const Desk& at) { return can_close_some(read_board(at.state(), 1)); }));
}

TEST_CASE("whoever came while a group was being closed is not left behind in it") {
    OpenBoard board;
    board.tap_more("board_close_table");
    board.tap("board_group_2");
    const std::size_t person = board.somebody_in(1);
    board.desk->do_quietly([&](Desk& desk) {
        static_cast<void>(
            move_person(desk, {board.people[person], 1, 1, 2}, {ActingRole::organiser}));
    });
    board.tap("board_confirm");
    CHECK(board.says("Somebody has been placed there meanwhile. Nothing was changed."));
    CHECK(board.group(person) == 2);
    CHECK(board.says("Group 2"));
}

TEST_CASE("somebody who was placed in a closed group elsewhere is shown there, and can go") {
    OpenBoard board(Plan::dealt, 1, 3);
    const GroupNumber closed = board.group(0);
    board.describe_elsewhere(closed, GroupField::closed, "closed");
    CHECK(board.says("Closed, "));
    CHECK(board.says("is closed, but still has people: "));
    // Nobody else is put down there.
    const std::size_t other = board.somebody_who([&](GroupNumber own) { return own != closed; });
    const GroupNumber own = board.group(other);
    board.drag(other, board.column_of(closed));
    CHECK(board.group(other) == own);
    board.tap("board_clear_closed");
    CHECK(board.says("is closed. Move those who are left?"));
    board.tap("board_confirm");
    CHECK(board.group(0) != closed);
    CHECK_FALSE(board.says("Closed, "));
}

TEST_CASE("evening out proposes one move after another, and moves only what is accepted") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.drag(person, board.column_of(2));
    board.tap("board_even_out");
    CHECK(board.says("Proposal 1 of 1"));
    CHECK(board.says("to go from group 2 to group 1."));
    CHECK(board.move_count() == 1);
    board.tap("board_skip");
    CHECK(board.says("That was the last proposal."));
    CHECK(board.move_count() == 1);
    board.tap("board_close");
    board.tap("board_even_out");
    board.tap("board_confirm");
    CHECK(board.says("Same organisation: 0, best possible"));
    board.tap("board_close");
    board.tap("board_undo");
    CHECK(board.says("Same organisation: 1"));
    board.tap("board_redo");
    board.tap("board_even_out");
    CHECK(board.says("No move would mix the groups better."));
}

TEST_CASE("where there are no groups yet, the board deals them") {
    OpenBoard board(Plan::none);
    CHECK(board.says("No groups yet"));
    CHECK(board.says("8 people in 1 group."));
    board.tap("board_more_groups");
    board.tap("board_more_groups");
    CHECK(board.says("8 people in 3 groups."));
    board.tap("board_fewer_groups");
    board.tap("board_confirm");
    CHECK(board.says("Group 2"));
    CHECK(board.says("Same organisation: 0, best possible"));
    CHECK(board.group(0) != 0);
}

TEST_CASE("the organiser says on the board who leads a group, and takes it back") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    const auto leader = [&] {
        return board.desk->read([](const Desk& desk) { return facilitator_of(desk.state(), 1); });
    };
    board.tap(board.card(person));
    board.tap("board_lead");
    CHECK(leader() == board.people[person]);
    CHECK(board.says("Leads group 1"));
    board.tap("board_stop_leading");
    CHECK_FALSE(leader());
    board.tap("board_close");
    board.tap("board_undo");
    CHECK(leader() == board.people[person]);
    board.tap("board_undo");
    CHECK_FALSE(leader());
}

}  // namespace stormote
