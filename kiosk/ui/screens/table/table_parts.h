// The parts of the facilitator's screen that only show something: the header with the clock, and
// who is in the group. The screen thread.
//
// Sources: table_header.cpp, table_roster.cpp.
#pragma once

#include "kiosk/ui/screens/table/table.h"

namespace stormote {

[[nodiscard]] float table_header_height(Ui& ui, const TableView& view);
void draw_table_header(Ui& ui, const Rect& rect, const TableView& view);

// One name below the other in a narrow room, names beside each other in a wide one. Where there
// are too many, the organisations are left out, and then the last names, which are counted.
void draw_roster(Ui& ui, const Rect& rect, const TableRoster& roster);
void draw_wide_roster(Ui& ui, const Rect& rect, const TableRoster& roster);

}  // namespace stormote
