// Exit feedback page: a page of text with its choices, such as the agreement with yes and no;
// and a question with its answers below each other. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/screens/exit/exit_feedback_parts.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct ExitFeedbackFact {
    Icon icon = Icon::person;
    std::string words;
    bool is_personal = false;
};

struct ExitFeedbackPageView {
    FrameView frame;
    std::string screen;  // its name, for focus and speech
    std::optional<Steps> steps;
    std::string title;
    std::string text;                  // a few sentences; may be empty
    Wording wording = Wording::house;  // of title and text
    std::vector<ExitFeedbackFact> facts;
    ExitFeedbackFoot foot;
};

// The number of a button, or what the frame asks for; GoBack is to the page before.
using ExitFeedbackChoice = std::variant<std::size_t, FrameIntent>;

std::optional<ExitFeedbackChoice> draw_exit_feedback_page(Ui& ui, const ExitFeedbackPageView& view);

struct ExitFeedbackOptionsView {
    FrameView frame;
    std::string screen;
    Steps steps;
    std::string question;
    std::vector<std::string> options;
    std::size_t event_options = 0;  // so many, from the first, in the event's own words
    std::optional<int> closes_in_s;
};

// The number of an option.
std::optional<ExitFeedbackChoice> draw_exit_feedback_options(Ui& ui,
                                                             const ExitFeedbackOptionsView& view);

}  // namespace stormote
