// The parts of the facilitator's screen: the header with the clock, what the organiser says, who is
// in the group, and what was just done. The screen thread.
//
// Sources: table_header.cpp, table_message_strip.cpp, table_roster.cpp, table_done.cpp.
#pragma once

#include <string>

#include "kiosk/ui/screens/table/table.h"

namespace stormote {

[[nodiscard]] float table_header_height(Ui& ui, const TableView& view);
void draw_table_header(Ui& ui, const Rect& rect, const TableView& view);

// "Här nu · 6 av 8".
[[nodiscard]] std::string here_words(const Ui& ui, const TableRoster& roster);

// One name below the other in a narrow room, names beside each other in a wide one. Where there
// are too many, the organisations are left out, and then the last names, which are counted.
void draw_roster(Ui& ui, const Rect& rect, const TableRoster& roster);
void draw_wide_roster(Ui& ui, const Rect& rect, const TableRoster& roster);

// What the organiser says to all tables, on at most three lines.
[[nodiscard]] float table_message_height(Ui& ui, float width, const TableView& view);
void draw_table_message(Ui& ui, const Rect& rect, const TableView& view);
// Whether the table is asked for notes no more: the meeting is over, and nothing is half-written.
[[nodiscard]] bool is_written_out(const TableView& view);

// What was just done, with a button that takes it back where it can be.
[[nodiscard]] float table_done_height(Ui& ui, float width, const TableDone& done);
// Whether it is to be taken back.
bool draw_table_done(Ui& ui, const Rect& rect, const TableDone& done);

}  // namespace stormote
