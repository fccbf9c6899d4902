// The board of groups: cards moved by touch, by the keys and by taps, taken back, locked, asked
// before.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/screens/open_board.h"

namespace stormote {

using namespace testing;

TEST_CASE("the board shows the groups with their people, and what they cost") {
    const OpenBoard board;
    CHECK(board.driver.record().head().screen == "organiser_groups");
    CHECK(board.says("Group 1"));
    CHECK(board.says("Group 2"));
    CHECK(board.says("4 people, 0 here"));
    CHECK(board.says("Same organisation: 0, best possible"));
    for (std::size_t i = 0; i < board.people.size(); ++i) {
        const RecordedItem *card = board.driver.record().find_target(board.card(i));
        REQUIRE(card != nullptr);
        CHECK(card->label.find("Person" + std::to_string(i) + " Ek, Förening") == 0);
        CHECK(card->label.find("has not come") != std::string::npos);
        CHECK(card->personal);
    }
}

TEST_CASE("a card is dragged to another group by a finger, and taken back and done again") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.drag(person, board.column_of(2));
    CHECK(board.group(person) == 2);
    CHECK(board.says("Ek sits in group 2 now."));
    board.tap("board_undo");
    CHECK(board.group(person) == 1);
    board.tap("board_redo");
    CHECK(board.group(person) == 2);
    // Two drags of history and back: every one of them is in the record.
    board.tap("board_undo");
    CHECK(board.group(person) == 1);
    CHECK_FALSE(board.driver.record().find_target("board_undo")->enabled);
}

TEST_CASE("several moves are taken back in turn, and a new one ends what could be done again") {
    OpenBoard board;
    const std::size_t first = board.somebody_in(1);
    board.drag(first, board.column_of(2));
    const std::size_t second = board.somebody_in(1);
    board.drag(second, board.column_of(2));
    board.tap("board_undo");
    CHECK(board.group(second) == 1);
    CHECK(board.group(first) == 2);
    board.drag(board.somebody_in(1), board.column_of(2));
    CHECK(board.driver.record().find_target("board_redo") == nullptr);
    board.tap("board_undo");
    board.tap("board_undo");
    CHECK(board.group(first) == 1);
    CHECK(board.group(second) == 1);
}

TEST_CASE("what is let go beside the groups, or in its own, stays where it was") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.drag(person, {1000, 40});
    board.drag(person, {1900, 1060});
    board.drag(person, {board.column_of(1).x + 30, 700});
    CHECK(board.group(person) == 1);
    CHECK(board.move_count() == 0);
    CHECK(board.driver.record().find_target("board_close") == nullptr);
}

TEST_CASE("while a card is held over another group, its criteria show what would become of them") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    const Point from = board.driver.middle_of(board.card(person));
    const Point to = board.column_of(2);
    board.driver.finger_down(1, from);
    board.driver.finger_move(1, {from.x + 40, from.y});
    board.driver.finger_move(1, to);
    board.settle();
    CHECK(board.says("Same organisation: 1, now 0"));
    CHECK(board.says("Group sizes: 2, now 0"));
    board.driver.finger_move(1, from);
    board.settle();
    CHECK(board.says("Same organisation: 0, best possible"));
    board.driver.finger_up(1, from);
    CHECK(board.move_count() == 0);
}

TEST_CASE("a second finger lets go of what the first one holds") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    const Point from = board.driver.middle_of(board.card(person));
    const Point to = board.column_of(2);
    board.driver.finger_down(1, from);
    board.driver.finger_move(1, {from.x + 60, from.y});
    board.driver.finger_down(2, to);
    board.driver.finger_up(2, to);
    board.driver.finger_up(1, to);
    board.settle();
    CHECK(board.group(person) == 1);
}

TEST_CASE("the keys alone carry a card: Enter, arrow, Enter") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.focus(board.card(person));
    board.press(KeyKind::enter);
    CHECK(board.group(person) == 1);
    board.press(KeyKind::right);
    CHECK(board.says("Same organisation: 1, now 0"));
    CHECK(board.group(person) == 1);
    board.press(KeyKind::enter);
    CHECK(board.group(person) == 2);
    CHECK(board.is_focused(board.card(person)));
    // The page's keys are its own again.
    board.press(KeyKind::next);
    CHECK_FALSE(board.is_focused(board.card(person)));
}

TEST_CASE("Esc puts down what the keys carry, then closes the panel, then leaves the page") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.focus(board.card(person));
    board.press(KeyKind::enter);
    board.press(KeyKind::right);
    board.press(KeyKind::escape);
    CHECK(board.group(person) == 1);
    CHECK_FALSE(board.navigation);
    REQUIRE(board.driver.record().find_target("board_close") != nullptr);
    board.press(KeyKind::escape);
    CHECK(board.driver.record().find_target("board_close") == nullptr);
    CHECK_FALSE(board.navigation);
    board.press(KeyKind::escape);
    CHECK(board.led_to<GoHome>() != nullptr);
}

