#include "sync/report/published_notes.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

// An event whose groups have noted something.
class Evening : public EventDesk {
  public:
    NoteId note(GroupNumber group, QuestionNumber question, const char *text,
                NoteKind kind = NoteKind::proposal) {
        clock.advance_ms(60'000);
        return (*this)->write_note({group, question, kind, text}, staff);
    }
    void say(const NoteId& note, FollowUpField field, const std::string& text) {
        record(NoteDescribed{note, {{number(field), text}}});
    }
    // A second version beside the one that stands, as by a table that had not heard of it.
    void write_beside(const NoteId& note, const char *text, NoteState state = NoteState::standing) {
        record(NoteWritten{note, 1, 1, NoteKind::proposal, state, text, {}});
    }
};

std::vector<std::string> texts_of(const std::vector<PublishedNote>& notes) {
    std::vector<std::string> texts;
    for (const PublishedNote& note : notes) texts.push_back(note.text);
    return texts;
}

}  // namespace

TEST_CASE("notes stand by question, group and when they were first written") {
    Evening event;
    event.note(2, 1, "C");
    event.note(1, 2, "D");
    const NoteId edited = event.note(1, 1, "A");
    event.note(1, 1, "B");
    event->edit_note(edited, NoteKind::point, "A, rättad", EventDesk::staff);
    const NoteId withdrawn = event.note(1, 1, "Utgår");
    event->withdraw_note(withdrawn, EventDesk::staff);
    const auto notes = published_notes(event.state());
    CHECK(texts_of(notes) == std::vector<std::string>{"A, rättad", "B", "C", "D"});
    CHECK(notes.front().kind == NoteKind::point);
    CHECK(notes.front().groups == std::vector<GroupNumber>{1});
}

TEST_CASE("the organiser's wording is shown, and the original kept beside it") {
    Evening event;
    const NoteId id = event.note(1, 1, "kalendern e dålig");
    event.say(id, FollowUpField::wording, "Kalendern behöver bli bättre.");
    auto notes = published_notes(event.state());
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].text == "Kalendern behöver bli bättre.");
    CHECK(notes[0].original == "kalendern e dålig");
    CHECK(notes[0].is_edited);
    event.say(id, FollowUpField::wording, "");
    notes = published_notes(event.state());
    CHECK(notes[0].text == "kalendern e dålig");
    CHECK_FALSE(notes[0].is_edited);
}

TEST_CASE("notes that say the same are published once, with all their groups") {
    Evening event;
    const NoteId root = event.note(3, 1, "En gemensam kalender");
    const NoteId same = event.note(1, 1, "Kalender ihop");
    event.say(same, FollowUpField::same_as, to_string(root));
    event.say(same, FollowUpField::owner, "Kulturchefen");
    auto notes = published_notes(event.state());
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].id == root);
    CHECK(notes[0].same == std::vector{same});
    CHECK(notes[0].groups == std::vector<GroupNumber>{1, 3});
    CHECK(notes[0].text == "En gemensam kalender");
    CHECK(notes[0].follow_up.owner == "Kulturchefen");
    event.say(same, FollowUpField::same_as, "");
    CHECK(published_notes(event.state()).size() == 2);
}

TEST_CASE("where the note that others are the same as is withdrawn, they are still published") {
    Evening event;
    const NoteId root = event.note(1, 1, "En gemensam kalender");
    const NoteId same = event.note(2, 1, "Kalender ihop");
    event.say(same, FollowUpField::same_as, to_string(root));
    event.say(root, FollowUpField::wording, "En kalender.");
    event.say(root, FollowUpField::department, "Kultur");
    event->withdraw_note(root, EventDesk::staff);
    const auto notes = published_notes(event.state());
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].id == same);
    CHECK(notes[0].text == "Kalender ihop");
    CHECK(notes[0].groups == std::vector<GroupNumber>{2});
    CHECK(notes[0].follow_up.department == "Kultur");
}

