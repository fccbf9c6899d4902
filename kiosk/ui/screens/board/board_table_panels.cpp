// The words of the panel where groups open and close, and tables get a name.
#include <map>

#include "kiosk/ui/screens/board/board_panel_lines.h"

namespace stormote {

namespace {

using Kind = PanelLine::Kind;

// Who goes where, as the board's names come.
std::vector<PanelLine> move_lines(const GroupBoard& board, const std::vector<BoardMove>& moves,
                                  const Texts& texts) {
    std::vector<PanelLine> lines;
    for (const BoardMove& move : moves) {
        const BoardPerson *person = board.find(move.attendee);
        if (move.round != board.round || person == nullptr) continue;
        lines.push_back(
            {texts.get(Sentence{"{} to group {}"}, person->name, move.to), Kind::warning});
    }
    return lines;
}

// All of it before the buttons, in the colour of a warning: each of them has to be told.
void add_who_moves(const GroupBoard& board, const ClosingProposal& proposal,
                   std::optional<GroupNumber> into, const Texts& texts, BoardPanel& panel) {
    const auto people = static_cast<std::int64_t>(proposal.people);
    if (people == 0) {
        panel.lines.push_back({texts.get({"Nobody has a place there."}), Kind::plain});
        return;
    }
    panel.lines.push_back({texts.get_plural(Sentence{"{} person gets another group."},
                                            Sentence{"{} people get another group."}, people),
                           Kind::warning});
    if (into) {
        panel.lines.push_back(
            {texts.get(Sentence{"All of them go to group {}."}, *into), Kind::plain});
    }
    if (proposal.here > 0) {
        panel.lines.push_back(
            {texts.get(Sentence{"Already here: {}. Tell them; the screens at the door do not."},
                       proposal.here),
             Kind::warning});
    }
    const auto moves = move_lines(board, proposal.step.moves, texts);
    panel.lines.insert(panel.lines.end(), moves.begin(), moves.end());
}

void add_who_is_there(const GroupBoard& board, const BoardGroup& table, const Texts& texts,
                      BoardPanel& panel) {
    std::map<std::string, int> sectors;
    std::size_t people = 0;
    std::size_t here = 0;
    for (const BoardPerson& person : board.people) {
        if (person.group != table.number) continue;
        ++people;
        if (person.is_here) ++here;
        if (!person.sector.empty()) ++sectors[person.sector];
    }
    const bool is_crowded = table.capacity > 0 && people > static_cast<std::size_t>(table.capacity);
    panel.lines.push_back({texts.get(Sentence{"{} of {} are here"}, here, people), Kind::plain});
    if (table.is_closed) {
        panel.lines.push_back({texts.get({"The group has closed."}), Kind::warning});
    } else if (is_crowded) {
        panel.lines.push_back({texts.get(table.capacity == 1 ? Sentence{"{} people, {} chair"}
                                                             : Sentence{"{} people, {} chairs"},
                                         people, table.capacity),
                               Kind::warning});
    } else if (people < fewest_at_table) {
        panel.lines.push_back({texts.get({"Too few to talk in a group."}), Kind::warning});
    }
    const BoardPerson *leader = table.facilitator ? board.find(*table.facilitator) : nullptr;
    if (leader != nullptr) {
        panel.lines.push_back({texts.get(leader->is_here ? Sentence{"Led by {}, who is here."}
                                                         : Sentence{"Led by {}, who has not come."},
                                         leader->name),
                               leader->is_here ? Kind::plain : Kind::warning});
    }
    for (const auto& [sector, count] : sectors) {
        panel.details.push_back({texts.get(Sentence{"{}: {}"}, sector, count), Kind::quiet});
    }
}

}  // namespace

BoardPanel table_panel(const GroupBoard& board, GroupNumber group, const MoveHistory& history,
                       const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.people = group;
    panel.buttons.push_back(plain_close_button(texts));
    panel.buttons.push_back({.action = BoardAction::undo,
                             .label = texts.get({"Undo"}),
                             .is_enabled = !history.done.empty()});
    const BoardGroup *table = board.find(group);
    if (table == nullptr) {
        panel.title = texts.get({"Without a group"});
        panel.lines.push_back({texts.get({"Drag a card to a table, or tap it."}), Kind::plain});
        return panel;
    }
    panel.title = texts.get(Sentence{"Group {}"}, group);
    if (!table->name.empty()) panel.title += " · " + table->name;
    add_who_is_there(board, *table, texts, panel);
    panel.details.push_back({texts.get({"Drag a card to another table, or tap it."}), Kind::quiet});
    return panel;
}

GroupNumber next_number(const GroupBoard& board) {
    constexpr GroupNumber last = 1'000'000;  // of the record
    if (board.groups.empty()) return 1;
    if (board.groups.back().number < last) return board.groups.back().number + 1;
    GroupNumber gap = 1;
    while (board.find(gap) != nullptr) ++gap;
    return gap;
}

BoardPanel opening_panel(const GroupBoard& board, const Texts& texts) {
    const GroupNumber next = next_number(board);
    BoardPanel panel;
    panel.can_close = true;
    panel.title = texts.get(Sentence{"Open group {}?"}, next);
    panel.lines.push_back({texts.get({"It starts empty. New guests are placed here first, and "
                                      "Even out suggests who could move here."}),
                           Kind::plain});
    panel.buttons.push_back({.action = BoardAction::confirm,
                             .label = texts.get(Sentence{"Open group {}"}, next),
                             .icon = Icon::check,
                             .is_primary = true});
    panel.buttons.push_back(leave_button(texts));
    for (const BoardGroup& group : board.groups) {
        if (!group.is_closed) continue;
        panel.groups.emplace_back(group.number, texts.get(Sentence{"Group {}"}, group.number));
    }
    if (!panel.groups.empty()) {
        panel.details.push_back({texts.get({"Or open one again that has closed:"}), Kind::plain});
    }
    return panel;
}

void offer_name(BoardPanel& overview, const Texts& texts) {
    overview.buttons.insert(overview.buttons.begin(), {.action = BoardAction::name_opened,
                                                       .label = texts.get({"Name its table"}),
                                                       .icon = Icon::keyboard});
}

BoardPanel naming_choice_panel(const GroupBoard& board, const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = texts.get({"Which group's table?"});
    panel.lines.push_back(
        {texts.get({"At the door people are told its name and where it is."}), Kind::plain});
    panel.buttons.push_back(close_button(texts));
    for (const BoardGroup& group : board.groups) {
        if (!group.is_closed) panel.groups.push_back(group_button(board, group.number, texts));
    }
    return panel;
}

GroupNumber closed_with_people(const GroupBoard& board) {
    for (const BoardGroup& group : board.groups) {
        if (group.is_closed && board.people_in(group.number) > 0) return group.number;
    }
    return 0;
}

bool can_close_some(const GroupBoard& board) {
    return board.open_count() > 1;
}

BoardPanel closing_choice_panel(const GroupBoard& board, const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = texts.get({"Which group should close?"});
    panel.buttons.push_back(leave_button(texts));
    for (const BoardGroup& group : board.groups) {
        if (!group.is_closed) panel.groups.push_back(group_button(board, group.number, texts));
    }
    return panel;
}

BoardPanel closing_panel(const GroupBoard& board, GroupNumber group,
                         std::optional<GroupNumber> into,
                         const std::optional<ClosingProposal>& proposal, const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    const BoardGroup *closing = board.find(group);
    const bool is_closed = closing != nullptr && closing->is_closed;
    panel.title = is_closed
                      ? texts.get(Sentence{"Group {} is closed. Move those who are left?"}, group)
                      : texts.get(Sentence{"Close group {}?"}, group);
    if (proposal) {
        add_who_moves(board, *proposal, into, texts, panel);
    } else {
        panel.lines.push_back({texts.get({"Looking for the fewest moves…"}), Kind::plain});
    }
    panel.buttons.push_back(
        {.action = BoardAction::confirm,
         .label = is_closed ? texts.get({"Move"}) : texts.get(Sentence{"Close group {}"}, group),
         .icon = Icon::check,
         .is_primary = true,
         .is_enabled = proposal.has_value()});
    if (proposal && proposal->people > 0) {
        panel.buttons.push_back(
            {.action = BoardAction::choose_into, .label = texts.get({"All to one group…"})});
    }
    if (into) {
        panel.buttons.push_back(
            {.action = BoardAction::deal_out, .label = texts.get({"Spread over all"})});
    }
    panel.buttons.push_back(leave_button(texts));
    if (!proposal || proposal->people == 0) return panel;
    panel.details = change_lines(proposal->now, proposal->then, texts);
    panel.details.insert(panel.details.begin(), {texts.get({"With all moves:"}), Kind::plain});
    if (!into) {
        panel.details.insert(
            panel.details.begin(),
            {texts.get({"They are spread as evenly as possible. Nobody else moves."}),
             Kind::plain});
    }
    return panel;
}

BoardPanel closing_into_panel(const GroupBoard& board, GroupNumber group, const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = texts.get({"Which group should they go to?"});
    panel.buttons.push_back(close_button(texts));
    for (const BoardGroup& other : board.groups) {
        if (other.is_closed || other.number == group) continue;
        panel.groups.push_back(group_button(board, other.number, texts));
    }
    return panel;
}

}  // namespace stormote
