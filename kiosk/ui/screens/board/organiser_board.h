// The organiser's board of groups: groups as columns, people as cards that are dragged, carried by
// the keys, or sent by a tap; what the groups cost beside the least that any plan can have; and a
// panel for what is chosen. Plain values in, intents out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/widgets/pan_area.h"
#include "kiosk/ui/widgets/scroll_area.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/model/presence.h"

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

struct BoardColumn {
    GroupNumber group = 0;    // 0: of those without a group
    std::string title = {};   // "Grupp 4"
    std::string table = {};   // "Bord Lönnen", may be empty
    std::string count = {};   // "8 personer, 5 här"
    bool needs_care = false;  // has more people than chairs, or has closed
    bool is_closed = false;   // nobody can be put down here
    std::vector<BoardCard> cards = {};
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
    PanelLegend legend = PanelLegend::hidden;
    bool can_close = false;  // Esc closes it, instead of leaving the page
};

struct BoardView {
    std::vector<BoardColumn> columns;
    std::vector<std::string> sectors;  // by mark
    std::vector<BoardCriterion> criteria;
    std::string chosen;  // the card that the panel is about, or empty
    BoardHand hand;
    BoardPanel panel;
    std::string news;  // instead of columns: why there are none
    Pan pan;
    Scroll panel_scroll;
    std::string reveal;  // a card to be brought into sight, or empty
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

using BoardIntent = std::variant<ChooseCard, HoldCard, DropCard, PanBoard, ScrollBoardPanel,
                                 PressBoard, ChooseBoardGroup>;

[[nodiscard]] std::vector<BoardIntent> draw_board(Ui& ui, const Rect& bounds,
                                                  const BoardView& view);

// Whether Esc has something to put down or to close here.
[[nodiscard]] bool takes_escape(const BoardView& view);

}  // namespace stormote
