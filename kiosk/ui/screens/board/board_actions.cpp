// What the buttons of the panel are called as targets.
#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

std::string_view action_id(BoardAction action) {
    switch (action) {
        case BoardAction::undo:
            return "board_undo";
        case BoardAction::redo:
            return "board_redo";
        case BoardAction::even_out:
            return "board_even_out";
        case BoardAction::deal:
            return "board_deal";
        case BoardAction::open_table:
            return "board_open_table";
        case BoardAction::close_table:
            return "board_close_table";
        case BoardAction::name_table:
            return "board_name_table";
        case BoardAction::name_opened:
            return "board_name_opened";
        case BoardAction::clear_closed:
            return "board_clear_closed";
        case BoardAction::choose_into:
            return "board_choose_into";
        case BoardAction::deal_out:
            return "board_deal_out";
        case BoardAction::previous_round:
            return "board_previous_round";
        case BoardAction::next_round:
            return "board_next_round";
        case BoardAction::more:
            return "board_more";
        case BoardAction::legend:
            return "board_legend";
        case BoardAction::choose_group:
            return "board_choose_group";
        case BoardAction::lock:
            return "board_lock";
        case BoardAction::unlock:
            return "board_unlock";
        case BoardAction::lead:
            return "board_lead";
        case BoardAction::stop_leading:
            return "board_stop_leading";
        case BoardAction::confirm:
            return "board_confirm";
        case BoardAction::skip:
            return "board_skip";
        case BoardAction::fewer_groups:
            return "board_fewer_groups";
        case BoardAction::more_groups:
            return "board_more_groups";
        case BoardAction::close:
            break;
    }
    return "board_close";
}

}  // namespace stormote
