#include "kiosk/desk/notes/note_marking.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "sync/report/published_notes.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

namespace {

class TableNotes {
  public:
    TableNotes() {
        for (const char *text : {"Fler bänkar", "Bänkar i parken", "Belysning", "En scen"}) {
            notes.push_back(
                event->write_note({2, 1, NoteKind::proposal, text}, actor::facilitator));
        }
    }

    testing::EventDesk event;
    std::vector<NoteId> notes;
};

FieldTexts owned_by(const std::string& owner) {
    return FieldSetter<FollowUpField>{}.set(FollowUpField::owner, owner).take();
}

}  // namespace

TEST_CASE("each tap counts one more who agrees, and the last one is taken back") {
    TableNotes table;
    const NoteId note = table.notes.front();
    CHECK(agreeing_of(table.event.state(), note) == 0);
    REQUIRE(count_agreeing(*table.event, note, actor::facilitator));
    const auto last = count_agreeing(*table.event, note, actor::facilitator);
    REQUIRE(last);
    CHECK(agreeing_of(table.event.state(), note) == 2);
    CHECK(take_back(*table.event, *last, actor::facilitator));
    CHECK(agreeing_of(table.event.state(), note) == 1);
}

TEST_CASE("a count is not taken back once somebody has counted on") {
    TableNotes table;
    const NoteId note = table.notes.front();
    const auto first = count_agreeing(*table.event, note, actor::facilitator);
    REQUIRE(first);
    REQUIRE(count_agreeing(*table.event, note, actor::facilitator));
    CHECK_FALSE(take_back(*table.event, *first, actor::facilitator));
    CHECK(agreeing_of(table.event.state(), note) == 2);
}

TEST_CASE("what is no count of people is none") {
    TableNotes table;
    const NoteId note = table.notes.front();
    for (const char *text : {"", "-3", "4 st", "99999999999999999999", "1001"}) {
        CAPTURE(text);
        table.event.record(NoteMarked{note, {{number(FollowUpField::agreeing), text}}});
        CHECK(agreeing_of(table.event.state(), note) == 0);
    }
}

TEST_CASE("a table chooses three notes of a question, and another after one was taken back") {
    TableNotes table;
    const auto toggle = [&](std::size_t note) {
        return toggle_chosen(*table.event, table.notes[note], actor::facilitator).has_value();
    };
    CHECK(toggle(0));
    CHECK(toggle(1));
    CHECK(toggle(2));
    CHECK_FALSE(toggle(3));
    CHECK(toggle(1));
    CHECK(toggle(3));
    CHECK(notes_chosen_at_table(table.event.state(), 2, 1).size() == 3);
    CHECK_FALSE(is_chosen(table.event.state(), table.notes[1]));
}

TEST_CASE("a note that was taken away is not chosen, and leaves room for another") {
    TableNotes table;
    for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(toggle_chosen(*table.event, table.notes[i], actor::facilitator));
    }
    REQUIRE(table.event->withdraw_note(table.notes[0], actor::facilitator));
    CHECK_FALSE(toggle_chosen(*table.event, table.notes[0], actor::facilitator));
    CHECK(toggle_chosen(*table.event, table.notes[3], actor::facilitator));
}

TEST_CASE("what is said already, and of a note that is not known, is not recorded") {
    TableNotes table;
    const NoteId note = table.notes.front();
    CHECK(mark_note(*table.event, note, owned_by("Föreningsrådet"), actor::facilitator));
    CHECK_FALSE(mark_note(*table.event, note, owned_by("Föreningsrådet"), actor::facilitator));
    CHECK_FALSE(mark_note(*table.event, NoteId{}, owned_by("Någon"), actor::facilitator));
}

TEST_CASE("who sees to it as the table said is followed up, until an organiser says otherwise") {
    TableNotes table;
    const NoteId note = table.notes.front();
    REQUIRE(mark_note(*table.event, note, owned_by("Föreningsrådet"), actor::facilitator));
    const auto owner = [&] { return published_notes(table.event.state()).front().follow_up.owner; };
    CHECK(owner() == "Föreningsrådet");
    const FollowUpChange change{note, {{FollowUpField::owner, "Fritidschefen"}}};
    CHECK(table.event->follow_up(std::span(&change, 1), actor::organiser) == FollowingUp::done);
    CHECK(owner() == "Fritidschefen");
    const FollowUpChange nobody{note, {{FollowUpField::owner, ""}}};
    CHECK(table.event->follow_up(std::span(&nobody, 1), actor::organiser) == FollowingUp::done);
    CHECK(owner().empty());
}

TEST_CASE("those who agree with notes that say the same are counted together") {
    TableNotes table;
    for (std::size_t i = 0; i < 2; ++i) {
        REQUIRE(count_agreeing(*table.event, table.notes[i], actor::facilitator));
    }
    REQUIRE(toggle_chosen(*table.event, table.notes[1], actor::facilitator));
    REQUIRE(table.event->merge_notes(table.notes[1], table.notes[0], actor::organiser) ==
            Merging::done);
    const auto published = published_notes(table.event.state());
    const auto found = std::find_if(published.begin(), published.end(),
                                    [&](const auto& note) { return note.id == table.notes[0]; });
    REQUIRE(found != published.end());
    CHECK(found->agreeing == 2);
    CHECK(found->is_chosen);
}

TEST_CASE("a choice is not taken up again where three others are chosen since") {
    TableNotes table;
    for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(toggle_chosen(*table.event, table.notes[i], actor::facilitator));
    }
    const auto given_up = toggle_chosen(*table.event, table.notes[0], actor::facilitator);
    REQUIRE(given_up);
    REQUIRE(toggle_chosen(*table.event, table.notes[3], actor::facilitator));
    CHECK_FALSE(take_back(*table.event, *given_up, actor::facilitator));
    CHECK(notes_chosen_at_table(table.event.state(), 2, 1).size() == 3);
}

}  // namespace stormote
