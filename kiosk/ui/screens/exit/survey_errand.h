// SurveyErrand: the survey on the way out, a question a page, and the sheet with all answers, which
// is sent whole. The screen thread.
#pragma once

#include <map>

#include "kiosk/ui/screens/exit/exit_feedback_errand.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

class SurveyErrand {
  public:
    // At its first question.
    void open(const ExitFeedbackContext& context) { open_question(context, 0); }
    [[nodiscard]] std::optional<ErrandStep> draw(Ui& ui, const ErrandFrame& frame);
    [[nodiscard]] bool is_begun() const { return !answers_.empty(); }
    void forget() { answers_.clear(); }

  private:
    std::optional<ErrandStep> draw_steps(Ui& ui, const ErrandFrame& frame);
    std::optional<ErrandStep> draw_choices(Ui& ui, const ErrandFrame& frame);
    std::optional<ErrandStep> draw_text(Ui& ui, const ErrandFrame& frame);
    std::optional<ErrandStep> draw_send(Ui& ui, const ErrandFrame& frame);
    std::optional<ErrandStep> go_back(const ExitFeedbackContext& context);
    // Behind the last one all answers are sent.
    void open_question(const ExitFeedbackContext& context, std::size_t index);
    // To the question that is shown; an empty answer is none.
    void keep_answer(const ExitFeedbackContext& context, const std::string& answer);
    void touch_choice(const ExitFeedbackContext& context, std::size_t choice);
    void answer_and_go_on(const ExitFeedbackContext& context, const std::string& answer);
    [[nodiscard]] std::string answer_to(const SurveyQuestion& question) const;

    std::map<SurveyNumber, std::string> answers_;
    std::size_t question_ = 0;
    WrittenPage page_;
    Scroll scroll_;  // of the choices
};

}  // namespace stormote
