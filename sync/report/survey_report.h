// Survey report: the answers to the survey, compiled question by question. Pure.
//
// Nobody is to be known by an answer: answers to a question are shown only from more than five,
// what was written stands in the order of the alphabet, and nothing tells which answers are of one
// person.
#pragma once

#include "sync/model/survey.h"
#include "sync/report/table.h"

namespace stormote {

// Of as many answers, or fewer, none is shown.
constexpr std::size_t most_hidden_answers = 5;

struct SurveyResult {
    SurveyQuestion question;
    std::size_t answers = 0;  // whether shown or not
    // Of a scale how many answered 1, 2, ... 5; of yes or no how many yes, then no; of choices how
    // many chose each. Empty where they are hidden, and of texts.
    std::vector<std::size_t> counts;
    // Of choices what each count is of: what can be chosen, and then, in Swedish order, what was
    // chosen in words that the question has no longer.
    std::vector<std::string> choices{};
    std::vector<std::string> texts{};  // in Swedish order

    [[nodiscard]] bool is_shown() const { return answers > most_hidden_answers; }
};

struct SurveyReport {
    std::size_t sheets = 0;
    std::vector<SurveyResult> results;  // of every question that is asked
};

[[nodiscard]] SurveyReport compile_survey(const EventState& state);

// Of a scale that is shown; 0 otherwise.
[[nodiscard]] double average_of(const SurveyResult& result);

// One row an answer that can be given, with how often it was; one row a text that was written; of a
// question that is not shown, one row with how many answered.
[[nodiscard]] Table survey_table(const SurveyReport& report);

}  // namespace stormote
