// A page that says one thing in the middle: a sign, a title, lines, and the answers there are, one
// below the other and as large as there is room. UI thread; owns nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/button_row.h"

namespace stormote {

struct MessageLine {
    std::string text;  // left out where it is empty
    TextBlockStyle style;
};

struct MessagePage {
    Icon icon = Icon::check;
    Colour shape;
    Colour ground;
    std::string title;
    bool is_personal = false;  // the title names somebody
    std::vector<MessageLine> lines;
    std::vector<RowButton> buttons;
};

// Within a frame's bounds. The number of the button that was pressed.
[[nodiscard]] std::optional<std::size_t> draw_message_page(Ui& ui, const Rect& frame_bounds,
                                                           const MessagePage& page);

}  // namespace stormote
