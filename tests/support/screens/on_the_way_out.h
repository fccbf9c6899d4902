// OnTheWayOut: somebody before the pages of the way out, with a real desk behind them. The thread
// that made it.
#pragma once

#include <map>

#include "kiosk/ui/screens/exit/exit_feedback_presenter.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote::testing {

// At an event with a survey of three questions, an agreement and two departments.
class OnTheWayOut : public ScreenAtDesk {
  public:
    OnTheWayOut();
    ~OnTheWayOut();

    void open(std::optional<Respondent> respondent = std::nullopt);
    void choose_name(std::u32string_view typed, std::string_view name);
    // Whether the presenter has a use for it.
    bool show_ticket(const AttendeeId& person);
    [[nodiscard]] bool has(std::string_view target) const;
    // Before it is opened: a question beside the three.
    void ask(SurveyNumber number, FieldTexts fields);

    // Of the record as it is once the evening is over and what waits is released.
    [[nodiscard]] const EventState& afterwards();

    // Of the record afterwards.
    [[nodiscard]] const std::pair<const MessageKey, Message>& only_message();

    AttendeeId asa;
    AttendeeId siv;
    AttendeeId yusuf;
    AttendeeId maj;
    std::map<AttendeeId, std::string> tickets;
    SearchPace pace;
    std::optional<ExitFeedbackPresenter> presenter;

  private:
    void ask_questions();
};

}  // namespace stormote::testing
