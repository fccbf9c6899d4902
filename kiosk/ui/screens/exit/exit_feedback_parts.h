// What the pages on the way out have in common: a foot with a quiet sentence, or the warning that
// the page closes, and the page's buttons. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

struct ExitFeedbackFoot {
    Icon icon = Icon::lock;
    std::string words;
    // Nobody has touched anything for a while; stands where the sentence stood.
    std::optional<int> closes_in_s;
    std::vector<ButtonStyle> buttons;  // the last is the thing to do
};

// Beside each other where the screen is wide, below each other where it is not. The height does not
// change while the sentence and the warning do.
[[nodiscard]] float exit_feedback_foot_height(Ui& ui, float width, const ExitFeedbackFoot& foot);
// Which button was pressed.
std::optional<std::size_t> draw_exit_feedback_foot(Ui& ui, const Rect& rect,
                                                   const ExitFeedbackFoot& foot);

// A page with nothing typed on it closes soon.
void draw_close_warning(Ui& ui, const Rect& rect, int seconds);

}  // namespace stormote
