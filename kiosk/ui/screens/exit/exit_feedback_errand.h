// Exit feedback errand: what the errands on the way out have in common: what is known of the person
// who stands here, one frame of an errand's page, and what the page asks for. An errand keeps what
// was written until it is forgotten. The screen thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/writing_page.h"
#include "kiosk/ui/screens/exit/exit_feedback_page.h"

namespace stormote {

// Who stands here, as far as it is known.
struct Respondent {
    AttendeeId attendee;
    // Whoever types somebody's name neither learns what their registration says by it, nor gives
    // their association's word.
    bool has_shown_ticket = false;
};

struct ExitFeedbackContext {
    DeskThread& desk;
    WayOut offer;  // of the event
    std::optional<Respondent> respondent;
    std::string respondent_name;
};

struct ErrandFrame {
    const ExitFeedbackContext& context;
    const FrameView& view;
    std::optional<int> warning_s;  // until the screen closes by itself
    bool is_sending = false;       // what is pressed before the answer comes counts for nothing
};

// To where the errand was chosen.
struct LeaveErrand {};
// Done by the desk, and answered with what came of it.
using FeedbackAnswer = std::variant<std::monostate, FeedbackOutcome, Joining>;
struct SendFeedback {
    std::function<FeedbackAnswer(Desk&)> job;
};
// What the frame's buttons ask for, but for GoBack, which the errand follows.
using ErrandStep = std::variant<LeaveErrand, SendFeedback, FrameIntent>;

// `go_back` does so, and answers with what that asks for.
template <typename Action>
std::optional<ErrandStep> follow_frame(const FrameIntent& intent, const ErrandFrame& frame,
                                       Action go_back) {
    if (!std::holds_alternative<GoBack>(intent)) return intent;
    if (frame.is_sending) return std::nullopt;
    return go_back();
}

// A page on which something is written.
struct WrittenPage {
    Writing writing;
    NoteKeys keys{.open = true};

    [[nodiscard]] std::string text() const { return is_blank(writing) ? "" : text_of(writing); }
    // What was typed is kept whatever was pressed.
    void take(const WritingPageAnswer& answer) {
        writing = answer.writing;
        keys = answer.keys;
    }
};

}  // namespace stormote
