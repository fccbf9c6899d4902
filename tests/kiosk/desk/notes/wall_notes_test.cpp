// Which notes are on the wall, and that nothing gets there by itself.
#include "kiosk/desk/notes/wall_notes.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/notes/note_ordering.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

class TablesAndWall : public EventDesk {
  public:
    NoteId write(GroupNumber group, const char *text, NoteKind kind = NoteKind::proposal) {
        clock.advance_ms(60'000);
        return (*this)->write_note({group, 1, kind, text}, actor::facilitator);
    }
    WallPlacing place(const NoteId& note, WallPlace place) {
        return place_on_wall(**this, note, find(note).version, place, actor::organiser);
    }
    [[nodiscard]] WallNote find(const NoteId& id) const {
        for (const WallNote& note : wall_notes(state())) {
            if (note.id == id) return note;
        }
        FAIL("there is no such note");
        return {};
    }
    void say(const NoteId& note, FollowUpField field, const std::string& text) {
        record(NoteDescribed{note, {{number(field), text}}});
    }
};

std::vector<std::string> texts_of(const std::vector<WallNote>& notes) {
    std::vector<std::string> texts;
    for (const WallNote& note : notes) texts.push_back(note.text);
    return texts;
}

}  // namespace

TEST_CASE("a note is on the wall once an organiser has let it there, and until one takes it off") {
    TablesAndWall event;
    const NoteId one = event.write(1, "Fler bänkar");
    const NoteId two = event.write(2, "En kalender");
    CHECK(texts_of(wall_notes(event.state())) ==
          std::vector<std::string>{"En kalender", "Fler bänkar"});
    CHECK(notes_on_wall(event.state()).empty());
    CHECK(event.place(two, WallPlace::shown) == WallPlacing::done);
    CHECK(event.place(one, WallPlace::shown) == WallPlacing::done);
    CHECK(event.place(one, WallPlace::shown) == WallPlacing::needless);
    event.reopen();
    // What was let on last is first.
    CHECK(texts_of(notes_on_wall(event.state())) ==
          std::vector<std::string>{"Fler bänkar", "En kalender"});
    CHECK(event.place(two, WallPlace::off) == WallPlacing::done);
    CHECK(texts_of(notes_on_wall(event.state())) == std::vector<std::string>{"Fler bänkar"});
}

TEST_CASE("a note that the table changes leaves the wall until it is let on again") {
    TablesAndWall event;
    const NoteId note = event.write(1, "Fler bänkar");
    event.place(note, WallPlace::shown);
    event->edit_note(note, NoteKind::proposal, "Grannen stör", actor::facilitator);
    CHECK(notes_on_wall(event.state()).empty());
    CHECK(event.find(note).is_changed);
    SECTION("it comes back with the words that were let on") {
        event->edit_note(note, NoteKind::proposal, "Fler bänkar", actor::facilitator);
        CHECK(texts_of(notes_on_wall(event.state())) == std::vector<std::string>{"Fler bänkar"});
    }
    SECTION("or when its new words are let on") {
        CHECK(event.place(note, WallPlace::shown) == WallPlacing::done);
        CHECK(texts_of(notes_on_wall(event.state())) == std::vector<std::string>{"Grannen stör"});
    }
}

TEST_CASE("what was let on is what the organiser saw, though the table wrote meanwhile") {
    TablesAndWall event;
    const NoteId note = event.write(1, "Fler bänkar");
    const OperationId seen = event.find(note).version;
    event->edit_note(note, NoteKind::proposal, "Grannen stör", actor::facilitator);
    CHECK(place_on_wall(*event, note, seen, WallPlace::shown, actor::organiser) ==
          WallPlacing::done);
    CHECK(notes_on_wall(event.state()).empty());
}

TEST_CASE("an organiser's wording is what the wall says") {
    TablesAndWall event;
    const NoteId note = event.write(1, "bänkar!!");
    event.place(note, WallPlace::shown);
    event.say(note, FollowUpField::wording, "Fler bänkar längs ån");
    event->edit_note(note, NoteKind::proposal, "Grannen stör", actor::facilitator);
    CHECK(texts_of(notes_on_wall(event.state())) ==
          std::vector<std::string>{"Fler bänkar längs ån"});
}

TEST_CASE("what is withheld, withdrawn or awaits a choice is neither on the wall nor offered") {
    TablesAndWall event;
    const NoteId note = event.write(1, "Fler bänkar");
    event.place(note, WallPlace::shown);
    const OperationId seen = event.find(note).version;
    SECTION("withheld") {
        event.say(note, FollowUpField::withheld, "withheld");
    }
    SECTION("withdrawn") {
        event->withdraw_note(note, actor::facilitator);
    }
    SECTION("in conflict") {
        event.record(
            NoteWritten{note, 1, 1, NoteKind::proposal, NoteState::standing, "Grannen stör", {}});
    }
    CHECK(wall_notes(event.state()).empty());
    CHECK(notes_on_wall(event.state()).empty());
    CHECK(place_on_wall(*event, note, seen, WallPlace::chosen, actor::organiser) ==
          WallPlacing::gone);
}

