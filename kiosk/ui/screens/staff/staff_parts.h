// What the pages of the staff have in common. The screen thread.
#pragma once

#include "kiosk/ui/screens/staff/staff.h"
#include "kiosk/ui/widgets/column.h"

namespace stormote {

// An icon and a sentence about how something stands; nothing where there is no sentence.
void add_staff_line(Ui& ui, Column& column, Icon icon, Colour colour, const std::string& words);
// The same, as a warning where it is one.
void add_staff_line(Ui& ui, Column& column, Icon icon, const StaffLine& line);
// What was just done.
void add_staff_news(Ui& ui, Column& column, const std::string& news);

}  // namespace stormote
