// What people leave behind on the way out, as the fold keeps it.
#include <catch2/catch.hpp>

#include "sync/model/survey.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);
const AttendeeId omar = small_id<AttendeeId>(2);
const auto sheet = small_id<AnswerSheetId>(1);
const auto message = small_id<MessageId>(1);
const auto organisation = small_id<OrganisationId>(3);

MessageLeft comment(const char *text) {
    return {message, MessageKind::comment, text};
}

}  // namespace

TEST_CASE("answers that come twice, under two devices' names, are one sheet") {
    OperationMaker lost(1);
    OperationMaker restored(2);
    EventState state;
    state.fold(restored.make(AnswersGiven{sheet, {{1, "5"}}}));
    state.fold(lost.make(AnswersGiven{sheet, {{1, "5"}}}));
    state.fold(lost.make(AnswersGiven{small_id<AnswerSheetId>(2), {{1, "5"}}}));
    REQUIRE(state.answer_sheets().size() == 2);
}

TEST_CASE("of two contents of one sheet, the first in the order of the record stands") {
    OperationMaker first(1);
    OperationMaker second(2);
    const Operation early = first.make(AnswersGiven{sheet, {{1, "5"}}});
    second.learn(early);
    const Operation late = second.make(AnswersGiven{sheet, {{1, "1"}}});
    EventState state;
    state.fold(late);
    state.fold(early);
    REQUIRE(state.answer_sheets().at(sheet).answers == std::vector<SurveyAnswer>{{1, "5"}});
    REQUIRE(describe_fold(std::vector{early, late}) == describe_state(state));
}

TEST_CASE("answers that name somebody are none") {
    OperationMaker device(1);
    EventState state;
    const Operation named = device.make(asa, AnswersGiven{sheet, {{1, "5"}}});
    REQUIRE(state.fold(named) == FoldOutcome::malformed);
    REQUIRE(state.answer_sheets().empty());
}

TEST_CASE("only a comment may be anonymous, and no message is of two") {
    OperationMaker device(1);
    EventState state;
    const auto outcome = [&](std::vector<AttendeeId> persons, MessageKind kind) {
        return state.fold(device.make(
            Body{std::move(persons), ActingRole::attendee, MessageLeft{message, kind, "Tack"}}));
    };
    REQUIRE(outcome({}, MessageKind::comment) == FoldOutcome::folded);
    REQUIRE(outcome({}, MessageKind::contact) == FoldOutcome::malformed);
    REQUIRE(outcome({}, MessageKind::joining) == FoldOutcome::malformed);
    REQUIRE(outcome({asa}, MessageKind::contact) == FoldOutcome::folded);
    REQUIRE(outcome({asa, omar}, MessageKind::comment) == FoldOutcome::malformed);
    REQUIRE(state.messages().size() == 2);
}

TEST_CASE("erasing a person takes their messages, and leaves what others signed or nobody did") {
    OperationMaker device(1);
    OperationMaker organiser(2);
    const std::vector<Operation> record{
        device.make(asa, comment("Åsas")), device.make(omar, comment("Omars")),
        device.make(comment("Någons")), organiser.make(asa, AttendeeErased{"civil", Counted::yes})};
    EventState state;
    for (const Operation& operation : record) state.fold(operation);
    std::vector<std::string> left;
    for (const auto& [key, known] : state.messages()) left.push_back(known.content.text);
    REQUIRE(left == std::vector<std::string>{"Någons", "Omars"});
    REQUIRE(describe_fold(std::vector{record[3], record[2], record[1], record[0]}) ==
            describe_state(state));
}

TEST_CASE(
    "an organisation has joined also when its representative is erased, until it takes it back") {
    OperationMaker device(1);
    EventState state;
    state.fold(device.make(OrganisationDescribed{organisation, {{3, "2022-10-12"}}}));
    state.fold(device.make(asa, MessageLeft{message, MessageKind::joining, ""}));
    state.fold(device.make(asa, AttendeeErased{"civil", Counted::yes}));
    REQUIRE(state.messages().empty());
    REQUIRE(state.organisation(organisation, OrganisationField::joined) == "2022-10-12");
    state.fold(device.make(OrganisationDescribed{organisation, {{3, ""}}}));
    REQUIRE(state.organisation(organisation, OrganisationField::joined).empty());
}

TEST_CASE("a question of the survey is asked while it has a text and a known way of answering") {
    OperationMaker device(1);
    EventState state;
    state.fold(device.make(SurveyQuestionDescribed{
        2, {{1, "Var det värt kvällen?"}, {2, "scale"}, {3, "Inte alls"}, {4, "I hög grad"}}}));
    state.fold(device.make(SurveyQuestionDescribed{1, {{1, "Kommer du igen?"}, {2, "yes_no"}}}));
    state.fold(device.make(SurveyQuestionDescribed{3, {{1, "Rita något!"}, {2, "drawing"}}}));
    state.fold(device.make(SurveyQuestionDescribed{4, {{2, "text"}}}));
    const auto questions = survey_questions(state);
    REQUIRE(questions.size() == 2);
    REQUIRE(questions[0].number == 1);
    REQUIRE(questions[0].answer == SurveyAnswerKind::yes_no);
    REQUIRE(questions[1].text == "Var det värt kvällen?");
    REQUIRE(questions[1].low == "Inte alls");
    REQUIRE(questions[1].high == "I hög grad");
    state.fold(device.make(SurveyQuestionDescribed{1, {{1, ""}}}));
    REQUIRE(survey_questions(state).size() == 1);
}

TEST_CASE("an answer is one to its question") {
    const SurveyQuestion scale{1, SurveyAnswerKind::scale, "?", "", ""};
    const SurveyQuestion yes_no{2, SurveyAnswerKind::yes_no, "?", "", ""};
    const SurveyQuestion words{3, SurveyAnswerKind::text, "?", "", ""};
    for (const char *text : {"1", "5"}) REQUIRE(is_answer_to(scale, text));
    for (const char *text : {"0", "6", "", "11", "yes"}) REQUIRE_FALSE(is_answer_to(scale, text));
    for (const char *text : {"yes", "no"}) REQUIRE(is_answer_to(yes_no, text));
    for (const char *text : {"ja", "", "1"}) REQUIRE_FALSE(is_answer_to(yes_no, text));
    REQUIRE(is_answer_to(words, "Mer fika"));
    REQUIRE_FALSE(is_answer_to(words, ""));
}
