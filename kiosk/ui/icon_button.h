// A round button that shows an icon alone; its words are for the record and for speech. The screen
// thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/widgets.h"

namespace stormote {

struct IconButtonLook {
    std::string id;
    std::string label;
    Icon icon = Icon::help;
    bool selected = false;
    bool enabled = true;
};

// Whether it was pressed.
bool icon_button(Ui& ui, const Rect& rect, const IconButtonLook& look);

// What the bar of the other screens holds beside languages, in a room that has no bar: back,
// larger text, contrast and help, as round buttons from the left.
enum class Tools { all, without_back };
[[nodiscard]] float tools_width(const Ui& ui, Tools tools);
std::optional<FrameIntent> draw_tools(Ui& ui, const Rect& rect, Tools tools);

}  // namespace stormote