TEST_CASE("three are chosen, in the order of choosing, and no fourth") {
    TablesAndWall event;
    std::vector<NoteId> notes;
    for (const char *text : {"A", "B", "C", "D"}) notes.push_back(event.write(1, text));
    CHECK(event.place(notes[2], WallPlace::chosen) == WallPlacing::done);
    CHECK(event.place(notes[0], WallPlace::chosen) == WallPlacing::done);
    CHECK(event.place(notes[3], WallPlace::chosen) == WallPlacing::done);
    CHECK(event.place(notes[1], WallPlace::chosen) == WallPlacing::full);
    CHECK(texts_of(chosen_notes(event.state())) == std::vector<std::string>{"C", "A", "D"});
    CHECK(event.place(notes[0], WallPlace::shown) == WallPlacing::done);
    CHECK(event.place(notes[1], WallPlace::chosen) == WallPlacing::done);
    CHECK(texts_of(chosen_notes(event.state())) == std::vector<std::string>{"C", "D", "B"});
    // As another organiser may have done who could not be heard.
    event.say(notes[0], FollowUpField::wall, "chosen " + to_string(event.find(notes[0]).version));
    CHECK(chosen_notes(event.state()).size() == most_chosen_notes);
}

TEST_CASE("chosen notes of a table that has put them in order stand in its order") {
    TablesAndWall event;
    const NoteId first = event.write(1, "A");
    const NoteId other = event.write(2, "Annat bord");
    const NoteId second = event.write(1, "B");
    for (const NoteId& note : {second, other, first}) event.place(note, WallPlace::chosen);
    const auto chosen = [&] { return texts_of(chosen_notes(event.state())); };
    CHECK(chosen() == std::vector<std::string>{"B", "Annat bord", "A"});
    // The table moves them, and moves them back: now it has an order of its own.
    REQUIRE(shift_note(*event, first, NoteShift::down, actor::facilitator));
    CHECK(chosen() == std::vector<std::string>{"B", "Annat bord", "A"});
    REQUIRE(shift_note(*event, first, NoteShift::up, actor::facilitator));
    CHECK(chosen() == std::vector<std::string>{"A", "Annat bord", "B"});
}

TEST_CASE("a word of a later version lets nothing onto the wall") {
    TablesAndWall event;
    const NoteId note = event.write(1, "Fler bänkar");
    for (const std::string word : {"framed ", "shown", "shown x", ""}) {
        event.say(note, FollowUpField::wall, word + to_string(event.find(note).version));
        if (word == "shown") event.say(note, FollowUpField::wall, word);
        CHECK(notes_on_wall(event.state()).empty());
    }
}

TEST_CASE("notes are counted as they stand") {
    TablesAndWall event;
    event.write(1, "Fler bänkar");
    event.write(2, "Vi bjuder in", NoteKind::commitment);
    event->withdraw_note(event.write(2, "Utgår"), actor::facilitator);
    const NoteCounts counts = count_notes(event.state());
    CHECK(counts.all == 2);
    CHECK(counts.commitments == 1);
    CHECK(counts.by_question.at(1) == 2);
}

TEST_CASE("a note that is published with another is on the wall with that one") {
    TablesAndWall event;
    const NoteId one = event.write(1, "Fler bänkar");
    const NoteId two = event.write(2, "Bänkar, fler");
    event.place(one, WallPlace::shown);
    event->merge_notes(one, two, actor::organiser);
    CHECK(notes_on_wall(event.state()).empty());
    event.place(two, WallPlace::shown);
    CHECK(texts_of(notes_on_wall(event.state())) == std::vector<std::string>{"Bänkar, fler"});
}

TEST_CASE("what a table chose for the wall is proposed first, and is not on it before a yes") {
    TablesAndWall event;
    const NoteId wanted = event.write(1, "Fler bänkar");
    event.write(2, "En kalender");
    event.record(NoteMarked{
        wanted,
        {{number(FollowUpField::agreeing), "4"}, {number(FollowUpField::chosen), "chosen"}}});
    CHECK(texts_of(wall_notes(event.state())) ==
          std::vector<std::string>{"Fler bänkar", "En kalender"});
    CHECK(event.find(wanted).is_wanted);
    CHECK(event.find(wanted).agreeing == 4);
    CHECK(notes_on_wall(event.state()).empty());
}

}  // namespace stormote
