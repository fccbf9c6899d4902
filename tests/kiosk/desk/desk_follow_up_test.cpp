// What becomes of notes and messages after the evening, as the desk records it.
#include <catch2/catch.hpp>

#include "sync/report/published_notes.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

NoteId write(EventDesk& event, GroupNumber group, const char *text) {
    return event->write_note({group, 1, NoteKind::proposal, text}, EventDesk::staff);
}

FollowingUp say(EventDesk& event, const NoteId& note, FollowUpField field, const char *text) {
    const FollowUpChange change{note, {{field, text}}};
    return event->follow_up({&change, 1}, actor::organiser);
}

std::string shown(const EventDesk& event) {
    return published_notes(event.state()).front().text;
}

}  // namespace

TEST_CASE("a wording is recorded, changed and taken back") {
    EventDesk event;
    const NoteId note = write(event, 1, "bänkar!!");
    CHECK(say(event, note, FollowUpField::wording, "Fler bänkar.") == FollowingUp::done);
    CHECK(shown(event) == "Fler bänkar.");
    CHECK(say(event, note, FollowUpField::wording, "Fler bänkar.") == FollowingUp::needless);
    CHECK(say(event, note, FollowUpField::wording, "") == FollowingUp::done);
    event.reopen();
    CHECK(shown(event) == "bänkar!!");
}

TEST_CASE("of changes of which one is not known nothing is recorded") {
    EventDesk event;
    const NoteId note = write(event, 1, "Bänkar");
    const std::vector<FollowUpChange> changes{{note, {{FollowUpField::owner, "Parkchefen"}}},
                                              {small_id<NoteId>(9), {{FollowUpField::owner, "X"}}}};
    CHECK(event->follow_up(changes, actor::organiser) == FollowingUp::unknown);
    CHECK(published_notes(event.state()).front().follow_up.owner.empty());
}

TEST_CASE("an answer has the day on which it was recorded") {
    EventDesk event;
    const NoteId note = write(event, 1, "Bänkar");
    CHECK(say(event, note, FollowUpField::answer, "De kommer i maj.") == FollowingUp::done);
    CHECK(published_notes(event.state()).front().follow_up.answered == "2022-10-12");
}

TEST_CASE("notes are merged and parted, and what was parted is remembered") {
    EventDesk event;
    const NoteId one = write(event, 1, "Bänkar");
    const NoteId other = write(event, 2, "Fler bänkar");
    CHECK(event->merge_notes(one, other, actor::organiser) == Merging::done);
    CHECK(event->merge_notes(other, one, actor::organiser) == Merging::needless);
    REQUIRE(published_notes(event.state()).size() == 1);
    CHECK(published_notes(event.state()).front().id == other);
    CHECK(event->part_notes(other, one, actor::organiser) == Merging::done);
    event.reopen();
    CHECK(published_notes(event.state()).size() == 2);
    CHECK(event->part_notes(other, one, actor::organiser) == Merging::needless);
    const LatestFields *parted = event.state().note_descriptions().find_written(other);
    CHECK(parted->get(FollowUpField::different_from) == to_string(one));
}

TEST_CASE("a chain of merged notes is one, and each link is parted by itself") {
    EventDesk event;
    const NoteId first = write(event, 1, "Bänkar");
    const NoteId second = write(event, 2, "Fler bänkar");
    const NoteId third = write(event, 3, "Sittplatser");
    event->merge_notes(first, second, actor::organiser);
    event->merge_notes(second, third, actor::organiser);
    REQUIRE(published_notes(event.state()).size() == 1);
    CHECK(published_notes(event.state()).front().groups == std::vector<GroupNumber>{1, 2, 3});
    event->part_notes(first, second, actor::organiser);
    CHECK(published_notes(event.state()).size() == 2);
}

TEST_CASE("a note that is not known is neither merged nor parted") {
    EventDesk event;
    const NoteId note = write(event, 1, "Bänkar");
    CHECK(event->merge_notes(note, small_id<NoteId>(9), actor::organiser) == Merging::nobody);
    CHECK(event->part_notes(small_id<NoteId>(9), note, actor::organiser) == Merging::nobody);
}

}  // namespace stormote