TEST_CASE("what is not for the public is marked, and no other note with it") {
    Evening event;
    const NoteId named = event.note(1, 1, "Grannen på Ekgatan 3 stör");
    event.note(1, 1, "Fler bänkar");
    event.say(named, FollowUpField::withheld, "withheld");
    const auto notes = published_notes(event.state());
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].publication == Publication::withheld);
    CHECK(notes[1].publication == Publication::open);
}

TEST_CASE("versions in conflict stand side by side until somebody words the note") {
    Evening event;
    const NoteId id = event.note(1, 1, "Två bänkar");
    event.write_beside(id, "Tre bänkar");
    auto notes = published_notes(event.state());
    CHECK(texts_of(notes) == std::vector<std::string>{"Två bänkar", "Tre bänkar"});
    CHECK(notes[0].is_in_conflict);
    event.say(id, FollowUpField::wording, "Bänkar vid ån");
    notes = published_notes(event.state());
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].text == "Bänkar vid ån");
    CHECK(notes[0].original == "Tre bänkar");
    CHECK(notes[0].is_in_conflict);
}

TEST_CASE("what was carried over is there with what became of it, the answers first") {
    Evening event;
    const auto open = small_id<NoteId>(1);
    const auto done = small_id<NoteId>(2);
    event.record(EarlierNoteTold{open, "Vårmötet", "2022-05-04", NoteKind::proposal, "Bänkar"});
    event.record(EarlierNoteTold{done, "Vårmötet", "2022-05-04", NoteKind::commitment, "Stugan"});
    event.say(done, FollowUpField::state, "done");
    event.say(done, FollowUpField::answer, "Stugan är öppen på måndagar.");
    const auto notes = earlier_published_notes(event.state());
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].id == done);
    CHECK(notes[0].follow_up.state == FollowUpState::done);
    CHECK(notes[0].follow_up.answer == "Stugan är öppen på måndagar.");
    CHECK(notes[1].meeting == "Vårmötet");
    CHECK(published_notes(event.state()).empty());
}

TEST_CASE("what is withheld stays so where the note that others are the same as is withdrawn") {
    Evening event;
    const NoteId root = event.note(1, 1, "Grannen på Ekgatan 3 stör");
    const NoteId same = event.note(2, 1, "Grannen stör");
    event.say(same, FollowUpField::same_as, to_string(root));
    event.say(root, FollowUpField::withheld, "withheld");
    event->withdraw_note(root, EventDesk::staff);
    REQUIRE(published_notes(event.state()).size() == 1);
    CHECK(published_notes(event.state()).front().publication == Publication::withheld);
    // Taken in again by the id that is shown, and withheld again.
    const auto say = [&](const std::string& text) {
        const FollowUpChange change{same, {{FollowUpField::withheld, text}}};
        CHECK(event->follow_up({&change, 1}, EventDesk::staff) == FollowingUp::done);
        return published_notes(event.state()).front().publication;
    };
    CHECK(say("") == Publication::open);
    CHECK(say("withheld") == Publication::withheld);
}

TEST_CASE(
    "a note is published with the one in whose words it is, which may be the first that "
    "stands") {
    Evening event;
    const NoteId root = event.note(1, 1, "A");
    const NoteId first = event.note(2, 1, "B");
    const NoteId second = event.note(3, 1, "C");
    event.say(first, FollowUpField::same_as, to_string(root));
    event.say(second, FollowUpField::same_as, to_string(root));
    CHECK(published_with(event.state(), second) == root);
    CHECK_FALSE(published_with(event.state(), root));
    event->withdraw_note(root, EventDesk::staff);
    const NoteId lead = published_notes(event.state()).front().id;
    CHECK_FALSE(published_with(event.state(), lead));
    CHECK(published_with(event.state(), lead == first ? second : first) == lead);
}

}  // namespace stormote
