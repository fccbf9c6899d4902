// The board of groups with a real desk behind it: moved by touch, by the keys and by taps, taken
// back, locked, asked before, evened out and dealt.
#include <algorithm>
#include <optional>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/ui/organiser_room.h"
#include "tests/support/board_moves.h"
#include "tests/support/event_desk.h"
#include "tests/support/ui_driver.h"
#include "tests/support/wait.h"

namespace stormote {

namespace {

using testing::EventDesk;
using testing::move_person;

enum class Plan { dealt, none };

// Eight people of four associations in two groups, nobody here yet, with the board open.
class OpenBoard {
  public:
    explicit OpenBoard(Plan plan = Plan::dealt, std::size_t here = 0, int groups = 2,
                       std::size_t count = 8) {
        for (std::size_t i = 0; i < count; ++i) {
            people.push_back(event.add(
                {"Person" + std::to_string(i), "Ek", "Förening " + std::to_string(i / 2)}));
        }
        if (plan == Plan::dealt) event->plan_groups(groups, 1, EventDesk::staff);
        for (std::size_t i = 0; i < here; ++i) event.come(people[i]);
        desk.emplace(event.take(), [] {});
        room.emplace(*desk, nullptr, event.clock);
        room->open();
        driver.show([this](Ui& ui) { room->draw(ui, {}); });
        driver.tap("tab_groups");
        settle();
        driver.advance_ms(Ui::settle_ms);
        settle();
    }

