// Exit feedback words: what came of an errand on the way out, said to the person who stands here.
// Pure; any thread.
#pragma once

#include <string>

#include "kiosk/desk/way_out.h"
#include "sync/base/texts.h"

namespace stormote {

struct ExitFeedbackWords {
    std::string title;
    std::string text;
};

[[nodiscard]] ExitFeedbackWords exit_feedback_words(FeedbackOutcome outcome, const Texts& texts);
[[nodiscard]] ExitFeedbackWords exit_feedback_words(Joining outcome, const Texts& texts);

}  // namespace stormote
