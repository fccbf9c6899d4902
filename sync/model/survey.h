// Survey: the few questions on the way out, as the record describes them. Pure; any thread.
#pragma once

#include <array>

#include "sync/model/event_state.h"

namespace stormote {

enum class SurveyAnswerKind : std::uint8_t { scale, yes_no, text };

struct SurveyQuestion {
    SurveyNumber number = 0;
    SurveyAnswerKind answer = SurveyAnswerKind::text;
    std::string text;
    // The words at the ends of a scale: "Inte alls", "I hög grad"; may be empty.
    std::string low;
    std::string high;
};

// A scale goes from 1 to 5.
constexpr int survey_scale = 5;

// "scale", "yes_no", "text", as the record has them.
[[nodiscard]] const char *survey_answer_name(SurveyAnswerKind kind);
[[nodiscard]] std::optional<SurveyAnswerKind> parse_survey_answer(std::string_view name);

// Those that are asked, by number. One whose way of answering is not known here is not asked.
[[nodiscard]] std::vector<SurveyQuestion> survey_questions(const EventState& state);

// Whether it is an answer to that question: "1" to "5", "yes" or "no", or a text that is not empty.
[[nodiscard]] bool is_answer_to(const SurveyQuestion& question, std::string_view text);

}  // namespace stormote
