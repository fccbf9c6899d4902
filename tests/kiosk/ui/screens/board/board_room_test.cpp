// The board as the room: tables that are tapped, dragged onto, reached by the keys, and told apart.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "tests/support/screens/open_board.h"

namespace stormote {

using namespace testing;

namespace {

OpenBoard open_room(std::size_t here = 0, int groups = 2, std::size_t count = 8) {
    return OpenBoard(Plan::dealt, here, groups, count, BoardForm::room);
}

const RecordedItem& table(const OpenBoard& board, GroupNumber group) {
    const RecordedItem *found = board.driver.record().find_target(table_id(group));
    REQUIRE(found != nullptr);
    return *found;
}

bool shows(const OpenBoard& board, std::string_view id) {
    return board.driver.record().find_target(id) != nullptr;
}

Point middle(const Rect& rect) {
    return rect.centre();
}

// In metres, by a device that draws the plan.
void stand(OpenBoard& board, GroupNumber group, const char *across, const char *down) {
    board.describe_elsewhere(group, GroupField::across, across);
    board.describe_elsewhere(group, GroupField::down, down);
}

}  // namespace

TEST_CASE("the board opens on the room, where every table says who is here") {
    const OpenBoard board = open_room(3);
    CHECK(table(board, 1).label.find("Group 1, 4 people, ") == 0);
    CHECK(table(board, 2).label.find("Group 2, 4 people, ") == 0);
    CHECK(board.says("3 of 8 are here"));
    CHECK(board.says("Same organisation: 0, best possible"));
    CHECK(board.says("Is expected"));
    // Nobody's name stands on the plan.
    CHECK_FALSE(board.says("Person0"));
}

TEST_CASE("a tap on a table opens its people, and another one or Esc closes them") {
    OpenBoard board = open_room();
    const std::size_t person = board.somebody_in(1);
    const std::size_t other = board.somebody_in(2);
    board.tap(table_id(1));
    CHECK(shows(board, board.card(person)));
    CHECK_FALSE(shows(board, board.card(other)));
    CHECK(table(board, 1).selected);
    board.tap(table_id(2));
    CHECK(shows(board, board.card(other)));
    CHECK_FALSE(shows(board, board.card(person)));
    board.tap(table_id(2));
    CHECK_FALSE(shows(board, board.card(other)));
    CHECK(shows(board, "board_more"));
    board.tap(table_id(1));
    board.press(KeyKind::escape);
    CHECK_FALSE(shows(board, board.card(person)));
    CHECK_FALSE(board.navigation);
}

TEST_CASE("a card is dragged from the panel onto a table, and taken back") {
    OpenBoard board = open_room();
    const std::size_t person = board.somebody_in(1);
    board.tap(table_id(1));
    board.drag(person, middle(table(board, 2).rect));
    CHECK(board.group(person) == 2);
    CHECK(board.says("Ek sits in group 2 now."));
    // The table is still open, without whoever has left it.
    CHECK(table(board, 1).selected);
    CHECK_FALSE(shows(board, board.card(person)));
    board.tap("board_undo");
    CHECK(board.group(person) == 1);
    CHECK(shows(board, board.card(person)));
    CHECK_FALSE(board.driver.record().find_target("board_undo")->enabled);
}

TEST_CASE("what is let go beside the tables, or on its own, stays where it was") {
    OpenBoard board = open_room();
    const std::size_t person = board.somebody_in(1);
    board.tap(table_id(1));
    board.drag(person, middle(table(board, 1).rect));
    board.drag(person, {table(board, 2).rect.right() + 60, table(board, 2).rect.top});
    board.drag(person, {1900, 1060});
    CHECK(board.move_count() == 0);
    CHECK(board.group(person) == 1);
}

TEST_CASE("while a card is held over a table, the criteria show what would become of them") {
    OpenBoard board = open_room();
    const std::size_t person = board.somebody_in(1);
    board.tap(table_id(1));
    const Point from = board.driver.middle_of(board.card(person));
    board.driver.finger_down(1, from);
    board.driver.finger_move(1, {from.x - 60, from.y});
    board.driver.finger_move(1, middle(table(board, 2).rect));
    board.settle();
    CHECK(board.says("Same organisation: 1, now 0"));
    board.driver.finger_move(1, from);
    board.settle();
    CHECK(board.says("Same organisation: 0, best possible"));
    board.driver.finger_up(1, from);
    CHECK(board.move_count() == 0);
}

TEST_CASE("whoever is here is dragged to another table only after a question") {
    OpenBoard board = open_room(8);
    const std::size_t person = board.somebody_in(1);
    board.tap(table_id(1));
    board.drag(person, middle(table(board, 2).rect));
    CHECK(board.group(person) == 1);
    CHECK(board.says("Ek sits in group 1 already. Move anyway?"));
    board.tap("board_close");
    CHECK(shows(board, board.card(person)));
    board.drag(person, middle(table(board, 2).rect));
    board.tap("board_confirm");
    CHECK(board.group(person) == 2);
}

TEST_CASE("where the panel asks for a group, the table on the plan is the answer") {
    OpenBoard board = open_room();
    const std::size_t person = board.somebody_in(1);
    board.tap(table_id(1));
    board.tap(board.card(person));
    CHECK(board.says("sits in group 1, where 1 of the 2 people of Förening"));
    board.tap("board_choose_group");
    CHECK(board.says("Tap a table on the plan, or its number here."));
    // Their own is no answer.
    board.tap(table_id(1));
    CHECK(board.says("Tap a table on the plan, or its number here."));
    board.tap(table_id(2));
    CHECK(board.group(person) == 2);
    CHECK(table(board, 2).selected);
    // Back to the people of the table that they sit at now.
    board.tap("board_close");
    CHECK(shows(board, board.card(person)));
    board.tap("board_close");
    board.tap_more("board_close_table");
    board.tap(table_id(2));
    CHECK(board.says("Close group 2?"));
}

TEST_CASE("the keys alone open a table, choose somebody there and move them") {
    OpenBoard board = open_room();
    board.focus(table_id(1));
    board.press(KeyKind::enter);
    // They are on the first card then.
    REQUIRE(board.focused().starts_with("card_"));
    const std::string card = board.focused();
    board.press(KeyKind::enter);
    board.focus("board_choose_group");
    board.press(KeyKind::enter);
    board.focus("board_group_2");
    board.press(KeyKind::enter);
    const auto person = static_cast<std::size_t>(
        std::find_if(board.people.begin(), board.people.end(),
                     [&](const AttendeeId& id) { return card_id(id) == card; }) -
        board.people.begin());
    CHECK(board.group(person) == 2);
    board.press(KeyKind::escape);
    CHECK(board.is_focused(card));
    board.press(KeyKind::escape);
    CHECK(board.is_focused(table_id(2)));
    board.press(KeyKind::escape);
    CHECK(board.led_to<GoHome>() != nullptr);
}

TEST_CASE("the keys reach every table, also those that do not show, and the room follows") {
    OpenBoard board = open_room(0, 90, 360);
    std::set<std::string> shown;
    int across = 0;
    const float top = table(board, 1).rect.top;
    for (const RecordedItem& item : board.driver.record().items()) {
        if (!item.id.starts_with("table_")) continue;
        shown.insert(item.id);
        if (item.rect.top == top) ++across;
    }
    REQUIRE(shown.size() < 90);
    board.focus(table_id(1));
    std::set<std::string> reached;
    for (int row = 0; row * across < 90; ++row) {
        board.driver.press(KeyKind::home);
        for (int down = 0; down < row; ++down) board.driver.press(KeyKind::down);
        reached.insert(board.focused());
        for (int i = 1; i < across && reached.size() < 90; ++i) {
            board.driver.press(KeyKind::right);
            reached.insert(board.focused());
        }
    }
    for (GroupNumber group = 1; group <= 90; ++group) {
        INFO(group);
        CHECK(reached.contains(table_id(group)));
    }
    board.driver.press(KeyKind::home);
    CHECK(board.focused() == table_id(1));
    board.driver.press(KeyKind::end);
    CHECK(board.focused() == table_id(90));
    // There is no table behind it: the arrow leads out of the room.
    board.driver.press(KeyKind::down);
    CHECK_FALSE(board.focused().starts_with("table_"));
}

TEST_CASE("a finger that moves the room opens no table") {
    OpenBoard board = open_room(0, 90, 360);
    const Rect before = table(board, 20).rect;
    const Point from = middle(before);
    board.driver.finger_down(1, from);
    for (int step = 1; step <= 8; ++step) {
        board.driver.finger_move(1, {from.x, from.y - 15.0F * static_cast<float>(step)});
    }
    board.driver.finger_up(1, {from.x, from.y - 120});
    board.settle();
    CHECK(table(board, 20).rect.top == Approx(before.top - 120).margin(2));
    CHECK(shows(board, "board_more"));
    board.tap("pan_down");
    CHECK_FALSE(shows(board, table_id(1)));
}

TEST_CASE("room and columns lead to each other, and whoever is chosen stays so") {
    OpenBoard board = open_room();
    const std::size_t person = board.somebody_in(2);
    board.tap(table_id(2));
    board.show_as(BoardForm::columns);
    CHECK_FALSE(shows(board, table_id(2)));
    CHECK(shows(board, board.card(board.somebody_in(1))));
    board.tap(board.card(person));
    board.show_as(BoardForm::room);
    CHECK(table(board, 2).selected);
    CHECK(shows(board, "board_choose_group"));
    board.tap("board_close");
    CHECK(shows(board, board.card(person)));
}

TEST_CASE("tables stand where the plan says, and those that it does not know below it") {
    OpenBoard board = open_room(0, 3, 12);
    stand(board, 1, "8", "2");
    stand(board, 2, "2", "5");
    const Rect first = table(board, 1).rect;
    const Rect second = table(board, 2).rect;
    CHECK(first.left > second.right());
    CHECK(first.bottom() < second.top);
    CHECK(table(board, 3).rect.top > second.bottom());
    // Two that would stand on each other stand in a row instead.
    stand(board, 2, "8", "2");
    CHECK_FALSE(table(board, 1).rect.overlaps(table(board, 2).rect));
}

TEST_CASE("a table says that it has few people, too few chairs, or nobody to lead it") {
    OpenBoard board = open_room(0, 2, 7);
    const GroupNumber few =
        board.somebody_in(1) < 7 && table(board, 1).label.find("3 people") != std::string::npos ? 1
                                                                                                : 2;
    CHECK(table(board, few).label.find("Few") != std::string::npos);
    CHECK(table(board, 3 - few).label.find("Few") == std::string::npos);
    board.describe_elsewhere(3 - few, GroupField::capacity, "3");
    CHECK(table(board, 3 - few).label.find("4 people, 3 chairs, Crowded") != std::string::npos);
    board.tap(table_id(few));
    CHECK(board.says("Too few to talk in a group."));
    const std::size_t person = board.somebody_in(few);
    board.tap(board.card(person));
    board.tap("board_lead");
    CHECK(table(board, few).label.find("the facilitator is missing") != std::string::npos);
    board.tap("board_close");
    CHECK(board.says("who has not come."));
}

TEST_CASE("whoever has no group waits beside the tables, and is dragged to one") {
    OpenBoard board = open_room();
    const std::size_t person = board.somebody_in(1);
    CHECK_FALSE(shows(board, table_id(0)));
    board.tap(table_id(1));
    board.tap(board.card(person));
    board.tap("board_choose_group");
    board.tap("board_group_0");
    CHECK(board.group(person) == 0);
    board.tap("board_close");
    CHECK(board.says("Without a group"));
    board.drag(person, middle(table(board, 2).rect));
    CHECK(board.group(person) == 2);
    CHECK_FALSE(shows(board, table_id(0)));
}

TEST_CASE("what the board shows is made once for each change, not for each frame") {
    OpenBoard board = open_room();
    BoardPresenter presenter(*board.desk);
    const Texts texts;
    const auto contents = [&] {
        presenter.refresh(board.driver.ui());
        board.settle();
        return presenter.view(texts).contents;
    };
    const auto first = contents();
    REQUIRE(first->columns.size() == 2);
    CHECK(contents() == first);
    const Texts swedish = load_texts("sv").value();
    CHECK(presenter.view(swedish).contents->columns.front().title == "Grupp 1");
}

}  // namespace stormote
