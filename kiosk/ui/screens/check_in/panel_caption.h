// PanelCaption: what to do with the ticket, at the foot of the welcome screen's panel. The screen
// thread.
#pragma once

#include <string>

#include "kiosk/ui/render/icons.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

struct PanelCaption {
    Icon icon = Icon::scan;
    std::string strong;  // **stars** are bold
    std::string quiet;
};

void draw_panel_caption(Ui& ui, const Rect& rect, const PanelCaption& caption);

}  // namespace stormote
