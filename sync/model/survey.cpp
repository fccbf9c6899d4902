#include "sync/model/survey.h"

#include <algorithm>
#include <array>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::array<std::pair<const char *, SurveyAnswerKind>, 5> answer_names{
    {{"scale", SurveyAnswerKind::scale},
     {"yes_no", SurveyAnswerKind::yes_no},
     {"text", SurveyAnswerKind::text},
     {"one_of", SurveyAnswerKind::one_of},
     {"several_of", SurveyAnswerKind::several_of}}};

bool is_among(const std::vector<std::string>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

const char *survey_answer_name(SurveyAnswerKind kind) {
    return answer_names.at(static_cast<std::size_t>(kind)).first;
}

std::optional<SurveyAnswerKind> parse_survey_answer(std::string_view name) {
    for (const auto& [known, kind] : answer_names) {
        if (name == known) return kind;
    }
    return std::nullopt;
}

std::vector<SurveyQuestion> survey_questions(const EventState& state) {
    std::vector<SurveyQuestion> questions;
    for (const auto& [number, fields] : state.survey()) {
        const auto answer = parse_survey_answer(fields.get(SurveyField::answer));
        if (!answer || fields.get(SurveyField::text).empty()) continue;
        auto choices = survey_choices(fields.get(SurveyField::choices));
        if (has_choices(*answer) && choices.empty()) continue;
        questions.push_back(
            {number, *answer, fields.get(SurveyField::text), fields.get(SurveyField::low),
             fields.get(SurveyField::high), std::move(choices),
             fields.translations(SurveyField::text), fields.translations(SurveyField::low),
             fields.translations(SurveyField::high), fields.translations(SurveyField::choices)});
    }
    return questions;
}

bool SurveyQuestion::is_said_in(std::size_t language) const {
    return !texts[language].empty() && low.empty() == lows[language].empty() &&
           high.empty() == highs[language].empty() &&
           survey_choices(choice_lines[language]).size() == choices.size();
}

std::optional<SurveyQuestion> SurveyQuestion::in(std::string_view language) const {
    const auto further = further_language(language);
    if (!further || !is_said_in(*further)) return std::nullopt;
    SurveyQuestion shown{number, answer, texts[*further], lows[*further], highs[*further]};
    shown.choices = survey_choices(choice_lines[*further]);
    return shown;
}

std::vector<std::string> survey_choices(std::string_view lines) {
    std::vector<std::string> choices;
    for (const std::string_view line : split_text(lines, '\n')) {
        std::string choice = trim_text(line);
        if (!choice.empty() && !is_among(choices, choice)) choices.push_back(std::move(choice));
    }
    return choices;
}

std::string answer_of_choices(const SurveyQuestion& question,
                              const std::vector<std::string>& chosen) {
    std::string answer;
    for (const std::string& choice : question.choices) {
        if (!is_among(chosen, choice)) continue;
        answer += (answer.empty() ? "" : "\n") + choice;
    }
    return answer;
}

bool is_answer_to(const SurveyQuestion& question, std::string_view text) {
    switch (question.answer) {
        case SurveyAnswerKind::scale:
            return text.size() == 1 && text[0] >= '1' && text[0] < '1' + survey_scale;
        case SurveyAnswerKind::yes_no:
            return text == "yes" || text == "no";
        case SurveyAnswerKind::text:
            return !text.empty();
        case SurveyAnswerKind::one_of:
            return survey_choices(text).size() == 1;
        case SurveyAnswerKind::several_of:
            return !survey_choices(text).empty();
    }
    return false;
}

}  // namespace stormote
