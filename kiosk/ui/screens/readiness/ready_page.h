// Ready page: whether event and machine are ready for the doors, point by point, each with a shape,
// a word and what to do. Plain values in, intents out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/readiness/ready_mark.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct ReadyRow {
    std::string id;  // "printer"
    ReadyMark mark = ReadyMark::yes;
    std::string title;
    std::string text;    // how it stands; may be empty while it is tried
    std::string remedy;  // what to do; may be empty
    std::string action;  // what its button says; empty: it has none
};

struct ReadyView {
    FrameView frame;
    std::string summary;
    std::vector<ReadyRow> rows;
    bool is_trying = false;
    Scroll scroll;
};

struct TryAgain {};
struct PressReadyRow {
    std::size_t index;
};
struct ScrollReady {
    Scroll scroll;
};

// GoBack closes the page.
using ReadyIntent = std::variant<TryAgain, PressReadyRow, ScrollReady, FrameIntent>;

[[nodiscard]] std::vector<ReadyIntent> draw_ready_page(Ui& ui, const ReadyView& view);

}  // namespace stormote
