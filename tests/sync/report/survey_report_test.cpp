#include "sync/report/survey_report.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "sync/base/random.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

using testing::OperationMaker;

namespace {

nlohmann::json rows_of(const Table& table) {
    return testing::parse_json(write_json(table));
}

// An event with a question of each kind, and as many sheets as somebody answers.
class Survey {
  public:
    Survey() {
        ask(1, {{1, "Hur var kvällen?"}, {2, "scale"}, {3, "Inte bra"}, {4, "Mycket bra"}});
        ask(2, {{1, "Kommer du igen?"}, {2, "yes_no"}});
        ask(3, {{1, "Vad tar du med dig?"}, {2, "text"}});
    }
    void ask(SurveyNumber number, FieldTexts fields) {
        state.fold(device_.make(SurveyQuestionDescribed{number, std::move(fields)}));
    }
    void answer(std::vector<SurveyAnswer> answers) {
        state.fold(device_.make(AnswersGiven{{make_random_uuid(random_)}, std::move(answers)}));
    }

    EventState state;

  private:
    OperationMaker device_{1};
    SeededRandom random_{1};
};

}  // namespace

TEST_CASE("answers on a scale and of yes or no are counted, and the scale has an average") {
    Survey survey;
    for (const char *answer : {"1", "4", "4", "5", "5", "5"}) {
        survey.answer({{1, answer}, {2, answer[0] == '1' ? "no" : "yes"}});
    }
    const SurveyReport report = compile_survey(survey.state);
    CHECK(report.sheets == 6);
    REQUIRE(report.results.size() == 3);
    CHECK(report.results[0].counts == std::vector<std::size_t>{1, 0, 0, 2, 3});
    CHECK(average_of(report.results[0]) == Approx(4.0));
    CHECK(report.results[1].counts == std::vector<std::size_t>{5, 1});
    CHECK(average_of(report.results[1]) == 0);
    CHECK(report.results[2].answers == 0);
    const auto rows = rows_of(survey_table(report));
    REQUIRE(rows.size() == 8);
    CHECK(rows[0]["answer"] == 1);
    CHECK(rows[0]["meaning"] == "Inte bra");
    CHECK(rows[0]["count"] == 1);
    CHECK(rows[3]["meaning"].is_null());
    CHECK(rows[4]["meaning"] == "Mycket bra");
    CHECK(rows[5]["answer"] == "yes");
    CHECK(rows[5]["count"] == 5);
    CHECK(rows[5]["answers"] == 6);
}

TEST_CASE("five answers to a question show none of them, six show all") {
    Survey survey;
    for (int i = 0; i < 5; ++i) survey.answer({{1, "5"}, {2, "yes"}, {3, "Hemligt"}});
    // Sheets that do not answer a question do not help to show it.
    for (int i = 0; i < 5; ++i) survey.answer({{2, "no"}});
    SurveyReport report = compile_survey(survey.state);
    CHECK_FALSE(report.results[0].is_shown());
    CHECK(report.results[1].is_shown());
    CHECK_FALSE(report.results[2].is_shown());
    CHECK(average_of(report.results[0]) == 0);
    const std::string hidden = write_json(survey_table(report));
    CHECK(hidden.find("Hemligt") == std::string::npos);
    const auto rows = rows_of(survey_table(report));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0]["answer"] == "hidden");
    CHECK(rows[0]["count"].is_null());
    CHECK(rows[0]["answers"] == 5);
    survey.answer({{1, "4"}, {3, "Öppet"}});
    report = compile_survey(survey.state);
    CHECK(report.results[0].counts == std::vector<std::size_t>{0, 0, 0, 1, 5});
    CHECK(report.results[2].texts.size() == 6);
}

TEST_CASE("what was written stands in the order of the alphabet, alike on every replica") {
    Survey survey;
    for (const char *text : {"Öl", "Mer fika", "Ärlighet", "Alla fick tala", "Åter", "mer tid"}) {
        survey.answer({{3, text}});
    }
    const SurveyReport report = compile_survey(survey.state);
    CHECK(report.results[2].texts == std::vector<std::string>{"Alla fick tala", "Mer fika",
                                                              "mer tid", "Åter", "Ärlighet", "Öl"});
}

TEST_CASE("choices are counted one by one, of those who answered") {
    Survey survey;
    survey.ask(4, {{1, "När?"}, {2, "one_of"}, {5, "Kväll\nLördag\nDagtid"}});
    survey.ask(5, {{1, "Vad?"}, {2, "several_of"}, {5, "Lokal\nBidrag"}});
    for (int i = 0; i < 4; ++i) survey.answer({{4, "Lördag"}, {5, "Lokal\nBidrag"}});
    for (int i = 0; i < 2; ++i) survey.answer({{4, "Kväll"}, {5, "Bidrag"}});
    const SurveyReport report = compile_survey(survey.state);
    REQUIRE(report.results.size() == 5);
    CHECK(report.results[3].choices == std::vector<std::string>{"Kväll", "Lördag", "Dagtid"});
    CHECK(report.results[3].counts == std::vector<std::size_t>{2, 4, 0});
    CHECK(report.results[4].answers == 6);
    CHECK(report.results[4].counts == std::vector<std::size_t>{4, 6});
    const auto rows = rows_of(survey_table(report));
    CHECK(rows.back()["answer"] == "Bidrag");
    CHECK(rows.back()["count"] == 6);
    CHECK(rows.back()["answers"] == 6);
}

TEST_CASE("a choice that is reworded is counted in the words in which it was given") {
    Survey survey;
    survey.ask(4, {{1, "När?"}, {2, "one_of"}, {5, "Kväll\nLördag"}});
    for (int i = 0; i < 3; ++i) survey.answer({{4, "Lördag"}});
    for (int i = 0; i < 2; ++i) survey.answer({{4, "Kväll"}});
    survey.ask(4, {{5, "En kväll\nLördag"}});
    CHECK(compile_survey(survey.state).results[3].counts.empty());
    survey.answer({{4, "En kväll"}});
    const SurveyResult result = compile_survey(survey.state).results[3];
    CHECK(result.choices == std::vector<std::string>{"En kväll", "Lördag", "Kväll"});
    CHECK(result.counts == std::vector<std::size_t>{1, 3, 2});
}

TEST_CASE("a question with nothing to choose among is not asked") {
    Survey survey;
    survey.ask(4, {{1, "När?"}, {2, "one_of"}});
    CHECK(compile_survey(survey.state).results.size() == 3);
}

TEST_CASE("what answers no question that is asked now is left out") {
    Survey survey;
    for (int i = 0; i < 6; ++i) survey.answer({{1, "5"}, {2, "yes"}});
    survey.ask(1, {{2, "yes_no"}});
    survey.ask(2, {{1, ""}});
    const SurveyReport report = compile_survey(survey.state);
    REQUIRE(report.results.size() == 2);
    CHECK(report.results[0].answers == 0);
    CHECK(report.sheets == 6);
}

}  // namespace stormote
