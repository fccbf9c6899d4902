// Exit feedback choices: one question of the survey that is answered by one or several of its own
// choices, below each other, however many and long they are. The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/screens/exit/exit_feedback_question.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct ExitFeedbackChoicesView {
    FrameView frame;
    SurveyQuestion question;  // that has choices
    Wording wording = Wording::event;
    Steps steps;
    std::string chosen;  // the answer in the question's words; empty: none yet
    std::optional<int> closes_in_s;
    Scroll scroll;
};

// By its number among the question's choices. Of several, one that was chosen is taken away.
struct TouchChoice {
    std::size_t choice;
};
struct ScrollChoices {
    Scroll scroll;
};

using ExitFeedbackChoicesIntent =
    std::variant<TouchChoice, KeepAnswer, SkipQuestion, ScrollChoices, FrameIntent>;

// GoBack is to the question before.
std::optional<ExitFeedbackChoicesIntent> draw_exit_feedback_choices(
    Ui& ui, const ExitFeedbackChoicesView& view);

}  // namespace stormote
