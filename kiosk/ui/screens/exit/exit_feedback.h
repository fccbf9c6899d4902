// Exit feedback: what somebody may leave behind before they go, one card for each choice.
// Everything is optional. The screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/frame.h"

namespace stormote {

enum class Errand : std::uint8_t { survey, comment, contact, joining };

struct ErrandCard {
    Errand errand = Errand::survey;
    bool is_done = false;
    bool is_begun = false;  // something is written, and not sent
};

struct ExitFeedbackView {
    FrameView frame;
    std::vector<ErrandCard> errands;
    int question_count = 0;  // of the survey
    std::string agreement;   // that an organisation may join
    bool can_sign = false;   // it is known who stands here
    std::string news;        // what came of the errand before; may be empty
    std::optional<int> closes_in_s;
};

struct ChooseErrand {
    Errand errand;
};
struct ExitFeedbackDone {};

using ExitFeedbackIntent = std::variant<ChooseErrand, ExitFeedbackDone, FrameIntent>;

std::optional<ExitFeedbackIntent> draw_exit_feedback(Ui& ui, const ExitFeedbackView& view);

}  // namespace stormote
