// Survey: the few questions on the way out, as the record describes them. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

enum class SurveyAnswerKind : std::uint8_t { scale, yes_no, text, one_of, several_of };

// Whether the answer is among choices that the question names itself.
[[nodiscard]] inline bool has_choices(SurveyAnswerKind kind) {
    return kind == SurveyAnswerKind::one_of || kind == SurveyAnswerKind::several_of;
}

struct SurveyQuestion {
    SurveyNumber number = 0;
    SurveyAnswerKind answer = SurveyAnswerKind::text;
    std::string text;
    // The words at the ends of a scale: "Inte alls", "I hög grad"; may be empty.
    std::string low;
    std::string high;
    // Of one or several of: what can be chosen, each once.
    std::vector<std::string> choices{};
    // All of it in further languages; the choices a line each, as many as there are.
    Translations texts{};
    Translations lows{};
    Translations highs{};
    Translations choice_lines{};

    // Whether everything that it says is said in that language too: half a question is asked in
    // the event's own.
    [[nodiscard]] bool is_said_in(std::size_t language) const;
    // As somebody reads it who has chosen a language of the screens; nothing where it is not said
    // in that one.
    [[nodiscard]] std::optional<SurveyQuestion> in(std::string_view language) const;
};

// A scale goes from 1 to 5.
constexpr int survey_scale = 5;

// "scale", "yes_no", "text", "one_of", "several_of", as the record has them.
[[nodiscard]] const char *survey_answer_name(SurveyAnswerKind kind);
[[nodiscard]] std::optional<SurveyAnswerKind> parse_survey_answer(std::string_view name);

// Those that are asked, by number. One whose way of answering is not known here, or that has
// nothing to choose among, is not asked.
[[nodiscard]] std::vector<SurveyQuestion> survey_questions(const EventState& state);

// The choices of a question, or those of an answer to it: a line each; what is empty or there
// already is left out.
[[nodiscard]] std::vector<std::string> survey_choices(std::string_view lines);

// An answer by these choices, as the record has it: in the order of the question.
[[nodiscard]] std::string answer_of_choices(const SurveyQuestion& question,
                                            const std::vector<std::string>& chosen);

// Whether it is an answer to that question: "1" to "5", "yes" or "no", or a text that is not empty;
// of choices one or more lines, also in words that the question had before.
[[nodiscard]] bool is_answer_to(const SurveyQuestion& question, std::string_view text);

}  // namespace stormote
