// The organiser's board of groups: the tables on the plan of the room, or groups as columns; people
// as cards that are dragged, carried by the keys, or sent by a tap; what the groups cost beside the
// least that any plan can have; and a panel for what is chosen. Plain values in, intents out. The
// screen thread.
//
// Sources: organiser_board.cpp, board_room.cpp, board_columns.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/widgets/pan_area.h"
#include "kiosk/ui/widgets/scroll_area.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/model/presence.h"
#include "sync/model/seating_map.h"

namespace stormote {

struct BoardCard {
    std::string id;  // the same as long as the person is on the board
    std::string name;
    std::string organisation;                // may be empty
    std::optional<std::size_t> sector = {};  // its place in BoardView::sectors
    AttendeeRole role = AttendeeRole::civil;
    bool is_here = false;
    bool is_locked = false;
};

// How the groups are shown.
enum class BoardForm : std::uint8_t { room, columns };

// Of who leads a table.
enum class TableLeader : std::uint8_t { nobody, missing, here };

struct BoardColumn {
    GroupNumber group = 0;    // 0: of those without a group
    std::string title = {};   // "Grupp 4"
    std::string table = {};   // "Bord Lönnen", may be empty
    std::string count = {};   // "8 personer, 5 här"
    bool needs_care = false;  // has more people than chairs, or has closed
    bool is_closed = false;   // nobody can be put down here
    std::vector<BoardCard> cards = {};
    // As a table in the room.
    std::size_t here = 0;      // so many of the cards
    std::string present = {};  // "5 av 8"
    std::string alarm = {};    // "Få", where there is something to see to
    std::string spoken = {};   // everything that the table shows
    TableLeader leader = TableLeader::nobody;
};

// What does not change from frame to frame: made once whenever the groups have changed.
struct BoardContents {
    std::vector<BoardColumn> columns = {};
    std::vector<std::string> sectors = {};  // by mark
    std::optional<SeatingMap> room = {};    // where the tables have places
};

struct BoardCriterion {
    std::string text;       // "Samma förening: 0, bästa möjliga"
    bool is_best = false;   // it is proven that no plan has less
    bool is_worse = false;  // by the move that is being tried
};

// What somebody holds in the hand; the caller keeps it and hands it back.
struct BoardHand {
    enum class Hold : std::uint8_t {
        nothing,
        pressed,  // a finger lies on the card
        dragged,  // and has moved
        carried,  // the keys carry it
    };
    Hold hold = Hold::nothing;
    std::string card = {};                 // which one
    Point from = {};                       // where the finger came down
    Point at = {};                         // where it is
    std::optional<GroupNumber> over = {};  // the column that it would be put down in

    bool operator==(const BoardHand&) const = default;
};

// What a press in the panel asks for.
enum class BoardAction : std::uint8_t {
    undo,
    redo,
    even_out,
    deal,
    open_table,
    close_table,
    name_table,
    name_opened,   // the table of the group that has just opened
    clear_closed,  // of the people who still sit in a group that has closed
    choose_into,   // where all people of a closing group go
    deal_out,      // or to all others
    previous_round,
    next_round,
    more,  // what is seldom needed
    legend,
    choose_group,
    lock,
    unlock,
    lead,  // the group where the person sits
    stop_leading,
    confirm,  // the panel's question or proposal
    skip,     // the proposal, for the next one
    fewer_groups,
    more_groups,
    close,
};

struct PanelLine {
    enum class Kind : std::uint8_t { plain, quiet, good, warning };
    std::string text;
    Kind kind = Kind::plain;
};

struct PanelButton {
    BoardAction action = BoardAction::close;
    std::string label;
    std::optional<Icon> icon = {};
    bool is_primary = false;
    bool is_enabled = true;
};

enum class PanelLegend : std::uint8_t { hidden, shown };

struct BoardPanel {
    std::string title;
    std::vector<PanelLine> lines;
    std::vector<PanelButton> buttons;
    std::vector<PanelLine> details;  // below the buttons
    // Groups to choose one from: their numbers, and what stands on their buttons.
    std::vector<std::pair<GroupNumber, std::string>> groups;
    std::optional<GroupNumber> people = {};  // whose cards stand below the buttons
    PanelLegend legend = PanelLegend::hidden;
    bool can_close = false;  // Esc closes it, instead of leaving the page
};

struct BoardView {
    std::shared_ptr<const BoardContents> contents = std::make_shared<const BoardContents>();
    BoardForm form = BoardForm::room;
    std::vector<BoardCriterion> criteria;
    std::string chosen;  // the card that the panel is about, or empty
    BoardHand hand;
    BoardPanel panel;
    std::string news;  // instead of columns: why there are none
    Pan pan;
    Scroll panel_scroll;
    std::string reveal;                 // a card or table to be brought into sight, or empty
    std::optional<GroupNumber> opened;  // the table whose people the panel shows
    std::optional<GroupNumber> aimed;   // where somebody would go by what the panel proposes

    [[nodiscard]] const std::vector<BoardColumn>& columns() const { return contents->columns; }
    [[nodiscard]] const std::vector<std::string>& sectors() const { return contents->sectors; }
    // Null: there is none.
    [[nodiscard]] const BoardColumn *column_of(GroupNumber group) const;
    [[nodiscard]] const BoardCard *find_card(const std::string& id) const;
};

struct ChooseCard {
    std::string card;
};
struct HoldCard {
    BoardHand hand;
};
// Onto another group than its own.
struct DropCard {
    std::string card;
    GroupNumber group = 0;
};
struct PanBoard {
    Pan pan;
};
struct ScrollBoardPanel {
    Scroll scroll;
};
struct PressBoard {
    BoardAction action;
};
struct ChooseBoardGroup {
    GroupNumber group = 0;
};

struct ShowBoardAs {
    BoardForm form;
};
struct OpenBoardTable {
    GroupNumber group = 0;
};

using BoardIntent = std::variant<ChooseCard, HoldCard, DropCard, PanBoard, ScrollBoardPanel,
                                 PressBoard, ChooseBoardGroup, ShowBoardAs, OpenBoardTable>;

// "table_4": what a table in the room is called as a target.
[[nodiscard]] std::string table_id(GroupNumber group);

[[nodiscard]] std::vector<BoardIntent> draw_board(Ui& ui, const Rect& bounds,
                                                  const BoardView& view);

// Whether Esc has something to put down or to close here.
[[nodiscard]] bool takes_escape(const BoardView& view);

}  // namespace stormote
