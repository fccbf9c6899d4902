// What the organiser says of notes and messages afterwards, as the fold keeps it.
#include <catch2/catch.hpp>

#include "tests/support/record/canonical_state.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);
const AttendeeId omar = small_id<AttendeeId>(2);
const NoteId first = small_id<NoteId>(1);
const NoteId second = small_id<NoteId>(2);
const MessageId message = small_id<MessageId>(1);

NoteWritten note(const NoteId& id, const char *text) {
    return {id, 1, 1, NoteKind::proposal, NoteState::standing, text, {}};
}

NoteDescribed say(const NoteId& id, FollowUpField field, const std::string& text) {
    return {id, {{number(field), text}}};
}

MessageDescribed say(FollowUpField field, const std::string& text) {
    return {message, {{number(field), text}}};
}

}  // namespace

TEST_CASE("notes that say the same are one, whichever was heard of first") {
    OperationMaker table(1);
    OperationMaker organiser(2);
    const std::vector<Operation> said{
        table.make(note(first, "Kalender")), table.make(note(second, "Gemensam kalender")),
        organiser.make(say(second, FollowUpField::same_as, to_string(first))),
        organiser.make(say(second, FollowUpField::department, "Kultur"))};
    for (const auto& order : {std::array{0, 1, 2, 3}, std::array{3, 2, 1, 0}}) {
        EventState state;
        for (const int place : order) state.fold(said[static_cast<std::size_t>(place)]);
        const NoteDescriptions& descriptions = state.note_descriptions();
        CHECK(descriptions.root_of(second) == first);
        CHECK(descriptions.find(first)->get(FollowUpField::department) == "Kultur");
        CHECK(state.notes().size() == 2);
    }
}

TEST_CASE("a note that is the same as another keeps its own wording") {
    OperationMaker organiser(1);
    EventState state;
    state.fold(organiser.make(note(first, "Kalender")));
    state.fold(organiser.make(note(second, "Gemensam kalender")));
    state.fold(organiser.make(say(second, FollowUpField::wording, "En kalender")));
    state.fold(organiser.make(say(second, FollowUpField::withheld, "withheld")));
    state.fold(organiser.make(say(second, FollowUpField::same_as, to_string(first))));
    const LatestFields *root = state.note_descriptions().find(second);
    REQUIRE(root != nullptr);
    CHECK(root->get(FollowUpField::wording).empty());
    CHECK(root->get(FollowUpField::withheld).empty());
}

TEST_CASE("what is said of a person's message goes with the person") {
    OperationMaker device(1);
    const Operation left = device.make(asa, MessageLeft{message, MessageKind::contact, "Ring"});
    const Operation answered = device.make(asa, say(FollowUpField::answer, "Vi har ringt Åsa"));
    const Operation erased = device.make(asa, AttendeeErased{"civil", Counted::yes});
    for (const auto& order :
         {std::vector{left, answered, erased}, std::vector{erased, answered, left}}) {
        EventState state;
        for (const Operation& operation : order) state.fold(operation);
        CHECK(state.message_descriptions().empty());
        CHECK(describe_state(state).find("ringt") == std::string::npos);
    }
}

TEST_CASE("what is said of one person's message says nothing of another's of the same id") {
    OperationMaker device(1);
    EventState state;
    state.fold(device.make(asa, MessageLeft{message, MessageKind::contact, "Ring"}));
    state.fold(device.make(omar, say(FollowUpField::answer, "Ett svar")));
    CHECK_FALSE(state.message_descriptions().contains({message, asa}));
    CHECK(state.message_descriptions().contains({message, omar}));
}

TEST_CASE("a description of a note that says nothing makes none") {
    OperationMaker device(1);
    EventState state;
    state.fold(device.make(NoteDescribed{first, {}}));
    CHECK(state.note_descriptions().all().empty());
}

TEST_CASE("a door's word on what becomes of a note is no organiser's") {
    CHECK_FALSE(NoteDescribed::declaration.roles.contains(DeviceRole::door));
    CHECK_FALSE(MessageDescribed::declaration.roles.contains(DeviceRole::table));
    CHECK(EarlierNoteTold::declaration.roles.contains(DeviceRole::organiser));
}

TEST_CASE("a table says who sees to a note, and not how it is published") {
    OperationMaker table(1);
    EventState state;
    state.fold(table.make(note(first, "Kalender")));
    state.fold(table.make(NoteMarked{first,
                                     {{number(FollowUpField::wording), "En almanacka"},
                                      {number(FollowUpField::withheld), "withheld"},
                                      {number(FollowUpField::owner), "Föreningsrådet"},
                                      {number(FollowUpField::state), "done"},
                                      {number(FollowUpField::agreeing), "4"}}}));
    const LatestFields *said = state.note_descriptions().find_written(first);
    REQUIRE(said != nullptr);
    CHECK(said->all() == FieldTexts{{number(FollowUpField::owner), "Föreningsrådet"},
                                    {number(FollowUpField::agreeing), "4"}});
    CHECK(NoteMarked::declaration.roles.contains(DeviceRole::table));
}

TEST_CASE("of what a table and an organiser say of a note, the last word counts in any order") {
    OperationMaker table(1);
    OperationMaker organiser(2);
    const Operation written = table.make(note(first, "Kalender"));
    const Operation marked =
        table.make(NoteMarked{first, {{number(FollowUpField::owner), "Föreningsrådet"}}});
    organiser.learn(marked);
    const Operation described = organiser.make(say(first, FollowUpField::owner, "Fritidschefen"));
    for (const auto& order :
         {std::vector{written, marked, described}, std::vector{described, marked, written}}) {
        EventState state;
        for (const Operation& operation : order) state.fold(operation);
        CHECK(state.note_descriptions().find(first)->get(FollowUpField::owner) == "Fritidschefen");
    }
}
