#include "kiosk/desk/notes/note_rewriting.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/note_said.h"
#include "sync/report/published_notes.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

namespace {

class TableNotes {
  public:
    TableNotes() {
        first = event->write_note({2, 1, NoteKind::point, "Fler bänkar"}, actor::facilitator);
        second =
            event->write_note({2, 1, NoteKind::proposal, "Bänkar i parken"}, actor::facilitator);
    }
    [[nodiscard]] NoteWording wording(const NoteId& id) const {
        return wording_of(event.state(), id).value();
    }

    testing::EventDesk event;
    NoteId first;
    NoteId second;
};

}  // namespace

TEST_CASE("a note that is moved to another question and taken back stands where it was") {
    TableNotes table;
    NoteWording moved = table.wording(table.first);
    moved.question = 3;
    const auto step = rewrite(*table.event, {moved}, actor::facilitator);
    REQUIRE(step);
    CHECK(table.wording(table.first).question == 3);
    CHECK(take_back(*table.event, *step, actor::facilitator));
    CHECK(table.wording(table.first).question == 1);
    CHECK(table.wording(table.first).text == "Fler bänkar");
}

TEST_CASE("two notes that are joined become one, and two again when that is taken back") {
    TableNotes table;
    const auto step =
        rewrite(*table.event, join_notes(table.event.state(), table.first, table.second),
                actor::facilitator);
    REQUIRE(step);
    CHECK(table.wording(table.first).text == "Fler bänkar\nBänkar i parken");
    CHECK(table.wording(table.first).kind == NoteKind::point);
    CHECK(table.wording(table.second).state == NoteState::withdrawn);
    CHECK(take_back(*table.event, *step, actor::facilitator));
    CHECK(table.wording(table.first).text == "Fler bänkar");
    CHECK(table.wording(table.second).state == NoteState::standing);
}

TEST_CASE("a note is not joined with itself, nor with one that is not known") {
    TableNotes table;
    CHECK(join_notes(table.event.state(), table.first, table.first).empty());
    CHECK(join_notes(table.event.state(), table.first, NoteId{}).empty());
    CHECK_FALSE(rewrite(*table.event, {}, actor::facilitator));
}

TEST_CASE("writing a note can be taken back, which withdraws it") {
    TableNotes table;
    const auto written = writing_of_note(table.event.state(), table.first);
    CHECK(take_back(*table.event, written, actor::facilitator));
    CHECK(table.wording(table.first).state == NoteState::withdrawn);
    CHECK_FALSE(take_back(*table.event, written, actor::facilitator));
}

TEST_CASE("nothing is taken back of a note that somebody has changed since") {
    TableNotes table;
    NoteWording moved = table.wording(table.first);
    moved.question = 3;
    const auto step = rewrite(*table.event, {moved}, actor::facilitator);
    REQUIRE(step);
    REQUIRE(table.event->edit_note(table.first, NoteKind::point, "Fler bord", actor::facilitator));
    CHECK_FALSE(take_back(*table.event, *step, actor::facilitator));
    CHECK(table.wording(table.first).text == "Fler bord");
    CHECK(table.wording(table.first).question == 3);
}

TEST_CASE("nothing is taken back over a version of a screen that could not be heard") {
    TableNotes table;
    NoteWording moved = table.wording(table.first);
    moved.question = 3;
    const auto step = rewrite(*table.event, {moved}, actor::facilitator);
    REQUIRE(step);
    // It replaces nothing: whoever wrote it did not know of the other versions.
    table.event.record(
        NoteWritten{table.first, 2, 3, NoteKind::point, NoteState::standing, "Fler bänkar", {}});
    CHECK_FALSE(take_back(*table.event, *step, actor::facilitator));
    CHECK(join_notes(table.event.state(), table.first, table.second).empty());
}

TEST_CASE("notes on different questions, or that do not stand, are not joined") {
    TableNotes table;
    NoteWording other = table.wording(table.second);
    other.question = 2;
    REQUIRE(rewrite(*table.event, {other}, actor::facilitator));
    CHECK(join_notes(table.event.state(), table.first, table.second).empty());
    other.question = 1;
    other.state = NoteState::withdrawn;
    REQUIRE(rewrite(*table.event, {other}, actor::facilitator));
    CHECK(join_notes(table.event.state(), table.first, table.second).empty());
    CHECK(join_notes(table.event.state(), table.second, table.first).empty());
}

