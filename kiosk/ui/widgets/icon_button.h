// A round button that shows an icon alone; its words are for the record and for speech. The screen
// thread.
#pragma once

#include <string>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

struct IconButtonStyle {
    std::string id;
    std::string label;
    Icon icon = Icon::help;
    bool selected = false;
    bool enabled = true;
};

// Whether it was pressed.
bool icon_button(Ui& ui, const Rect& rect, const IconButtonStyle& style);

}  // namespace stormote
