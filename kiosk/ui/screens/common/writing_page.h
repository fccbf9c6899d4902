// Writing page: a page on which somebody writes a few sentences: the question, a field,
// the keyboard, and one button that goes on. The screen thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"
#include "kiosk/ui/widgets/widgets.h"
#include "kiosk/ui/widgets/writing.h"

namespace stormote {

struct WritingPageView {
    FrameView frame;
    std::string screen;          // its name, for focus and speech
    std::optional<Steps> steps;  // nothing where it is the only one
    std::string question;
    Wording wording = Wording::house;  // of the question
    std::string hint;                  // beside the field
    Icon hint_icon = Icon::lock;
    std::string placeholder;  // shown while nothing is written
    Writing writing;
    NoteKeys keys{.open = true};
    ButtonStyle go_on;
    std::optional<int> clears_in_s;
};

struct WritingPageAnswer {
    Writing writing;  // as they are now; equal to those given where nothing happened
    NoteKeys keys;
    bool goes_on = false;
    std::optional<FrameIntent> intent;  // GoBack is to the page before
};

WritingPageAnswer draw_writing_page(Ui& ui, const WritingPageView& view);

}  // namespace stormote
