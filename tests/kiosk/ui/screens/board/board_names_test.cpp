// Tables that get a name and a place on the organiser's board.
#include <catch2/catch.hpp>

#include "sync/base/text_folding.h"
#include "tests/support/screens/open_board.h"

namespace stormote {

using namespace testing;

namespace {

TableWords table_words(const OpenBoard& board, GroupNumber group) {
    return board.desk->read([group](const Desk& at) { return words_of(at.state(), group); });
}

bool is_at(const OpenBoard& board, std::string_view screen) {
    return board.driver.record().head().screen == screen;
}

// The page for the table of a group, as somebody finds it from the board.
void open_page(OpenBoard& board, GroupNumber group) {
    board.tap_more("board_name_table");
    CHECK(board.says("Which group's table?"));
    board.tap("board_group_" + std::to_string(group));
    board.driver.advance_ms(Ui::settle_ms);
    REQUIRE(is_at(board, "table_name"));
}

// Back at the board, where a finger may touch again.
void arrive(OpenBoard& board) {
    board.driver.advance_ms(Ui::settle_ms);
    board.settle();
    REQUIRE(is_at(board, "organiser_groups"));
}

void save(OpenBoard& board) {
    board.tap("save");
    arrive(board);
}

// On a real keyboard.
void type(OpenBoard& board, std::u32string_view text) {
    board.driver.type(text);
    board.settle();
}

}  // namespace

TEST_CASE("a table gets its name and place on the screen or on a keyboard, and back as one step") {
    OpenBoard board;
    open_page(board, 2);
    CHECK(board.says("The table of group 2 has no name yet."));
    // The first letter is a capital by itself.
    for (const char *key : {"key_l", "key_ö", "key_n", "key_n", "key_page", "key_4", "key_page",
                            "key_page", "key_space", "key_b", "key_x", "key_erase"}) {
        board.tap(key);
    }
    board.tap("field_table_place");
    type(board, U"vid fönstret");
    CHECK(board.says("Group 2 · Table Lönn4 b · vid fönstret"));
    CHECK(table_words(board, 2) == TableWords{});
    save(board);
    CHECK(board.says("Group 2 · Table Lönn4 b"));
    CHECK(table_words(board, 2) == TableWords{"Lönn4 b", "vid fönstret"});
    CHECK(board.says("Lönn4 b"));
    board.tap("board_undo");
    CHECK(board.says("Group 2: no name now"));
    CHECK(table_words(board, 2) == TableWords{});
    board.tap("board_redo");
    CHECK(table_words(board, 2) == TableWords{"Lönn4 b", "vid fönstret"});
}

TEST_CASE("a group that has just opened is offered a name at once") {
    OpenBoard board;
    board.tap_more("board_open_table");
    board.tap("board_confirm");
    CHECK(board.says("Group 3 is open."));
    board.tap("board_name_opened");
    board.driver.advance_ms(Ui::settle_ms);
    REQUIRE(is_at(board, "table_name"));
    type(board, U"Eken");
    board.press(KeyKind::enter);
    arrive(board);
    CHECK(board.says("Group 3 · Table Eken"));
    CHECK(table_words(board, 3) == TableWords{"Eken", ""});
    CHECK(board.driver.record().find_target("board_name_opened") == nullptr);
    // First the name, then the group; opened again it still has the name.
    board.tap("board_undo");
    CHECK(table_words(board, 3) == TableWords{});
    board.tap("board_redo");
    board.tap("board_undo");
    board.tap("board_undo");
    CHECK(board.says("Group 3 is closed."));
    board.tap("board_redo");
    CHECK(board.driver.record().find_target("board_name_opened") != nullptr);
    board.tap("board_redo");
    CHECK(table_words(board, 3) == TableWords{"Eken", ""});
}

TEST_CASE("a group that opens again with the name it had is not offered one") {
    OpenBoard board(Plan::dealt, 0, 3);
    board.describe_elsewhere(3, GroupField::name, "Eken");
    board.tap_more("board_close_table");
    board.tap("board_group_3");
    board.tap("board_confirm");
    board.tap_more("board_open_table");
    board.tap("board_group_3");
    CHECK(board.says("Group 3 is open."));
    CHECK(board.driver.record().find_target("board_name_opened") == nullptr);
}

TEST_CASE("leaving a table's page or saving it as it was records nothing") {
    OpenBoard board;
    board.describe_elsewhere(1, GroupField::name, "Lönnen");
    open_page(board, 1);
    CHECK(board.says("Group 1 · Table Lönnen"));
    type(board, U" bort");
    board.press(KeyKind::escape);
    arrive(board);
    CHECK(table_words(board, 1) == TableWords{"Lönnen", ""});
    open_page(board, 1);
    type(board, U"  ");
    save(board);
    CHECK_FALSE(board.driver.record().find_target("board_undo")->enabled);
    CHECK_FALSE(board.says("Group 1 · Table Lönnen"));
}

TEST_CASE("a table's name is taken away by an empty one, and a very long one ends in time") {
    OpenBoard board;
    open_page(board, 1);
    type(board, std::u32string(200, U'å'));
    board.tap("field_table_place");
    type(board, std::u32string(200, U'ö'));
    save(board);
    const TableWords words = table_words(board, 1);
    CHECK(count_code_points(words.name) == longest_table_name);
    CHECK(count_code_points(words.place) == longest_table_place);
    // What has happened takes much room in the panel, until something else is looked at.
    board.tap("board_undo");
    CHECK(table_words(board, 1) == TableWords{});
    board.tap("board_redo");
    board.tap(board.card(0));
    board.tap("board_close");
    open_page(board, 1);
    board.tap("clear_text");
    save(board);
    CHECK(board.says("Group 1: no name now"));
    CHECK(table_words(board, 1) == TableWords{"", words.place});
    open_page(board, 1);
    board.tap("field_table_place");
    board.tap("clear_text");
    save(board);
    CHECK(board.says("Group 1: no place now"));
    CHECK(table_words(board, 1) == TableWords{});
}

TEST_CASE("an imported name that is longer than what can be typed stays until it is erased") {
    OpenBoard board;
    const std::string long_name(longest_table_name + 5, 'x');
    board.describe_elsewhere(1, GroupField::name, long_name);
    open_page(board, 1);
    type(board, U"y");
    board.press(KeyKind::backspace);
    save(board);
    CHECK(table_words(board, 1).name == long_name.substr(1));
}

TEST_CASE("what somebody else called the table meanwhile is not written over") {
    OpenBoard board;
    open_page(board, 1);
    type(board, U"Lönnen");
    board.describe_elsewhere(1, GroupField::name, "Eken");
    // The page goes on with what is being written.
    CHECK(board.says("Group 1 · Table Lönnen"));
    save(board);
    CHECK(board.says("Somebody else has named the table meanwhile. Nothing was changed."));
    CHECK(table_words(board, 1) == TableWords{"Eken", ""});
    CHECK(board.says("Eken"));
}

TEST_CASE("whoever gives two tables the same name is told") {
    OpenBoard board;
    board.describe_elsewhere(2, GroupField::name, "Lönnen");
    open_page(board, 1);
    type(board, U"lönne");
    CHECK_FALSE(board.says("is called that, too."));
    type(board, U"n");
    CHECK(board.says("The table of group 2 is called that, too."));
}

}  // namespace stormote
