#include "sync/model/survey.h"

namespace stormote {

namespace {

constexpr std::array<std::pair<const char *, SurveyAnswerKind>, 3> answer_names{
    {{"scale", SurveyAnswerKind::scale},
     {"yes_no", SurveyAnswerKind::yes_no},
     {"text", SurveyAnswerKind::text}}};

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
        questions.push_back({number, *answer, fields.get(SurveyField::text),
                             fields.get(SurveyField::low), fields.get(SurveyField::high)});
    }
    return questions;
}

bool is_answer_to(const SurveyQuestion& question, std::string_view text) {
    switch (question.answer) {
        case SurveyAnswerKind::scale:
            return text.size() == 1 && text[0] >= '1' && text[0] < '1' + survey_scale;
        case SurveyAnswerKind::yes_no:
            return text == "yes" || text == "no";
        case SurveyAnswerKind::text:
            return !text.empty();
    }
    return false;
}

}  // namespace stormote