TEST_CASE("a tap says why somebody sits there, and sends them to another group by taps alone") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.tap(board.card(person));
    CHECK(board.says("sits in group 1, where 1 of the 2 people of Förening"));
    board.tap("board_choose_group");
    CHECK(board.driver.record().find_target("board_group_1") == nullptr);
    board.tap("board_group_2");
    CHECK(board.group(person) == 2);
    CHECK(board.says("sits in group 2, where 2 of the 2 people of Förening"));
    board.tap("board_choose_group");
    board.tap("board_group_0");
    CHECK(board.group(person) == 0);
    CHECK(board.says("Without a group"));
}

TEST_CASE("whoever is here is moved only after a question") {
    OpenBoard board(Plan::dealt, 8);
    const std::size_t person = board.somebody_in(1);
    board.drag(person, board.column_of(2));
    CHECK(board.group(person) == 1);
    CHECK(board.says("Ek sits in group 1 already. Move anyway?"));
    CHECK(board.says("Same organisation: 1, now 0"));
    board.tap("board_close");
    CHECK(board.group(person) == 1);
    CHECK(board.says("Same organisation: 0, best possible"));
    board.drag(person, board.column_of(2));
    board.tap("board_confirm");
    CHECK(board.group(person) == 2);
    board.tap("board_undo");
    CHECK(board.group(person) == 1);
}

TEST_CASE("a locked card says so, and dealing anew leaves it where it is") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.drag(person, board.column_of(2));
    board.tap(board.card(person));
    board.tap("board_lock");
    CHECK(board.says("has locked the place"));
    CHECK(board.driver.record().find_target(board.card(person))->label.find("locked") !=
          std::string::npos);
    board.tap("board_close");
    board.tap_more("board_deal");
    CHECK(board.says("because they are here or locked: 1."));
    board.tap("board_confirm");
    CHECK(board.says("Everybody has a group now."));
    CHECK(board.group(person) == 2);
    CHECK(board.says("Same organisation: 0, best possible"));
    board.tap(board.card(person));
    board.tap("board_unlock");
    CHECK_FALSE(board.says("has locked the place"));
}

TEST_CASE("the keys reach every card, and the columns follow") {
    OpenBoard board(Plan::dealt, 0, 12, 96);
    board.press(KeyKind::next);
    const auto is_on_card = [&] { return board.focused().starts_with("card_"); };
    for (int presses = 0; presses < 40 && !is_on_card(); ++presses) board.press(KeyKind::next);
    REQUIRE(is_on_card());
    std::set<std::string> reached;
    for (int group = 1; group <= 12; ++group) {
        board.driver.press(KeyKind::home);
        reached.insert(board.focused());
        for (int i = 1; i < 8; ++i) {
            board.driver.press(KeyKind::down);
            reached.insert(board.focused());
        }
        if (group < 12) board.driver.press(KeyKind::right);
    }
    CHECK(reached.size() == 96);
    const std::string last = board.focused();
    board.driver.press(KeyKind::page_up);
    CHECK(board.focused() != last);
    board.driver.press(KeyKind::end);
    CHECK(board.focused() == last);
    // There is no card behind it: the arrow leads out of the columns.
    board.driver.press(KeyKind::right);
    CHECK(board.focused().find("card_") != 0);
}

TEST_CASE("a move that another screen made first is said, and nothing is changed") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.tap(board.card(person));
    board.tap("board_choose_group");
    board.desk->do_quietly([&](Desk& desk) {
        static_cast<void>(
            move_person(desk, {board.people[person], 1, 1, 0}, {ActingRole::organiser}));
    });
    board.driver.tap("board_group_2");
    board.settle();
    CHECK(board.says("was moved by somebody else meanwhile"));
    CHECK(board.group(person) == 0);
}

TEST_CASE("the board follows what happens elsewhere, a second later at most") {
    OpenBoard board;
    board.desk->do_quietly([&](Desk& desk) {
        static_cast<void>(desk.check_in(board.people[0], CheckInMethod::name, EventDesk::staff));
    });
    board.driver.advance_ms(1000);
    board.settle();
    CHECK(board.says("4 people, 1 here"));
}

TEST_CASE("an answer for the board that comes when the page is gone finds nobody") {
    OpenBoard board;
    board.driver.tap(board.card(0));
    board.driver.frame();
    board.driver.tap("board_lock");
    board.driver.show([](Ui& ui) { ui.begin_screen("other"); });
    board.presenter.reset();
    board.settle();
    CHECK(board.driver.record().head().screen == "other");
}

}  // namespace stormote
