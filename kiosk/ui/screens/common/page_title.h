// Page title: the heading at the top of a page that is not a person's own, and the style of the
// line below it. The screen thread.
#pragma once

#include <string>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

[[nodiscard]] float page_title_height(Ui& ui, float width, const std::string& title);
void draw_page_title(Ui& ui, Rect& bounds, const std::string& title);
// One line or more, below the title.
void draw_page_lead(Ui& ui, Rect& bounds, const std::string& words);
[[nodiscard]] TextBlockStyle page_lead_style(const Theme& theme);

}  // namespace stormote
