// What an organiser says of notes afterwards, as steps that are taken back.
#include "kiosk/desk/notes/note_step.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/notes/similar_proposals.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

// Three tables ask for the same, and one for something else.
class FourProposals {
  public:
    FourProposals() {
        const auto write = [this](GroupNumber group, const char *text) {
            return event->write_note({group, 1, NoteKind::proposal, text}, EventDesk::staff);
        };
        one = write(1, "Öppna biblioteket på söndagar");
        two = write(2, "Ha biblioteket öppet även på söndagar");
        three = write(3, "Söndagsöppet bibliotek");
        other = write(4, "Fler bänkar längs ån");
    }

    [[nodiscard]] std::size_t published() const { return published_notes(event.state()).size(); }
    [[nodiscard]] std::vector<SimilarProposals> similar() const {
        return similar_proposals(event.state(), note_language("sv"));
    }
    std::optional<NoteStep> take(const std::vector<FollowUpChange>& changes) {
        return take_step(*event, changes, actor::organiser);
    }

    EventDesk event;
    NoteId one;
    NoteId two;
    NoteId three;
    NoteId other;
};

}  // namespace

TEST_CASE("notes that say the same are published as one, and taken apart by taking the step back") {
    FourProposals notes;
    const auto step = notes.take(say_same(notes.event.state(), {notes.one, notes.two}, notes.two));
    REQUIRE(step);
    CHECK(notes.published() == 3);
    CHECK(published_notes(notes.event.state())[0].id == notes.two);
    CHECK_FALSE(notes.take(say_same(notes.event.state(), {notes.one}, notes.two)));
    CHECK(take_back(*notes.event, *step, actor::organiser));
    CHECK(notes.published() == 4);
    // Nothing is remembered of a step that was taken back: they are proposed again.
    REQUIRE_FALSE(notes.similar().empty());
}

TEST_CASE("what only sounds alike is not proposed again, until that is taken back") {
    FourProposals notes;
    const auto before = notes.similar();
    REQUIRE(before.size() == 1);
    std::vector<NoteId> ids;
    for (const PublishedNote& note : before[0].notes) ids.push_back(note.id);
    REQUIRE(ids.size() >= 2);
    const auto step = notes.take({say_different(notes.event.state(), ids[0], ids)});
    REQUIRE(step);
    for (const SimilarProposals& group : notes.similar()) {
        for (const PublishedNote& note : group.notes) CHECK(note.id != ids[0]);
    }
    CHECK_FALSE(notes.take({say_different(notes.event.state(), ids[0], ids)}));
    CHECK(take_back(*notes.event, *step, actor::organiser));
    REQUIRE(notes.similar().size() == 1);
    CHECK(notes.similar()[0].notes.size() == before[0].notes.size());
}

TEST_CASE("a note is parted from the one that it was published with") {
    FourProposals notes;
    REQUIRE(notes.take(say_same(notes.event.state(), {notes.two, notes.three}, notes.one)));
    CHECK(notes.published() == 2);
    REQUIRE(notes.take({say_parted(notes.event.state(), notes.two)}));
    CHECK(notes.published() == 3);
}

TEST_CASE("an answer is taken back with its date, and not after somebody has said another") {
    FourProposals notes;
    const auto say = [&](const char *text) {
        return notes.take({{notes.other, {{FollowUpField::answer, text}}}});
    };
    const auto of_other = [&] { return published_notes(notes.event.state()).back().follow_up; };
    const auto first = say("I maj.");
    REQUIRE(first);
    CHECK(of_other().answered == "2022-10-12");
    CHECK(take_back(*notes.event, *first, actor::organiser));
    CHECK(of_other().answer.empty());
    CHECK(of_other().answered.empty());
    const auto second = say("I maj.");
    REQUIRE(second);
    REQUIRE(say("I juni."));
    CHECK_FALSE(take_back(*notes.event, *second, actor::organiser));
    CHECK(of_other().answer == "I juni.");
}

TEST_CASE("a note that its root withholds is open by a step, and withheld again by its undoing") {
    FourProposals notes;
    const auto say = [&](FollowUpField field, const NoteId& note, const std::string& text) {
        return notes.take({{note, {{field, text}}}});
    };
    REQUIRE(say(FollowUpField::withheld, notes.two, "withheld"));
    REQUIRE(notes.take(say_same(notes.event.state(), {notes.one}, notes.two)));
    const auto opened = say(FollowUpField::withheld, notes.one, "");
    REQUIRE(opened);
    CHECK(publication_of(notes.event.state(), notes.one) == Publication::open);
    CHECK(take_back(*notes.event, *opened, actor::organiser));
    CHECK(publication_of(notes.event.state(), notes.one) == Publication::withheld);
}

}  // namespace stormote
