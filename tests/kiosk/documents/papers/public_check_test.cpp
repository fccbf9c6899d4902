// What should be read once more before it is published.
#include "kiosk/documents/papers/public_check.h"

#include <catch2/catch.hpp>

#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::NotedEvening;

using Lines = std::vector<std::string>;

namespace {

Lines naming(const EventState& state, TextsOfPeople texts) {
    const EventState *const meeting = &state;
    return texts_naming_people({&meeting, 1}, {texts});
}

}  // namespace

TEST_CASE("a note that names somebody registered in full is found, however it is spelled") {
    NotedEvening evening;
    evening.event.add({"Åsa", "Öberg", "Eken"});
    evening.event.add({"Bo", ""});
    evening.say(1, 1, NoteKind::point, "Fråga asa  ÖBERG om nyckeln.");
    evening.say(1, 1, NoteKind::point, "Det är Åsa Öbergs nyckel.");
    evening.say(1, 1, NoteKind::point, "Åsa Öbergsson är en annan, och Bo kan vara vem som helst.");
    CHECK(naming(evening.state(), public_note_texts) ==
          Lines{"Fråga asa  ÖBERG om nyckeln.", "Det är Åsa Öbergs nyckel."});
}

TEST_CASE("a note that is not for the public names nobody to it") {
    NotedEvening evening;
    evening.event.add({"Åsa", "Öberg", "Eken"});
    const NoteId note = evening.say(1, 1, NoteKind::point, "Åsa Öberg stör");
    evening.describe(note, FollowUpField::withheld, "withheld");
    evening.describe(note, FollowUpField::answer, "Åsa Öberg slutar");
    CHECK(naming(evening.state(), public_note_texts).empty());
}

TEST_CASE("an answer and a department that name somebody are found") {
    NotedEvening evening;
    evening.event.add({"Åsa", "Öberg", "Eken"});
    const NoteId note = evening.say(1, 1, NoteKind::proposal, "Bänkar");
    evening.describe(note, FollowUpField::answer, "Åsa Öberg ordnar det.");
    evening.describe(note, FollowUpField::department, "Parken (Åsa Öberg)");
    CHECK(naming(evening.state(), public_note_texts) ==
          Lines{"Parken (Åsa Öberg)", "Åsa Öberg ordnar det."});
}

TEST_CASE("a comment that names somebody is found, and a wish to be contacted is not read") {
    NotedEvening evening;
    const AttendeeId asa = evening.event.add({"Åsa", "Öberg", "Eken"});
    evening.event.record(asa, MessageLeft{testing::small_id<MessageId>(1), MessageKind::comment,
                                          "Hälsar Åsa Öberg", "", ""});
    evening.event.record(asa, MessageLeft{testing::small_id<MessageId>(2), MessageKind::contact,
                                          "Ring Åsa Öberg", "", "Skola"});
    CHECK(naming(evening.state(), public_message_texts) == Lines{"Hälsar Åsa Öberg"});
}

TEST_CASE("an answer in words that names somebody is found once it is shown") {
    NotedEvening evening;
    evening.event.add({"Åsa", "Öberg", "Eken"});
    evening.event.record(SurveyQuestionDescribed{1, {{1, "Vad var bäst?"}, {2, "text"}}});
    for (std::uint8_t i = 0; i < 6; ++i) {
        CHECK(naming(evening.state(), public_survey_texts).empty());
        AnswersGiven given;
        given.sheet.value.bytes[0] = i;
        given.answers = {{1, i == 0 ? "Åsa Öbergs bullar" : "Maten"}};
        evening.event.record(std::move(given));
    }
    CHECK(naming(evening.state(), public_survey_texts) == Lines{"Åsa Öbergs bullar"});
}

TEST_CASE("whoever is registered for one meeting is found in what another said") {
    NotedEvening evening;
    evening.say(1, 1, NoteKind::point, "Fråga Åsa Öberg.");
    NotedEvening other("2022-11-12T18:00");
    other.event.add({"Åsa", "Öberg", "Eken"});
    const std::vector<const EventState *> meetings{&evening.state(), &other.state()};
    CHECK(texts_naming_people(meetings, {public_note_texts}) == Lines{"Fråga Åsa Öberg."});
}

TEST_CASE("notes of earlier meetings are checked for names, too") {
    NotedEvening evening;
    evening.event.add({"Åsa", "Öberg", "Eken"});
    NoteId earlier;
    earlier.value.bytes[0] = 9;
    evening.event.record(
        EarlierNoteTold{earlier, "Vårmötet", "2022-05-04", NoteKind::proposal, "Ring Åsa Öberg"});
    CHECK(naming(evening.state(), public_note_texts) == Lines{"Ring Åsa Öberg"});
}

TEST_CASE("notes that go along to the next meeting are checked for names") {
    NotedEvening evening;
    evening.event.add({"Åsa", "Öberg", "Eken"});
    const NoteId named = evening.say(1, 1, NoteKind::commitment, "Åsa Öberg öppnar stugan");
    evening.say(1, 1, NoteKind::commitment, "Vi målar");
    evening.say(1, 1, NoteKind::point, "Åsa Öberg var här");
    CHECK(naming(evening.state(), carried_note_texts) ==
          Lines{to_string(named) + "  Åsa Öberg öppnar stugan"});
    evening.describe(named, FollowUpField::wording, "Stugan öppnas");
    CHECK(naming(evening.state(), carried_note_texts).empty());
}

}  // namespace stormote
