// A facilitator at a table: what is done with notes can be taken back, and a draft that was found
// says so.
#include <catch2/catch.hpp>

#include "kiosk/ui/screens/table/table_chosen.h"
#include "sync/base/local_time.h"
#include "sync/report/published_notes.h"
#include "tests/kiosk/ui/screens/table/at_table.h"

namespace stormote {

TEST_CASE("a new note is a point unless somebody says otherwise") {
    AtTable table;
    table.tap("kind_commitment");
    table.write(U"Vi bjuder");
    table.tap("done");
    table.write(U"Mer fika");
    table.tap("done");
    table.settle();
    const auto kind_of = [&](std::string_view text) {
        return table.desk->read([text](const Desk& at) -> std::optional<NoteKind> {
            for (const auto& [id, note] : at.state().notes()) {
                const NoteWritten& content = note.versions.front().content;
                if (content.text == text) return content.kind;
            }
            return std::nullopt;
        });
    };
    CHECK(kind_of("Vi bjuder") == NoteKind::commitment);
    CHECK(kind_of("Mer fika") == NoteKind::point);
}

TEST_CASE(
    "Ctrl and Enter end a note that is written on a real keyboard, and an empty one does not") {
    AtTable table;
    const auto count = [&] {
        return table.desk->read([](const Desk& at) { return at.state().notes().size(); });
    };
    table.driver.press(KeyKind::finish);
    table.settle();
    CHECK(count() == 2);
    table.write(U"Mer fika");
    table.driver.press(KeyKind::finish);
    table.settle();
    CHECK(count() == 3);
}

TEST_CASE("a note that was taken away stands again after \"Undo\"") {
    AtTable table;
    table.open_note("note_1");
    table.tap("withdraw");
    table.settle();
    CHECK(table.screen() == "table");
    CHECK(table.comes_to_say("Taken away: Fler bänkar"));
    CHECK(table.wording(table.first).state == NoteState::withdrawn);
    table.tap("take_back_done");
    table.settle();
    CHECK(table.wording(table.first).state == NoteState::standing);
}

TEST_CASE("a note is moved to the question that was tapped, and back after \"Undo\"") {
    AtTable table;
    table.open_note("note_1");
    table.tap("move");
    table.tap("choose_1");
    table.settle();
    CHECK(table.comes_to_say("Moved to question 2 Mål"));
    CHECK(table.wording(table.first).question == 2);
    table.tap("take_back_done");
    table.settle();
    CHECK(table.wording(table.first).question == 1);
}

TEST_CASE("a chosen note that is moved to three others is said to be chosen no longer") {
    AtTable table;
    table.do_at_desk([first = table.first](Desk& at) {
        toggle_chosen(at, first, actor::facilitator);
        for (const char *text : {"A", "B", "C"}) {
            toggle_chosen(at, at.write_note({2, 2, NoteKind::point, text}, actor::facilitator),
                          actor::facilitator);
        }
    });
    table.look_again();
    table.open_note("note_1");
    table.tap("move");
    table.tap("choose_1");
    table.settle();
    CHECK(
        table.comes_to_say("Moved to question 2 Mål. It is no longer for the wall: three are "
                           "chosen there already."));
    table.tap("take_back_done");
    table.settle();
    const bool is_chosen_again =
        table.desk->read([&](const Desk& at) { return is_chosen(at.state(), table.first); });
    CHECK(is_chosen_again);
}

TEST_CASE("a table that has four notes for the wall is asked to take one back") {
    UiDriver driver;
    TableChosenView view;
    view.most = 3;
    for (int i = 0; i < 4; ++i) {
        NoteCard note;
        note.text = "Förslag " + std::to_string(i);
        note.is_chosen = true;
        view.notes.push_back(note);
    }
    driver.show([&view](Ui& ui) { (void)draw_table_chosen(ui, view); });
    CHECK(driver.record().says("4 are chosen, and 3 are to be. Tap one of them to take it back."));
    view.notes.back().is_chosen = false;
    driver.frame();
    CHECK(driver.record().says("3 of 3 chosen. Tap one of them to choose another instead."));
}

TEST_CASE("two notes become one on the note's page") {
    AtTable table;
    table.open_note("note_1");
    table.tap("join");
    table.tap("choose_1");
    table.settle();
    CHECK(table.wording(table.first).text == "Fler bänkar\nBänkar i parken");
    CHECK(table.wording(table.second).state == NoteState::withdrawn);
    table.tap("take_back_done");
    table.settle();
    CHECK(table.wording(table.first).text == "Fler bänkar");
    CHECK(table.wording(table.second).state == NoteState::standing);
}

TEST_CASE("what somebody types while they choose for a note is not lost") {
    AtTable table;
    table.open_note("note_1");
    table.tap("move");
    table.write(U" nu");
    CHECK(table.driver.record().find_target("choose_1") == nullptr);
    table.tap("done");
    table.settle();
    CHECK(table.wording(table.first).text == "Fler bänkar nu");
    CHECK(table.wording(table.first).question == 1);
}

TEST_CASE("\"Undo\" says so where somebody else has changed the note since") {
    AtTable table;
    table.open_note("note_1");
    table.tap("withdraw");
    table.settle();
    table.do_at_desk([id = table.first](Desk& at) {
        at.edit_note(id, NoteKind::question, "Vem betalar bänkarna?", actor::facilitator);
    });
    table.tap("take_back_done");
    table.settle();
    CHECK(table.comes_to_say("Somebody has changed the note since."));
    CHECK(table.wording(table.first).text == "Vem betalar bänkarna?");
    CHECK(table.driver.record().find_target("take_back_done") == nullptr);
}

TEST_CASE("what was done at one table is not offered to be taken back at the next one") {
    AtTable table;
    table.open_note("note_1");
    table.tap("withdraw");
    table.presenter->open(3);
    table.settle();
    table.driver.frame();
    CHECK(table.driver.record().find_target("take_back_done") == nullptr);
    CHECK(table.wording(table.first).state == NoteState::withdrawn);
}

TEST_CASE("an earlier version of a note is restored with two taps") {
    AtTable table;
    table.do_at_desk([id = table.first](Desk& at) {
        at.edit_note(id, NoteKind::question, "Vem betalar bänkarna?", actor::facilitator);
    });
    table.open_table();
    table.open_note("note_1");
    table.tap("restore");
    CHECK(table.driver.record().find_target("choose_2") == nullptr);
    table.tap("choose_1");
    table.settle();
    CHECK(table.wording(table.first).text == "Fler bänkar");
    CHECK(table.wording(table.first).kind == NoteKind::point);
}

TEST_CASE("choosing for a note ends without a change") {
    AtTable table;
    table.open_note("note_1");
    table.tap("move");
    table.tap("stop_choosing");
    CHECK(table.screen() == "table_note");
    CHECK(table.wording(table.first).question == 1);
}

TEST_CASE("a few letters find a note of any question of the table, and a tap opens it") {
    AtTable table;
    table.do_at_desk([](Desk& at) {
        at.write_note({2, 2, NoteKind::commitment, "Vi målar bänkarna på söndag"},
                      actor::facilitator);
        at.write_note({3, 1, NoteKind::point, "Bänkar vid ett annat bord"}, actor::facilitator);
    });
    table.tap("search");
    CHECK(table.screen() == "table_search");
    CHECK(table.says("Type a few letters of a word in the note."));
    for (const char *key : {"key_b", "key_a", "key_n"}) table.tap(key);
    CHECK(table.says("Fler bänkar. 1 Kontakt · Point"));
    CHECK(table.says("Bänkar i parken. 1 Kontakt · Proposal"));
    CHECK(table.says("Vi målar bänkarna på söndag. 2 Mål · Commitment"));
    CHECK_FALSE(table.says("Bänkar vid ett annat bord"));
    table.write(U" SON");
    CHECK_FALSE(table.says("Fler bänkar"));
    table.tap("found_1");
    table.settle();
    CHECK(table.screen() == "table_note");
    CHECK(table.says("Vi målar bänkarna på söndag"));
    table.tap("back");
    CHECK(table.screen() == "table");
    CHECK(table.says("Commitment, "));
}

TEST_CASE("the search opens with Ctrl and F, says when nothing is found, and closes with Escape") {
    AtTable table;
    table.driver.press(KeyKind::find);
    REQUIRE(table.screen() == "table_search");
    table.write(U"zebra");
    CHECK(table.says("No note at this table has such words."));
    table.driver.press(KeyKind::escape);
    CHECK(table.screen() == "table");
    table.driver.press(KeyKind::find);
    CHECK(table.says("Type a few letters of a word in the note."));
    table.write(U"park");
    table.driver.press(KeyKind::enter);
    table.settle();
    CHECK(table.screen() == "table_note");
}

TEST_CASE("selected words of a note are copied, cut out and put somewhere else by touch") {
    AtTable table;
    CHECK_FALSE(table.offers("copy_text"));
    table.write(U"bord stolar ");
    table.driver.press(KeyKind::select_all);
    CHECK_FALSE(table.offers("kind_point"));
    table.tap("cut_text");
    CHECK_FALSE(table.offers("cut_text"));
    table.tap("paste_text");
    CHECK(table.offers("kind_point"));
    table.driver.press(KeyKind::select_all);
    table.tap("copy_text");
    table.write(U"x");
    CHECK(table.offers("kind_point"));
    table.driver.press(KeyKind::select_all);
    table.tap("paste_text");
    table.tap("done");
    table.settle();
    CHECK(table.says("bord stolar"));
    CHECK_FALSE(table.offers("paste_text"));
}

TEST_CASE("who cuts something out and leaves it sees the kinds of notes again") {
    AtTable table;
    table.write(U"bord");
    table.driver.press(KeyKind::select_all);
    table.driver.press(KeyKind::cut);
    CHECK(table.driver.ui().take_copied() == "bord");
    CHECK(table.offers("paste_text"));
    table.tap("stop_pasting");
    CHECK(table.offers("kind_point"));
    CHECK_FALSE(table.offers("paste_text"));
    // What was copied at one table is not put in at the next one.
    table.presenter->open(3);
    table.settle();
    table.write(U"y");
    table.driver.press(KeyKind::select_all);
    CHECK(table.offers("copy_text"));
    CHECK_FALSE(table.offers("paste_text"));
}

TEST_CASE("the machine's clipboard forgets what was copied when the table is left") {
    AtTable table;
    table.write(U"bord");
    table.driver.press(KeyKind::select_all);
    table.driver.press(KeyKind::copy);
    REQUIRE(table.driver.ui().take_copied() == "bord");
    table.driver.frame();
    CHECK_FALSE(table.driver.ui().take_copied());
    table.presenter->choose_table();
    table.driver.frame();
    CHECK(table.driver.ui().take_copied() == "");
    table.driver.frame();
    CHECK_FALSE(table.driver.ui().take_copied());
    // Where nothing was copied, what somebody else holds there stays.
    table.presenter->open(2);
    table.settle();
    table.presenter->open(3);
    table.driver.frame();
    CHECK_FALSE(table.driver.ui().take_copied());
}

TEST_CASE("a draft that was left says that it is still here, until it is changed") {
    AtTable table;
    table.write(U"Halvt sk");
    table.presenter->save_draft();
    table.settle();
    table.open_table();
    CHECK(table.comes_to_say("Your draft is still here"));
    table.write(U"rivet");
    CHECK_FALSE(table.says("Your draft is still here"));
}

TEST_CASE("while somebody writes, questions and notes stay on the screen, and the names give way") {
    AtTable table;
    REQUIRE(table.says("Åsa Öberg"));
    table.tap("keyboard");
    CHECK(table.says("1 Kontakt"));
    CHECK(table.says(": Fler bänkar"));
    CHECK(table.says("Here now · 1 of 1"));
    CHECK_FALSE(table.says("Åsa Öberg"));
}

TEST_CASE("\"+1\" on a note counts one more who agrees, and \"Undo\" takes it back") {
    AtTable table;
    const auto count = [&] {
        return table.desk->read(
            [&](const Desk& at) { return agreeing_of(at.state(), table.first); });
    };
    table.tap("agree_1");
    table.settle();
    table.tap("agree_1");
    table.settle();
    CHECK(table.screen() == "table");
    CHECK(count() == 2);
    CHECK(table.comes_to_say("One more agrees: Fler bänkar"));
    table.tap("take_back_done");
    table.settle();
    CHECK(count() == 1);
}

TEST_CASE("who sees to a commitment is chosen among those at the table") {
    AtTable table;
    table.open_note("note_1");
    CHECK_FALSE(table.offers("owner"));
    table.tap("back");
    table.promise();
    table.tap("owner");
    table.tap("choose_1");
    table.settle();
    CHECK(table.screen() == "table_note");
    const auto said = table.desk->read(
        [&](const Desk& at) { return published_notes(at.state()).front().follow_up.owner; });
    CHECK(said == "Åsa Öberg");
}

TEST_CASE("a commitment's date is counted from the day of the meeting") {
    AtTable table;
    table.event.clock.set_wall_ms(instant_of("2022-10-12T19:00").value());
    table.promise();
    table.tap("due");
    table.tap("choose_2");
    table.settle();
    const auto due = table.desk->read(
        [&](const Desk& at) { return published_notes(at.state()).front().follow_up.due; });
    CHECK(due == "2022-10-26");
}

TEST_CASE("a table is asked to choose for everybody when a question's time is over") {
    AtTable table;
    CHECK_FALSE(table.offers("choose_notes"));
    FieldSetter<QuestionField> times;
    times.set(QuestionField::starts, "2022-10-12T18:30");
    times.set(QuestionField::ends, "2022-10-12T19:00");
    table.event.clock.set_wall_ms(instant_of("2022-10-12T18:54").value());
    table.do_at_desk([fields = times.take()](Desk& at) {
        const Body body{{}, actor::organiser.role, QuestionDescribed{1, fields}};
        at.record(std::span(&body, 1));
    });
    table.look_again();
    CHECK_FALSE(table.offers("choose_notes"));
    table.event.clock.set_wall_ms(instant_of("2022-10-12T18:55").value());
    table.look_again();
    table.tap("choose_notes");
    CHECK(table.screen() == "table_chosen");
    table.tap("note_2");
    table.settle();
    table.look_again();
    const auto chosen =
        table.desk->read([&](const Desk& at) { return is_chosen(at.state(), table.second); });
    CHECK(chosen);
}

TEST_CASE(
    "once the meeting is over a table finishes what is half-written, and begins nothing new") {
    AtTable table;
    table.write(U"Halvskrivet");
    table.say_ended("2022-10-12T20:52");
    CHECK(table.says("The meeting ended at 20.52. Finish your note, and tap Done."));
    REQUIRE(table.offers("done"));
    table.tap("done");
    table.look_again();
    CHECK(table.says("Halvskrivet"));
    CHECK(table.says("The meeting ended at 20.52. Thank you! What you wrote is kept."));
    CHECK_FALSE(table.offers("done"));
    CHECK_FALSE(table.offers("kind_proposal"));
    table.say_ended("");
    CHECK(table.offers("kind_proposal"));
    CHECK_FALSE(table.says("The meeting ended"));
}

TEST_CASE("the keyboard of a table goes with the last note of the meeting") {
    AtTable table;
    table.tap("keyboard");
    REQUIRE(table.offers("key_space"));
    table.write(U"Halvskrivet");
    table.say_ended("2022-10-12T20:52");
    CHECK(table.offers("key_space"));
    table.tap("done");
    table.look_again();
    CHECK(table.says("The meeting ended at 20.52. Thank you! What you wrote is kept."));
    CHECK_FALSE(table.offers("key_space"));
    CHECK_FALSE(table.offers("done"));
    table.write(U"En till");
    table.say_ended("");
    CHECK_FALSE(table.says("En till"));
    // Nothing was begun when the meeting ended.
    table.tap("keyboard");
    REQUIRE(table.offers("key_space"));
    table.say_ended("2022-10-12T20:54");
    CHECK_FALSE(table.offers("key_space"));
    CHECK_FALSE(table.offers("done"));
}

}  // namespace stormote
