#include "sync/report/survey_report.h"

#include <algorithm>
#include <map>

#include "sync/base/text_folding.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

std::vector<std::string> given_to(const EventState& state, const SurveyQuestion& question) {
    std::vector<std::string> given;
    for (const auto& [id, sheet] : state.answer_sheets()) {
        for (const SurveyAnswer& answer : sheet.answers) {
            // A question that was asked otherwise before keeps what still answers it.
            if (answer.question == question.number && is_answer_to(question, answer.text)) {
                given.push_back(answer.text);
            }
        }
    }
    return given;
}

void sort_in_swedish(std::vector<std::string>& texts) {
    std::sort(texts.begin(), texts.end(), [](const auto& left, const auto& right) {
        const int order = compare_swedish(left, right);
        return order != 0 ? order < 0 : left < right;
    });
}

// Reworded since: counted under the words in which it was given.
std::vector<std::string> choices_of(const SurveyQuestion& question,
                                    const std::map<std::string, std::size_t>& counts) {
    std::vector<std::string> former;
    for (const auto& [choice, count] : counts) {
        const auto& asked = question.choices;
        if (std::find(asked.begin(), asked.end(), choice) == asked.end()) former.push_back(choice);
    }
    sort_in_swedish(former);
    std::vector<std::string> choices = question.choices;
    choices.insert(choices.end(), former.begin(), former.end());
    return choices;
}

void count_choices(SurveyResult& result, const std::vector<std::string>& given) {
    std::map<std::string, std::size_t> counts;
    for (const std::string& answer : given) {
        for (const std::string& choice : survey_choices(answer)) ++counts[choice];
    }
    result.choices = choices_of(result.question, counts);
    for (const std::string& choice : result.choices) result.counts.push_back(counts[choice]);
}

std::vector<std::size_t> count_all(const SurveyQuestion& question,
                                   const std::vector<std::string>& given) {
    std::vector<std::string> possible{"yes", "no"};
    if (question.answer == SurveyAnswerKind::scale) possible = {"1", "2", "3", "4", "5"};
    static_assert(survey_scale == 5);
    std::vector<std::size_t> counts;
    counts.reserve(possible.size());
    for (const std::string& answer : possible) {
        counts.push_back(static_cast<std::size_t>(std::count(given.begin(), given.end(), answer)));
    }
    return counts;
}

SurveyResult compile(const EventState& state, const SurveyQuestion& question) {
    std::vector<std::string> given = given_to(state, question);
    SurveyResult result{question, given.size(), {}};
    if (!result.is_shown()) return result;
    if (has_choices(question.answer)) {
        count_choices(result, given);
    } else if (question.answer == SurveyAnswerKind::text) {
        sort_in_swedish(given);
        result.texts = std::move(given);
    } else {
        result.counts = count_all(question, given);
    }
    return result;
}

Cell answer_cell(const SurveyResult& result, std::size_t place) {
    if (has_choices(result.question.answer)) return result.choices[place];
    if (result.question.answer == SurveyAnswerKind::yes_no) return yes_or_no(place == 0);
    return static_cast<std::int64_t>(place + 1);
}

// What an answer on the scale means; only its ends have words.
Cell meaning_cell(const SurveyQuestion& question, std::size_t place) {
    if (question.answer != SurveyAnswerKind::scale) return {};
    if (place == 0) return text_cell(question.low);
    return place + 1 == survey_scale ? text_cell(question.high) : Cell();
}

}  // namespace

SurveyReport compile_survey(const EventState& state) {
    SurveyReport report;
    report.sheets = state.answer_sheets().size();
    for (const SurveyQuestion& question : survey_questions(state)) {
        report.results.push_back(compile(state, question));
    }
    return report;
}

double average_of(const SurveyResult& result) {
    if (result.question.answer != SurveyAnswerKind::scale || !result.is_shown()) return 0;
    double sum = 0;
    for (std::size_t place = 0; place < result.counts.size(); ++place) {
        sum += static_cast<double>((place + 1) * result.counts[place]);
    }
    return sum / static_cast<double>(result.answers);
}

Table survey_table(const SurveyReport& report) {
    Table table;
    table.columns = {{"question", {"Question number"}},
                     {"question_text", {"Question"}},
                     {"answer", {"Answer"}},
                     {"meaning", {"Meaning"}},
                     {"count", {"Count"}, {"How many gave this answer."}},
                     {"answers", {"Answers"}, {"How many answered the question at all."}}};
    for (const SurveyResult& result : report.results) {
        const auto add = [&](Cell answer, Cell meaning, Cell count) {
            table.rows.push_back({std::int64_t{result.question.number}, result.question.text,
                                  std::move(answer), std::move(meaning), std::move(count),
                                  static_cast<std::int64_t>(result.answers)});
        };
        if (!result.is_shown()) {
            add(Word{"hidden", {"Shown only from more than five answers"}}, {}, {});
        }
        for (std::size_t place = 0; place < result.counts.size(); ++place) {
            add(answer_cell(result, place), meaning_cell(result.question, place),
                static_cast<std::int64_t>(result.counts[place]));
        }
        for (const std::string& text : result.texts) add(text, {}, {});
    }
    return table;
}

}  // namespace stormote
