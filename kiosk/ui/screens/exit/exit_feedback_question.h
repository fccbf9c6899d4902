// Exit feedback question: one question of the survey whose answers stand on the screen: a scale, or
// yes and no. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/model/survey.h"

namespace stormote {

struct ExitFeedbackQuestionView {
    FrameView frame;
    SurveyQuestion question;  // a scale, or yes and no
    Wording wording = Wording::event;
    Steps steps;
    std::string chosen;  // the answer as it is recorded; empty: none yet
    std::optional<int> closes_in_s;
};

// As it is recorded: "1" to "5", "yes" or "no".
struct GiveAnswer {
    std::string answer;
};
struct KeepAnswer {};
struct SkipQuestion {};

// To skip the question, and, once it is answered, to go on: "skip" and "next".
[[nodiscard]] std::vector<ButtonStyle> question_buttons(const Ui& ui, bool is_answered);

using ExitFeedbackQuestionIntent = std::variant<GiveAnswer, KeepAnswer, SkipQuestion, FrameIntent>;

// GoBack is to the question before.
std::optional<ExitFeedbackQuestionIntent> draw_exit_feedback_question(
    Ui& ui, const ExitFeedbackQuestionView& view);

}  // namespace stormote
