#include "sync/report/follow_up_changes.h"

#include <catch2/catch.hpp>

#include "sync/report/follow_up.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

const std::string today = "2022-11-05";
const auto ring = small_id<MessageId>(1);

FieldTexts fields_of(const Body& body) {
    if (const auto *note = std::get_if<NoteDescribed>(&body.content)) return note->fields;
    return std::get<MessageDescribed>(body.content).fields;
}

std::optional<std::vector<Body>> bodies(const EventDesk& event, const FollowUpChange& change) {
    return follow_up_bodies(event.state(), {&change, 1}, today, ActingRole::organiser);
}

class Evening : public EventDesk {
  public:
    Evening() {
        asa = add({"Åsa", "Öberg"});
        record(asa, MessageLeft{ring, MessageKind::contact, "Ring", "070", "Kultur"});
        note = (*this)->write_note({1, 1, NoteKind::proposal, "Bänkar"}, staff);
    }
    AttendeeId asa;
    NoteId note;
};

}  // namespace

TEST_CASE("a new answer is dated, and who asked has not been told of it") {
    Evening event;
    event.record(event.asa, MessageDescribed{ring, {{number(FollowUpField::told), "2022-11-01"}}});
    const MessageKey key{ring, event.asa};
    const auto said = bodies(event, {key, {{FollowUpField::answer, "Vi ringer."}}});
    REQUIRE(said);
    REQUIRE(said->size() == 1);
    CHECK(said->front().persons == std::vector{event.asa});
    CHECK(fields_of(said->front()) == FieldTexts{{number(FollowUpField::answer), "Vi ringer."},
                                                 {number(FollowUpField::answered), "2022-11-05"},
                                                 {number(FollowUpField::told), ""}});
}

TEST_CASE("an answer keeps the date that is given with it") {
    Evening event;
    const auto said = bodies(
        event,
        {event.note, {{FollowUpField::answer, "Ja."}, {FollowUpField::answered, "2022-10-20"}}});
    REQUIRE(said);
    CHECK(fields_of(said->front()) == FieldTexts{{number(FollowUpField::answer), "Ja."},
                                                 {number(FollowUpField::answered), "2022-10-20"}});
}

TEST_CASE("what stands so already is not said again") {
    Evening event;
    const FollowUpChange change{event.note, {{FollowUpField::department, "Park"}}};
    event.record(std::get<NoteDescribed>(bodies(event, change)->front().content));
    const auto again = bodies(event, change);
    REQUIRE(again);
    CHECK(again->empty());
}

TEST_CASE("what becomes of a note is said of the one that it is, its wording by itself") {
    Evening event;
    const NoteId same = event->write_note({2, 1, NoteKind::proposal, "Fler bänkar"}, event.staff);
    event->merge_notes(same, event.note, event.staff);
    const auto said = bodies(
        event,
        {same, {{FollowUpField::wording, "Bänkar, tack"}, {FollowUpField::owner, "Parkchefen"}}});
    REQUIRE(said);
    REQUIRE(said->size() == 2);
    CHECK(std::get<NoteDescribed>((*said)[0].content).note == same);
    CHECK(std::get<NoteDescribed>((*said)[1].content).note == event.note);
    CHECK(fields_of((*said)[1]) == FieldTexts{{number(FollowUpField::owner), "Parkchefen"}});
}

TEST_CASE("nothing is said where one of the notes is not known") {
    Evening event;
    const std::vector<FollowUpChange> changes{
        {event.note, {{FollowUpField::owner, "Parkchefen"}}},
        {small_id<NoteId>(99), {{FollowUpField::owner, "Parkchefen"}}}};
    CHECK_FALSE(follow_up_bodies(event.state(), changes, today, ActingRole::organiser));
}

TEST_CASE("notes and messages are found by the ids that the lists show") {
    Evening event;
    for (const FollowUpItem& item : follow_up_items(event.state())) {
        CHECK(find_follow_up_subject(event.state(), item.id()) == item.subject);
    }
    CHECK_FALSE(find_follow_up_subject(event.state(), to_string(small_id<NoteId>(99))));
    CHECK_FALSE(find_follow_up_subject(event.state(), "kalendern"));
}

TEST_CASE("what is taken away of merged notes is taken from every one that says it") {
    Evening event;
    const NoteId same = event->write_note({2, 1, NoteKind::proposal, "Fler bänkar"}, event.staff);
    event.record(NoteDescribed{
        same,
        {{number(FollowUpField::department), "Park"}, {number(FollowUpField::state), "done"}}});
    event->merge_notes(same, event.note, event.staff);
    const FollowUpChange reopened{event.note,
                                  {{FollowUpField::department, ""}, {FollowUpField::state, ""}}};
    REQUIRE(event->follow_up({&reopened, 1}, event.staff) == FollowingUp::done);
    const FollowUpItem item = follow_up_items(event.state()).front();
    CHECK(item.follow_up.state == FollowUpState::open);
    CHECK(item.follow_up.department.empty());
    CHECK(event->follow_up({&reopened, 1}, event.staff) == FollowingUp::needless);
}

TEST_CASE("a new answer has not been told, though nobody here knows that the one before was") {
    Evening event;
    const MessageKey key{ring, event.asa};
    const auto said = bodies(event, {key, {{FollowUpField::answer, "Vi ringer."}}});
    REQUIRE(said);
    REQUIRE(said->size() == 1);
    CHECK(fields_of(said->front()).back() == std::pair{number(FollowUpField::told), std::string()});
}

TEST_CASE("that an answer before was told does not count, and may be said anew of the same day") {
    Evening event;
    const MessageKey key{ring, event.asa};
    event.record(event.asa, MessageDescribed{ring, {{number(FollowUpField::told), "2022-11-01"}}});
    event.record(event.asa, MessageDescribed{ring, {{number(FollowUpField::answer), "Ja."}}});
    CHECK(told_of(event.state(), event.state().message_descriptions().at(key)).empty());
    const FollowUpChange told{key, {{FollowUpField::told, "2022-11-01"}}};
    CHECK(event->follow_up({&told, 1}, event.staff) == FollowingUp::done);
    CHECK(told_of(event.state(), event.state().message_descriptions().at(key)) == "2022-11-01");
    CHECK(event->follow_up({&told, 1}, event.staff) == FollowingUp::needless);
}

}  // namespace stormote
