// Survey list: a CSV file with the questions of the survey, made into what the record holds. Pure,
// any thread.
//
// Its headings are Nr, Fråga, Svar, Låg, Hög and Val (number, question, answer, low, high,
// choices). A row is a question; it is answered on a scale from 1 to 5 (skala), by yes or no
// (ja/nej), in words (text), or by one or several of its choices (ett val, flera val). Low and high
// say what the ends of a scale mean. Choices stand in one cell with semicolons between them, or in
// columns Val 1, Val 2 and so on. The list is the whole survey: questions that it leaves out are no
// longer asked.
#pragma once

#include <vector>

#include "kiosk/lists/list_problem.h"
#include "kiosk/lists/list_source.h"
#include "sync/model/survey.h"

namespace stormote {

// Whoever is on the way out answers no more than a few.
constexpr int most_survey_questions = 20;
// Of a question.
constexpr std::size_t most_survey_choices = 20;

struct SurveyPlan {
    std::vector<Body> bodies;  // what is new, beside the state
    int questions = 0;
    int changed = 0;
    int taken_away = 0;
    ListProblems problems;  // where there are any, there are no bodies
    ListProblems notes;     // what is good to know, and stops nothing
};

// `has_waiting`: answers wait in the file, of which nobody knows yet what they answer.
// `longest_answer`: in characters, that choices which are chosen together may have.
[[nodiscard]] SurveyPlan plan_survey(const ListSource& source, const EventState& state,
                                     bool has_waiting, std::size_t longest_answer);

}  // namespace stormote
