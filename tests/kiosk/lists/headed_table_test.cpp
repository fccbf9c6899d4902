#include "kiosk/lists/headed_table.h"

#include <catch2/catch.hpp>

#include "kiosk/lists/list_columns.h"
#include "kiosk/lists/registrations/registration_list.h"
#include "kiosk/lists/survey_list.h"
#include "kiosk/lists/table_list.h"
#include "kiosk/lists/wish_list.h"
#include "sync/model/event_state.h"

namespace stormote {

namespace {

std::optional<ListField> list_field_of(std::string_view heading) {
    const auto column = find_heading(registration_headings(), heading);
    if (!column) return std::nullopt;
    return static_cast<ListField>(*column);
}

char separator_of(std::string_view text) {
    return detect_separator(text, registration_headings());
}

std::string first_problem(const ListProblems& problems) {
    if (problems.empty()) return "";
    const ListProblem& problem = problems.front();
    return std::to_string(problem.line) + " " + problem.column + ": " + problem.message.english();
}

}  // namespace

TEST_CASE("headings are understood in both languages, whatever their case and dots") {
    CHECK(list_field_of("FÖRNAMN") == ListField::given_name);
    CHECK(list_field_of("E-post") == ListField::email);
    CHECK(list_field_of("e post adress") == ListField::email);
    CHECK(list_field_of("Förening/Organisation") == ListField::organisation);
    CHECK(list_field_of("Access needs") == ListField::access_needs);
    CHECK(list_field_of("Kost (allergier m.m.)") == ListField::diet);
    CHECK(list_field_of("Anmäld") == ListField::registered);
    CHECK_FALSE(list_field_of("Skonummer"));
    CHECK_FALSE(list_field_of(""));
}

TEST_CASE("a heading's word is written as headings are looked up") {
    for (const HeadingWord& word : registration_headings()) {
        CHECK(heading_key(word.word) == word.word);
        CHECK(word.column < list_field_count);
    }
}

TEST_CASE("the separator is the one that parts the headings") {
    CHECK(separator_of("Namn;E-post\nA;b") == ';');
    CHECK(separator_of("Namn,E-post\nA;b;c;d") == ',');
    CHECK(separator_of("Namn\tE-post\n") == '\t');
    CHECK(separator_of("\"Namn, hela\",Roll;x\n") == ',');
    CHECK(separator_of("Namn;Annat, övrigt, mer, än, så\n") == ';');
    CHECK(separator_of("Namn\nÅsa") == ';');
    CHECK(separator_of("") == ';');
}

TEST_CASE("lists of tables and surveys are parted as registrations are, whatever stands about") {
    const EventState state;
    const auto tables = [&state](std::string_view text) {
        const TablePlan plan = plan_tables(text, state);
        INFO(text);
        CHECK(first_problem(plan.problems).empty());
        return plan.tables;
    };
    CHECK(tables("\n\nBord,Namn\n1,Eken\n") == 1);
    CHECK(tables("Bord,Namn\r1,Eken; den stora; vid fönstret\r") == 1);
    CHECK(tables("Bord;Plats (sal, hörn, våning)\n1;B, till vänster\n") == 1);
    const SurveyPlan survey = plan_survey(
        "Nr;Fråga (kort, klar, vänlig);Svar\n1;Hur var det?;text\n", state, false, 2'000);
    CHECK(first_problem(survey.problems).empty());
    CHECK(survey.questions == 1);
}

TEST_CASE("wishes are parted as other lists are, a quoted semicolon parts nothing") {
    const std::vector<std::string> ids{"ek;1", "bo"};
    for (const char *text :
         {"\"ek;1\",bo\n", "a,b\n\"ek;1\",bo\n", "Person 1;Person 2\n\"ek;1\";bo"}) {
        INFO(text);
        MixProblem problem;
        const auto problems = read_wishes(text, "apart.csv", WishKind::apart, ids, problem);
        CHECK(first_problem(problems).empty());
        REQUIRE(problem.wishes.size() == 1);
        CHECK(problem.wishes.front().people.size() == 2);
    }
}

TEST_CASE("a quotation mark that is wrong is told by line and column in every list") {
    const EventState state;
    CHECK(first_problem(read_registrations("Namn;Roll\nÅsa;el\"ev\n").problems)
              .starts_with("2 Roll: There is a quotation mark inside"));
    CHECK(first_problem(plan_tables("Bord;Namn\n1;Ek\"en\n", state).problems)
              .starts_with("2 Namn: There is a quotation mark inside"));
    CHECK(first_problem(plan_survey("Nr;Fråga\n1;Va\"d?\n", state, false, 2'000).problems)
              .starts_with("2 Fråga: There is a quotation mark inside"));
}

TEST_CASE("a list without rows, or with one column twice, is refused alike") {
    const EventState state;
    for (const char *text : {"\n", ";;\n"}) {
        const std::string empty = "0 : The file is empty. Save the list again.";
        CHECK(first_problem(read_registrations(text).problems) == empty);
        CHECK(first_problem(plan_tables(text, state).problems) == empty);
        CHECK(first_problem(plan_survey(text, state, false, 2'000).problems) == empty);
    }
    const std::string twice = "mean the same. Keep one of them.";
    CHECK(first_problem(read_registrations("Namn;Name\nÅsa;Åsa\n").problems).ends_with(twice));
    CHECK(first_problem(plan_tables("Bord;Table\n1;1\n", state).problems).ends_with(twice));
    CHECK(
        first_problem(plan_survey("Nr;No\n1;1\n", state, false, 2'000).problems).ends_with(twice));
}

}  // namespace stormote
