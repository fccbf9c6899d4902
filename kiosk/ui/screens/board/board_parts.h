// The parts of the organiser's board: the groups with their cards, the panel beside them, and the
// marks that tell people apart. The screen thread.
//
// Sources: board_actions.cpp, board_cards.cpp, board_columns.cpp, board_legend.cpp,
// board_panel.cpp, board_table_shape.cpp.
#pragma once

#include "kiosk/ui/screens/board/organiser_board.h"

namespace stormote {

using BoardIntents = std::vector<BoardIntent>;

// --- Marks ---

// So many sectors have a mark of their own; all others share the last one.
constexpr std::size_t sector_mark_count = 16;
void draw_sector_mark(Ui& ui, const Rect& square, std::size_t sector);
void draw_role_mark(Ui& ui, const Rect& square, AttendeeRole role);
[[nodiscard]] Sentence role_sentence(AttendeeRole role);
// A check mark in a disc, or an empty ring.
void draw_here_mark(Ui& ui, const Rect& square, bool is_here);

// A piece of a table's ring: full for who is here, an outline for who is expected.
void draw_seat_mark(Ui& ui, const Rect& square, bool is_taken);
// Nothing where nobody leads the table.
void draw_leader_mark(Ui& ui, const Rect& square, TableLeader leader);

// --- Legend ---

[[nodiscard]] float legend_height(Ui& ui, float width, const BoardView& view);
void draw_legend(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect, const BoardView& view);
// Of the room alone, in as many columns as have room.
struct RoomLegend {
    std::size_t columns = 1;
    float width = 0;               // of a column
    std::vector<float> rows = {};  // how high they are

    // Of as many rows as fit.
    [[nodiscard]] float height_within(float most) const;
};
[[nodiscard]] RoomLegend lay_out_room_legend(Ui& ui, float width, const BoardView& view);
// What does not fit is left out.
void draw_room_legend(Ui& ui, const Rect& rect, const BoardView& view);

// --- Cards ---

[[nodiscard]] float card_height(Ui& ui, float width, const BoardCard& card);
struct CardStyle {
    bool is_chosen = false;
    bool is_lifted = false;  // held, above the others
    bool is_gone = false;    // its place, while it is held elsewhere
};
// The whole card; what of it can be touched is told by the caller.
void paint_card(Ui& ui, const Rect& rect, const BoardCard& card, const CardStyle& style);
// Everything that the card says, for whoever hears it.
[[nodiscard]] std::string card_label(const Ui& ui, const BoardView& view, const BoardCard& card);

// --- Columns and panel ---

// How far the columns move, so that the caller can draw the buttons where it has room for them.
struct BoardMotion {
    Pan pan;
    PanRange range;
};
[[nodiscard]] BoardMotion draw_columns(Ui& ui, const Rect& bounds, const BoardView& view,
                                       BoardIntents& intents);
[[nodiscard]] std::string_view action_id(BoardAction action);
// The card that a finger has come down on in this frame, or empty.
std::string draw_board_panel(Ui& ui, const Rect& rect, const BoardView& view,
                             BoardIntents& intents);
// How high the panel would be with all that it holds in sight.
[[nodiscard]] float board_panel_height(Ui& ui, float width, const BoardView& view);

}  // namespace stormote
