// A facilitator puts a table's notes in their order: by buttons, by keys, and by dragging.
#include <catch2/catch.hpp>

#include "sync/report/published_notes.h"
#include "tests/kiosk/ui/screens/table/at_table.h"

namespace stormote {

namespace {

// A finger on the page of the order, and the texts of its cards from the top.
class AtOrder : public AtTable {
  public:
    explicit AtOrder(int more = 1) {
        open_note("note_1");
        tap("order");
        do_at_desk([more](Desk& at) {
            for (int i = 0; i < more; ++i) {
                at.write_note({2, 1, NoteKind::point, "Plats " + std::to_string(i)},
                              actor::facilitator);
            }
        });
        look_again();
    }
    // What is asked for is seen in the next frame.
    void move(Point to) {
        driver.finger_move(0, to);
        driver.frame();
    }
    [[nodiscard]] std::vector<std::string> shown() const {
        std::vector<std::string> cards;
        for (const RecordedItem& item : driver.record().items()) {
            if (item.id.starts_with("note_")) cards.push_back(item.label);
        }
        return cards;
    }
    [[nodiscard]] Rect card(std::string_view id) const {
        return driver.record().find_target(id)->rect;
    }
    [[nodiscard]] Point handle(std::string_view id) const {
        const Rect rect = card(id);
        return {rect.right() - 40, rect.top + rect.height / 2};
    }
    [[nodiscard]] bool is_first_at(std::size_t place) const {
        return desk->read(
            [&](const Desk& at) { return notes_in_order(at.state(), 2, 1).at(place) == first; });
    }
};

}  // namespace

TEST_CASE("a note is moved up and down among the notes of its question, and back by \"Undo\"") {
    AtTable table;
    table.do_at_desk([](Desk& at) {
        at.write_note({2, 1, NoteKind::point, "En scen"}, actor::facilitator);
    });
    table.look_again();
    const auto order = [&] {
        return table.desk->read([&](const Desk& at) { return notes_in_order(at.state(), 2, 1); });
    };
    table.open_note("note_1");
    table.tap("order");
    REQUIRE(table.screen() == "table_order");
    CHECK(table.says("Chosen: 1. Fler bänkar"));
    for (const char *text : {"Chosen: 2. Fler bänkar", "Chosen: 3. Fler bänkar"}) {
        table.tap("shift_down");
        table.settle();
        CHECK(table.comes_to_say(text));
    }
    CHECK(order().back() == table.first);
    // Nothing stands below it.
    CHECK_FALSE(table.driver.record().find_target("shift_down")->enabled);
    table.tap("note_1");
    CHECK(table.says("Chosen: 1. Bänkar i parken"));
    table.tap("note_3");
    table.tap("shift_up");
    table.settle();
    CHECK(table.comes_to_say("Chosen: 2. Fler bänkar"));
    table.tap("back");
    REQUIRE(table.screen() == "table");
    CHECK(table.comes_to_say("Moved up: Fler bänkar"));
    CHECK(order()[1] == table.first);
    table.tap("take_back_done");
    table.settle();
    CHECK(order()[2] == table.first);
}

TEST_CASE("a note is dragged by its handle to another place, which is shown before") {
    AtOrder table;
    const Point from = table.handle("note_1");
    const Point to = table.handle("note_3");
    table.driver.finger_down(0, from);
    table.move({from.x, from.y + 30});
    table.move(to);
    // The others stand as they will.
    CHECK(table.shown() == std::vector<std::string>{"1. Bänkar i parken", "2. Plats 0"});
    table.driver.finger_up(0, to);
    CHECK(table.says("Chosen: 3. Fler bänkar"));
    table.settle();
    CHECK(table.comes_to_say("Chosen: 3. Fler bänkar"));
    CHECK(table.is_first_at(2));
    table.tap("shift_up");
    table.settle();
    CHECK(table.is_first_at(1));
    table.driver.finger_down(0, table.handle("note_2"));
    table.move(from);
    table.driver.finger_up(0, from);
    table.settle();
    CHECK(table.is_first_at(0));
    table.tap("back");
    CHECK(table.comes_to_say("Moved to place 1: Fler bänkar"));
    table.tap("take_back_done");
    table.settle();
    CHECK(table.is_first_at(1));
}

TEST_CASE("a note that is let go beside the list, or with Escape, stays where it was") {
    AtOrder table;
    const Point from = table.handle("note_1");
    const Point to = table.handle("note_3");
    const Point outside{to.x, 1070};
    table.driver.finger_down(0, from);
    table.move(to);
    table.move(outside);
    CHECK(table.shown().front() == "2. Bänkar i parken");
    table.driver.finger_up(0, outside);
    table.settle();
    CHECK(table.is_first_at(0));
    table.driver.finger_down(0, from);
    table.move(to);
    table.driver.press(KeyKind::escape);
    CHECK(table.screen() == "table_order");
    table.driver.finger_up(0, to);
    table.settle();
    CHECK(table.is_first_at(0));
    // A tap on the handle is one on its note.
    table.driver.finger_down(0, table.handle("note_2"));
    table.driver.finger_up(0, table.handle("note_2"));
    CHECK(table.says("Chosen: 2. Bänkar i parken"));
    table.driver.press(KeyKind::escape);
    CHECK(table.screen() == "table");
}

TEST_CASE(
    "a list of notes that is longer than its room moves on at its edge while one is dragged") {
    AtOrder table(9);
    const Rect list = table.card("note_1");
    const Rect down = table.driver.record().find_target("order_down")->rect;
    const Point from = table.handle("note_1");
    const Point at_edge{from.x, down.bottom() - 10};
    table.driver.finger_down(0, from);
    table.move({from.x, list.bottom()});
    table.move(at_edge);
    for (int i = 0; i < 200; ++i) table.driver.advance_ms(16);
    table.driver.finger_up(0, at_edge);
    table.settle();
    CHECK(table.is_first_at(10));
    CHECK(table.comes_to_say("Chosen: 11. Fler bänkar"));
}

TEST_CASE("the keys move a note again and again, and Escape leads back to the table") {
    AtTable table;
    table.open_note("note_1");
    table.tap("order");
    const auto reach = [&](std::string_view id) {
        for (int i = 0; i < 20 && !table.driver.record().find_target(id)->focused; ++i) {
            table.driver.press(KeyKind::next);
        }
    };
    reach("shift_down");
    table.driver.press(KeyKind::enter);
    table.settle();
    CHECK(table.comes_to_say("Chosen: 2. Fler bänkar"));
    table.driver.press(KeyKind::escape);
    CHECK(table.screen() == "table");
}

TEST_CASE("a list that gets shorter while a note is carried over its end keeps it within") {
    AtOrder table;
    const Point from = table.handle("note_1");
    const Point to = table.handle("note_3");
    table.driver.finger_down(0, from);
    table.move(to);
    table.do_at_desk([&](Desk& at) {
        NoteWording last = wording_of(at.state(), notes_in_order(at.state(), 2, 1).at(2)).value();
        last.question = 2;
        at.rewrite_notes({&last, 1}, actor::facilitator);
    });
    table.look_again();
    table.move(to);
    CHECK(table.shown() == std::vector<std::string>{"1. Bänkar i parken"});
    table.driver.finger_up(0, to);
    table.settle();
    CHECK(table.is_first_at(1));
}

}  // namespace stormote
