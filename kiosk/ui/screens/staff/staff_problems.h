// What staff should have a look at by this screen, the newest first; each can be dealt with and
// taken off the list. The screen thread.
#pragma once

#include "kiosk/ui/screens/staff/staff.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct ProblemLine {
    std::string time_text;  // "18.42"
    std::string text;
    bool can_open = false;   // it is known whom it is about
    bool can_print = false;  // a label
};

struct StaffProblemsView {
    FrameView frame;
    std::vector<ProblemLine> problems;
    Scroll scroll;
};

struct DismissProblem {
    std::size_t index;
};
struct OpenPersonOf {
    std::size_t index;
};
struct PrintLabelOf {
    std::size_t index;
};
struct ScrollProblems {
    Scroll scroll;
};

// GoBack is to the staff's first page.
using StaffProblemsIntent =
    std::variant<DismissProblem, OpenPersonOf, PrintLabelOf, ScrollProblems, FrameIntent>;

std::optional<StaffProblemsIntent> draw_staff_problems(Ui& ui, const StaffProblemsView& view);

}  // namespace stormote
