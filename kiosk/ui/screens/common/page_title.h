// Page title: the heading at the top of a page that is not a person's own, the line below it, and
// what has just come of something. The screen thread.
#pragma once

#include <string>

#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

[[nodiscard]] float page_title_height(Ui& ui, float width, const std::string& title);
void draw_page_title(Ui& ui, Rect& bounds, const std::string& title);
// One line or more, below the title.
void draw_page_lead(Ui& ui, Rect& bounds, const std::string& words);
[[nodiscard]] TextBlockStyle page_lead_style(const Theme& theme);

// Held upright, what must be reached begins below the upper third; otherwise nothing.
void leave_upper_third(const Ui& ui, Rect& bounds);

// How something went, with its mark; good or in need of a look.
void draw_page_news(Ui& ui, Rect& bounds, const StatusLine& news);

}  // namespace stormote