    // Draws what has come, once the desk has done all that was asked, and all that this asked for.
    void settle() {
        for (int i = 0; i < 3; ++i) {
            REQUIRE(wait_until([&] {
                desk->collect();
                return !desk->is_busy();
            }));
            driver.frame();
        }
    }
    void tap(std::string_view id) {
        driver.tap(id);
        settle();
    }
    void press(KeyKind key) {
        driver.press(key);
        settle();
    }
    void focus(const std::string& id) {
        for (int i = 0; i < 40 && !is_focused(id); ++i) driver.press(KeyKind::next);
        REQUIRE(is_focused(id));
    }
    [[nodiscard]] bool is_focused(const std::string& id) const {
        const RecordedItem *item = driver.record().find_target(id);
        return item != nullptr && item->focused;
    }
    [[nodiscard]] bool says(std::string_view words) const { return driver.record().says(words); }
    [[nodiscard]] std::string card(std::size_t person) const { return card_id(people[person]); }
    [[nodiscard]] GroupNumber group(std::size_t person) const {
        return desk->read(
            [&](const Desk& at) { return group_of(at.state(), people[person]).value_or(0); });
    }
    [[nodiscard]] std::vector<GroupNumber> groups() const {
        std::vector<GroupNumber> all;
        for (std::size_t i = 0; i < people.size(); ++i) all.push_back(group(i));
        return all;
    }
    [[nodiscard]] std::string focused() const {
        for (const RecordedItem& item : driver.record().items()) {
            if (item.focused) return item.id;
        }
        return "";
    }
    // Somebody who sits in that group.
    [[nodiscard]] std::size_t somebody_in(GroupNumber wanted) const {
        std::size_t person = 0;
        while (group(person) != wanted) ++person;
        return person;
    }
    // In the column of a group, beside its cards.
    [[nodiscard]] Point column_of(GroupNumber wanted) const {
        return driver.middle_of(card(somebody_in(wanted)));
    }
    [[nodiscard]] std::size_t move_count() const {
        return desk->read([&](const Desk& at) {
            std::size_t count = 0;
            for (const AttendeeId& person : people) {
                count += at.state().find_attendee(person)->moves.size();
            }
            return count;
        });
    }
    void drag(std::size_t person, Point to) {
        const Point from = driver.middle_of(card(person));
        driver.finger_down(1, from);
        for (int step = 1; step <= 10; ++step) {
            const float share = static_cast<float>(step) / 10;
            driver.finger_move(
                1, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        }
        settle();
        driver.finger_up(1, to);
        settle();
    }

    EventDesk event;
    std::vector<AttendeeId> people;
    std::optional<DeskThread> desk;
    std::optional<OrganiserRoom> room;
    UiDriver driver;
};

}  // namespace

TEST_CASE("the board shows the groups with their people, and what they cost") {
    const OpenBoard board;
    CHECK(board.driver.record().head().screen == "organiser_groups");
    CHECK(board.says("Group 1"));
    CHECK(board.says("Group 2"));
    CHECK(board.says("4 people, 0 here"));
    CHECK(board.says("Same organisation 0 · proven best"));
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
    CHECK_FALSE(board.driver.record().find_target("board_redo")->enabled);
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
    CHECK(board.says("Same organisation 1, now 0"));
    CHECK(board.says("Group sizes 2, now 0"));
    board.driver.finger_move(1, from);
    board.settle();
    CHECK(board.says("Same organisation 0 · proven best"));
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
    CHECK(board.says("Same organisation 1, now 0"));
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
    CHECK_FALSE(board.room->wants_to_leave());
    REQUIRE(board.driver.record().find_target("board_close") != nullptr);
    board.press(KeyKind::escape);
    CHECK(board.driver.record().find_target("board_close") == nullptr);
    CHECK_FALSE(board.room->wants_to_leave());
    board.press(KeyKind::escape);
    CHECK(board.room->wants_to_leave());
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
    CHECK(board.says("Same organisation 1, now 0"));
    board.tap("board_close");
    CHECK(board.group(person) == 1);
    CHECK(board.says("Same organisation 0 · proven best"));
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
    board.tap("board_deal");
    CHECK(board.says("as they are here or locked: 1."));
    board.tap("board_confirm");
    CHECK(board.says("Everybody has a group now."));
    CHECK(board.group(person) == 2);
    CHECK(board.says("Same organisation 0 · proven best"));
    board.tap(board.card(person));
    board.tap("board_unlock");
    CHECK_FALSE(board.says("has locked the place"));
}

TEST_CASE("dealing anew is taken back and done again as one step") {
    OpenBoard board;
    const std::size_t person = board.somebody_in(1);
    board.drag(person, board.column_of(2));
    const auto before = board.groups();
    board.tap("board_deal");
    board.tap("board_more_groups");
    board.tap("board_confirm");
    const auto after = board.groups();
    CHECK(after != before);
    CHECK(board.says("Group 3"));
    board.tap("board_undo");
    CHECK(board.says("The groups are as before they were dealt anew."));
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
    board.tap("board_open_table");
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
    board.tap("board_open_table");
    CHECK(board.says("Open group 4?"));
    board.tap("board_group_3");
    CHECK(board.says("Group 3 is open."));
}

TEST_CASE("a group is closed by a confirmation that says who moves, and taken back") {
    OpenBoard board(Plan::dealt, 3, 3);
    const auto before = board.groups();
    board.tap("board_close_table");
    board.tap("board_group_2");
    CHECK(board.says("Close group 2?"));
    const auto in_group = std::count(before.begin(), before.end(), 2);
    CHECK(board.says(std::to_string(in_group) + " people get another group."));
    CHECK(board.says("Are here already: "));
    CHECK(board.says("Nobody else moves."));
    CHECK(board.groups() == before);
    board.tap("board_close");
    CHECK(board.groups() == before);
    board.tap("board_close_table");
    board.tap("board_group_2");
    board.tap("board_confirm");
    CHECK(board.says("Group 2 is closed."));
    const auto after = board.groups();
    CHECK(std::count(after.begin(), after.end(), 1) == 4);
    CHECK(std::count(after.begin(), after.end(), 3) == 4);
    CHECK(board.says("Same organisation 0 · proven best"));
    board.tap("board_undo");
    CHECK(board.groups() == before);
    CHECK(board.says("Group 2 is open."));
    board.tap("board_redo");
    CHECK(board.groups() == after);
}

TEST_CASE("two groups are merged: one is closed and all its people go to the other") {
    OpenBoard board(Plan::dealt, 0, 3);
    board.tap("board_close_table");
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
    board.tap("board_close_table");
    board.tap("board_group_2");
    board.tap("board_confirm");
    CHECK_FALSE(
        board.desk->read([](const Desk& at) { return can_close_some(read_board(at.state(), 1)); }));
}

TEST_CASE("whoever came while a group was being closed is not left behind in it") {
    OpenBoard board;
    board.tap("board_close_table");
    board.tap("board_group_2");
    const std::size_t person = board.somebody_in(1);
    board.desk->do_quietly([&](Desk& desk) {
        static_cast<void>(
            move_person(desk, {board.people[person], 1, 1, 2}, {ActingRole::organiser}));
    });
    board.tap("board_confirm");
    CHECK(board.says("Somebody has a place there by now. Nothing was changed."));
    CHECK(board.group(person) == 2);
    CHECK(board.says("Group 2"));
}

TEST_CASE("somebody who was placed in a closed group elsewhere is shown there, and can go") {
    OpenBoard board(Plan::dealt, 1, 3);
    const GroupNumber closed = board.group(0);
    board.desk->do_quietly([&](Desk& desk) {
        FieldSetter<GroupField> fields;
        fields.set(GroupField::closed, "closed");
        const Body body{{}, ActingRole::organiser, GroupDescribed{closed, fields.take()}};
        desk.record(std::span(&body, 1));
    });
    board.driver.advance_ms(1000);
    board.settle();
    CHECK(board.says("Closed, "));
    CHECK(board.says("is closed, but still has people: "));
    // Nobody else is put down there.
    std::size_t other = 0;
    while (board.group(other) == closed) ++other;
    const GroupNumber own = board.group(other);
    board.drag(other, board.column_of(closed));
    CHECK(board.group(other) == own);
    board.tap("board_clear_closed");
    CHECK(board.says("is closed. Move those who are left?"));
    board.tap("board_confirm");
    CHECK(board.group(0) != closed);
    CHECK_FALSE(board.says("Closed, "));
}

TEST_CASE("the keys reach every card, and the columns follow") {
    OpenBoard board(Plan::dealt, 0, 12, 96);
    board.press(KeyKind::next);
    while (board.focused().find("card_") != 0) board.press(KeyKind::next);
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
    CHECK(board.says("Same organisation 0 · proven best"));
    board.tap("board_close");
    board.tap("board_undo");
    CHECK(board.says("Same organisation 1"));
    board.tap("board_redo");
    board.tap("board_even_out");
    CHECK(board.says("No move would mix the groups better."));
}

TEST_CASE("where there are no groups yet, the board deals them") {
    OpenBoard board(Plan::none);
    CHECK(board.says("No groups yet"));
    CHECK(board.says("8 people in 1 groups."));
    board.tap("board_more_groups");
    board.tap("board_more_groups");
    CHECK(board.says("8 people in 3 groups."));
    board.tap("board_fewer_groups");
    board.tap("board_confirm");
    CHECK(board.says("Group 2"));
    CHECK(board.says("Same organisation 0 · proven best"));
    CHECK(board.group(0) != 0);
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
    board.room.reset();
    board.settle();
    CHECK(board.driver.record().head().screen == "other");
}

}  // namespace stormote