TEST_CASE("what a note says already is not recorded again") {
    TableNotes table;
    CHECK_FALSE(rewrite(*table.event, {table.wording(table.first)}, actor::facilitator));
    CHECK_FALSE(rewrite(*table.event,
                        {NoteWording{NoteId{}, 1, NoteKind::point, NoteState::standing, "Okänd"}},
                        actor::facilitator));
}

TEST_CASE("what a table said of two notes is said of the one that they become, and taken back") {
    TableNotes table;
    const EventState& state = table.event.state();
    REQUIRE(count_agreeing(*table.event, table.first, actor::facilitator));
    for (int i = 0; i < 2; ++i) {
        REQUIRE(count_agreeing(*table.event, table.second, actor::facilitator));
    }
    REQUIRE(toggle_chosen(*table.event, table.second, actor::facilitator));
    REQUIRE(mark_note(*table.event, table.second,
                      {{number(FollowUpField::owner), "Föreningsrådet"}}, actor::facilitator));
    const auto step = join(*table.event, table.first, table.second, actor::facilitator);
    REQUIRE(step);
    CHECK(said_of_note(state, table.first).agreeing == 3);
    CHECK(said_of_note(state, table.first).is_chosen);
    CHECK(said_of_note(state, table.first).owner == "Föreningsrådet");
    CHECK(take_back(*table.event, *step, actor::facilitator));
    CHECK(said_of_note(state, table.first).agreeing == 1);
    CHECK_FALSE(said_of_note(state, table.first).is_chosen);
    CHECK(said_of_note(state, table.first).owner.empty());
    CHECK(said_of_note(state, table.second).agreeing == 2);
}

namespace {

// Three notes of question 1 are chosen, and the first one of question 3.
class ChosenNotes : public TableNotes {
  public:
    ChosenNotes() {
        for (const char *text : {"A", "B", "C"}) {
            choose(event->write_note({2, 1, NoteKind::proposal, text}, actor::facilitator));
        }
        say_of_first(3, NoteState::standing);
        choose(first);
    }
    std::optional<NoteRewriting> say_of_first(QuestionNumber question, NoteState state) {
        NoteWording said = wording(first);
        said.question = question;
        said.state = state;
        return rewrite(*event, {said}, actor::facilitator);
    }
    void choose(const NoteId& note) { toggle_chosen(*event, note, actor::facilitator); }
    [[nodiscard]] std::size_t chosen_of(QuestionNumber question) const {
        return notes_chosen_at_table(event.state(), 2, question).size();
    }
};

}  // namespace

TEST_CASE("a chosen note that is moved to where three are chosen is not chosen any more") {
    ChosenNotes table;
    const auto moved = table.say_of_first(1, NoteState::standing);
    REQUIRE(moved);
    CHECK(loses_choice(*moved));
    CHECK(table.chosen_of(1) == 3);
    CHECK_FALSE(is_chosen(table.event.state(), table.first));
    CHECK(take_back(*table.event, *moved, actor::facilitator));
    CHECK(table.chosen_of(3) == 1);
    // Where there is room it stays one of them.
    const auto to_another = table.say_of_first(2, NoteState::standing);
    REQUIRE(to_another);
    CHECK_FALSE(loses_choice(*to_another));
    CHECK(table.chosen_of(2) == 1);
}

TEST_CASE("a chosen note that stands again is no fourth") {
    ChosenNotes table;
    const auto away = table.say_of_first(1, NoteState::withdrawn);
    REQUIRE(away);
    CHECK_FALSE(loses_choice(*away));
    const auto again = table.say_of_first(1, NoteState::standing);
    REQUIRE(again);
    CHECK(loses_choice(*again));
    CHECK(table.chosen_of(1) == 3);
}

TEST_CASE("whoever rewords one of four that two screens have chosen leaves it chosen") {
    ChosenNotes table;
    REQUIRE(table.say_of_first(1, NoteState::standing));
    REQUIRE(mark_note(*table.event, table.first, {{number(FollowUpField::chosen), "chosen"}},
                      actor::facilitator));
    NoteWording said = table.wording(table.first);
    said.text = "Fler och bättre bänkar";
    REQUIRE(rewrite(*table.event, {said}, actor::facilitator));
    CHECK(table.chosen_of(1) == 4);
}

}  // namespace stormote
