// Steps: the progress through a sequence of questions, and the warning before typed text is
// cleared. The screen thread.
#pragma once

#include <limits>
#include <string>

#include "kiosk/ui/widgets/text_block.h"

namespace stormote {

struct Steps {
    int number = 1;
    int count = 1;
};

[[nodiscard]] Size progress_size(Ui& ui, const Steps& steps);
// How far one has come, as words and as a bar.
void draw_progress(Ui& ui, const Rect& line, const Steps& steps);
struct Question {
    std::string text;
    float size = unit::title;  // in units
    Wording wording = Wording::house;
    // In pixels: where the question and how far one has come would be higher, it stands in smaller
    // letters.
    float highest = std::numeric_limits<float>::max();
};
// The question, and how far one has come: on one line, or above it where that is too long. Takes
// its height off the room.
void draw_question(Ui& ui, Rect& bounds, const Steps& steps, const Question& question);

// Says what time is about to do, in a band that stands out.
[[nodiscard]] float warning_band_height(Ui& ui, float width, const std::string& sentence);
void draw_warning_band(Ui& ui, const Rect& rect, const std::string& sentence);
// Nobody has touched anything for a while: what was typed is cleared soon.
void draw_clear_warning(Ui& ui, const Rect& rect, int seconds);

}  // namespace stormote
