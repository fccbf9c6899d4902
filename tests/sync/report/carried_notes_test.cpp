#include "sync/report/carried_notes.h"

#include <catch2/catch.hpp>

#include "sync/report/published_notes.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

class Evening : public EventDesk {
  public:
    NoteId note(NoteKind kind, const char *text) {
        clock.advance_ms(60'000);
        return (*this)->write_note({1, 1, kind, text}, staff);
    }
    void say(const NoteId& note, FollowUpField field, const std::string& text) {
        record(NoteDescribed{note, {{number(field), text}}});
    }
    void take(const std::vector<CarriedNote>& carried) {
        for (const CarriedNote& one : carried) {
            record(NoteDescribed{one.told.note, one.described});
            record(one.told);
        }
    }
};

std::vector<std::string> texts_of(const std::vector<CarriedNote>& carried) {
    std::vector<std::string> texts;
    for (const CarriedNote& one : carried) texts.push_back(one.told.text);
    return texts;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the next meeting hears of what is open and of what was settled since this one") {
    Evening first;
    const NoteId open = first.note(NoteKind::commitment, "stugan");
    const NoteId done = first.note(NoteKind::proposal, "Bänkar");
    first.note(NoteKind::point, "Mörkt vid ån");
    first.say(open, FollowUpField::wording, "Stugan öppnas på måndagar.");
    first.say(open, FollowUpField::department, "Fritid");
    first.say(done, FollowUpField::state, "done");
    first.say(done, FollowUpField::answer, "De står där.");
    Evening second;
    second.take(notes_to_carry(first.state()));
    const auto opening = earlier_published_notes(second.state());
    REQUIRE(opening.size() == 2);
    CHECK(opening[0].text == "Bänkar");
    CHECK(opening[0].date == "2022-10-12");
    CHECK(opening[0].follow_up.answer == "De står där.");
    CHECK(opening[1].text == "Stugan öppnas på måndagar.");
    CHECK(opening[1].kind == NoteKind::commitment);
    CHECK(opening[1].follow_up.department == "Fritid");
    // The meeting after that hears of what is open still, and where it was said.
    CHECK(texts_of(notes_to_carry(second.state())) == Lines{"Stugan öppnas på måndagar."});
    CHECK(notes_to_carry(second.state()).front().told.date == "2022-10-12");
}

TEST_CASE("nobody's name goes along to the next meeting") {
    Evening event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    const AttendeeId omar = event.add({"Omar", "Ek"});
    event.record(asa, MessageLeft{small_id<MessageId>(1), MessageKind::contact, "Ring Åsa"});
    const NoteId hers = event.note(NoteKind::commitment, "Vi öppnar stugan");
    const NoteId his = event.note(NoteKind::commitment, "Jag ringer");
    const NoteId worded = event.note(NoteKind::commitment, "Vi målar");
    const NoteId theirs = event.note(NoteKind::proposal, "Bänkar");
    event.say(hers, FollowUpField::owner, to_string(asa));
    event.say(his, FollowUpField::owner, to_string(omar));
    event.say(worded, FollowUpField::owner, "åsa öberg");
    event.say(theirs, FollowUpField::owner, "Parkchefen");
    const auto carried = notes_to_carry(event.state());
    CHECK(texts_of(carried) == Lines{"Vi öppnar stugan", "Jag ringer", "Vi målar", "Bänkar"});
    const auto owner = [](const std::string& text) {
        return FieldTexts{{number(FollowUpField::owner), text}};
    };
    CHECK(carried[0].described == owner("Eken"));
    CHECK(carried[1].described.empty());
    CHECK(carried[2].described == owner("Eken"));
    CHECK(carried[3].described == owner("Parkchefen"));
}

TEST_CASE("what is not for the public is followed up at the next meeting, and stays withheld") {
    Evening event;
    const NoteId note = event.note(NoteKind::commitment, "Vi pratar med grannen");
    event.say(note, FollowUpField::withheld, "withheld");
    Evening next;
    next.take(notes_to_carry(event.state()));
    const auto opening = earlier_published_notes(next.state());
    REQUIRE(opening.size() == 1);
    CHECK(opening[0].publication == Publication::withheld);
}

TEST_CASE(
    "what is settled after it was carried is told by the next meeting, what was answered "
    "before this one is not") {
    Evening first;
    const NoteId before = first.note(NoteKind::commitment, "Före");
    const NoteId after = first.note(NoteKind::commitment, "Efter");
    const NoteId undated = first.note(NoteKind::commitment, "Utan datum");
    const NoteId old = first.note(NoteKind::commitment, "Redan klart");
    first.say(old, FollowUpField::state, "done");
    first.say(old, FollowUpField::answer, "Klart.");
    Evening second;
    second.take(notes_to_carry(first.state()));
    for (const NoteId& note : {before, after, undated}) {
        second.say(note, FollowUpField::state, "done");
        second.say(note, FollowUpField::answer, "Ja.");
    }
    second.say(before, FollowUpField::answered, "2022-10-01");
    second.say(after, FollowUpField::answered, "2022-11-01");
    CHECK(texts_of(notes_to_carry(second.state())) == Lines{"Efter", "Utan datum"});
    // A new answer to what was told already is told, too.
    second.say(old, FollowUpField::answer, "Klart, men stängt igen.");
    CHECK(texts_of(notes_to_carry(second.state())) == Lines{"Efter", "Utan datum", "Redan klart"});
}

TEST_CASE(
    "of namesakes the owner's own organisation goes along, and of a name that several have "
    "none") {
    Evening event;
    const AttendeeId one = event.add({"Anna", "Andersson", "Eken"});
    const AttendeeId other = event.add({"Anna", "Andersson", "Bron"});
    const NoteId first = event.note(NoteKind::commitment, "A");
    const NoteId second = event.note(NoteKind::commitment, "B");
    const NoteId worded = event.note(NoteKind::commitment, "C");
    event.say(first, FollowUpField::owner, to_string(one));
    event.say(second, FollowUpField::owner, to_string(other));
    event.say(worded, FollowUpField::owner, "Andersson, Anna");
    const auto carried = notes_to_carry(event.state());
    REQUIRE(carried.size() == 3);
    CHECK(carried[0].described == FieldTexts{{number(FollowUpField::owner), "Eken"}});
    CHECK(carried[1].described == FieldTexts{{number(FollowUpField::owner), "Bron"}});
    CHECK(carried[2].described.empty());
}

}  // namespace stormote
