// The words of the panel beside the board.
#include <algorithm>

#include "kiosk/desk/count_words.h"
#include "kiosk/ui/screens/board/board_panel_lines.h"
#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

namespace {

using Kind = PanelLine::Kind;

// "grupp 4", as it stands in a sentence.
std::string group_words(GroupNumber group, const Texts& texts) {
    return group == 0 ? texts.get({"no group"}) : texts.get(Sentence{"group {}"}, group);
}

std::string name_of(const GroupBoard& board, const AttendeeId& attendee) {
    const BoardPerson *person = board.find(attendee);
    return person == nullptr ? "?" : person->name;
}

}  // namespace

PanelButton close_button(const Texts& texts) {
    return {.action = BoardAction::close, .label = texts.get({"Close"}), .icon = Icon::cross};
}

PanelButton plain_close_button(const Texts& texts) {
    return {.action = BoardAction::close, .label = texts.get({"Close"})};
}

PanelButton leave_button(const Texts& texts) {
    return {
        .action = BoardAction::close, .label = texts.get({"Leave as it is"}), .icon = Icon::cross};
}

std::vector<PanelLine> change_lines(const std::vector<CriterionResult>& now,
                                    const std::vector<CriterionResult>& then, const Texts& texts) {
    std::vector<PanelLine> lines;
    for (const BoardCriterion& criterion : board_criteria(now, then, texts)) {
        lines.push_back({criterion.text, criterion.is_worse ? Kind::warning : Kind::quiet});
    }
    return lines;
}

std::pair<GroupNumber, std::string> group_button(const GroupBoard& board, GroupNumber group,
                                                 const Texts& texts) {
    return {group, texts.get(Sentence{"Group {} · {}"}, group, board.people_in(group))};
}

BoardPanel overview_panel(const GroupBoard& board, const std::vector<CriterionResult>& results,
                          const MoveHistory& history, BoardForm form, const Texts& texts) {
    BoardPanel panel;
    if (form == BoardForm::room) {
        panel.title = texts.get({"The room"});
        const auto here = std::count_if(board.people.begin(), board.people.end(),
                                        [](const BoardPerson& person) { return person.is_here; });
        panel.lines.push_back(
            {texts.get(Sentence{"{} of {} are here"}, here, board.people.size()), Kind::plain});
        panel.lines.push_back({texts.get({"Tap a table to see who sits there."}), Kind::plain});
    } else {
        panel.title = texts.get({"Move somebody"});
        panel.lines.push_back(
            {texts.get({"Drag a card to another group, or tap it."}), Kind::plain});
    }
    if (board.round_count > 1) {
        panel.lines.push_back(
            {texts.get(Sentence{"Round {} of {}"}, board.round, board.round_count), Kind::plain});
        panel.buttons.push_back({.action = BoardAction::previous_round,
                                 .label = texts.get({"Previous round"}),
                                 .icon = Icon::back,
                                 .is_enabled = board.round > 1});
        panel.buttons.push_back({.action = BoardAction::next_round,
                                 .label = texts.get({"Next round"}),
                                 .icon = Icon::forward,
                                 .is_enabled = board.round < board.round_count});
    }
    panel.buttons.push_back({.action = BoardAction::undo,
                             .label = texts.get({"Undo"}),
                             .icon = Icon::undo,
                             .is_enabled = !history.done.empty()});
    if (!history.undone.empty()) {
        panel.buttons.push_back(
            {.action = BoardAction::redo, .label = texts.get({"Redo"}), .icon = Icon::redo});
    }
    panel.buttons.push_back({.action = BoardAction::even_out, .label = texts.get({"Even out"})});
    panel.buttons.push_back({.action = BoardAction::more, .label = texts.get({"More…"})});
    if (const GroupNumber closed = closed_with_people(board); closed > 0) {
        panel.lines.push_back({texts.get(Sentence{"Group {} is closed, but still has people: {}."},
                                         closed, board.people_in(closed)),
                               Kind::warning});
        panel.buttons.push_back({.action = BoardAction::clear_closed,
                                 .label = texts.get({"Move them"}),
                                 .is_primary = true});
    }
    for (const CriterionResult& result : results) {
        for (const LocalizedMessage& reason : result.reasons) {
            panel.details.push_back({texts.say(reason), Kind::quiet});
        }
    }
    return panel;
}

BoardPanel more_panel(const GroupBoard& board, const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = texts.get({"More…"});
    panel.buttons.push_back({.action = BoardAction::deal, .label = texts.get({"Deal again"})});
    panel.buttons.push_back({.action = BoardAction::open_table, .label = texts.get({"New group"})});
    panel.buttons.push_back({.action = BoardAction::close_table,
                             .label = texts.get({"Close group"}),
                             .is_enabled = can_close_some(board)});
    panel.buttons.push_back(
        {.action = BoardAction::name_table, .label = texts.get({"Name a table"})});
    panel.buttons.push_back(
        {.action = BoardAction::legend, .label = texts.get({"What the symbols mean"})});
    panel.buttons.push_back(close_button(texts));
    return panel;
}

BoardPanel legend_panel(const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = texts.get({"What the symbols mean"});
    panel.lines.push_back({texts.get({"Best possible: it is proven that no groups are better in "
                                      "this. At best: none can be better than that."}),
                           Kind::quiet});
    panel.buttons.push_back(close_button(texts));
    panel.legend = PanelLegend::shown;
    return panel;
}

void offer_tables(BoardPanel& choice, const Texts& texts) {
    if (choice.groups.empty()) return;
    choice.lines.push_back(
        {texts.get({"Tap a table on the plan, or its number here."}), Kind::plain});
}

BoardPanel person_panel(const GroupBoard& board, const BoardPerson& person, const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = person.name;
    const auto add = [&panel](const std::string& text, Kind kind) {
        if (!text.empty()) panel.lines.push_back({text, kind});
    };
    add(person.organisation, Kind::plain);
    const std::string role = texts.get(role_sentence(person.role));
    add(person.sector.empty() ? role : person.sector + " · " + role, Kind::plain);
    std::string here = person.is_here ? texts.get({"Is here"}) : texts.get({"Has not come"});
    if (person.leads > 0) here += " · " + texts.get(Sentence{"Leads group {}"}, person.leads);
    add(here, Kind::plain);
    add(explain_place(board, person.attendee, texts), Kind::quiet);
    panel.buttons.push_back({.action = BoardAction::choose_group,
                             .label = texts.get({"Move to…"}),
                             .icon = Icon::forward,
                             .is_primary = true});
    if (person.group > 0) {
        panel.buttons.push_back(person.is_locked
                                    ? PanelButton{.action = BoardAction::unlock,
                                                  .label = texts.get({"Unlock the place"}),
                                                  .icon = Icon::lock}
                                    : PanelButton{.action = BoardAction::lock,
                                                  .label = texts.get({"Lock the place"}),
                                                  .icon = Icon::lock});
    }
    panel.buttons.push_back(plain_close_button(texts));
    if (person.group > 0 && person.leads != person.group) {
        panel.buttons.push_back({.action = BoardAction::lead,
                                 .label = texts.get(Sentence{"Leads group {}"}, person.group),
                                 .icon = Icon::people});
    } else if (person.leads > 0) {
        panel.buttons.push_back({.action = BoardAction::stop_leading,
                                 .label = texts.get(Sentence{"Leads no group"}),
                                 .icon = Icon::people});
    }
    return panel;
}

BoardPanel group_choice_panel(const GroupBoard& board, const BoardPerson& person,
                              const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = texts.get(Sentence{"Where should {} go?"}, person.name);
    panel.buttons.push_back(close_button(texts));
    for (const BoardGroup& group : board.groups) {
        if (group.number == person.group || group.is_closed) continue;
        panel.groups.push_back(group_button(board, group.number, texts));
    }
    if (person.group > 0) panel.groups.emplace_back(0, texts.get({"No group"}));
    return panel;
}

BoardPanel seated_panel(const BoardPerson& person, const BoardMove& move, const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = move.from == 0
                      ? texts.get(Sentence{"{} is here already. Move anyway?"}, person.name)
                      : texts.get(Sentence{"{} sits in group {} already. Move anyway?"},
                                  person.name, move.from);
    panel.lines.push_back({texts.get(Sentence{"The new place is {}. Tell the person; the screens "
                                              "at the door do not."},
                                     group_words(move.to, texts)),
                           Kind::plain});
    panel.buttons.push_back(
        {.action = BoardAction::confirm, .label = texts.get({"Move anyway"}), .is_primary = true});
    panel.buttons.push_back(leave_button(texts));
    return panel;
}

namespace {

// Only what stands at its bounds is proven to be the best.
std::string after_last_words(const BoardProposal& proposal, const Texts& texts) {
    if (!proposal.moves.empty()) return texts.get({"That was the last proposal."});
    const bool is_best =
        std::all_of(proposal.now.begin(), proposal.now.end(),
                    [](const CriterionResult& result) { return result.distance() <= 0; });
    return is_best ? texts.get({"No move would mix the groups better."})
                   : texts.get({"No moves were found that would mix the groups better."});
}

}  // namespace

BoardPanel even_out_panel(const GroupBoard& board, const std::optional<BoardProposal>& proposal,
                          std::size_t place, const Texts& texts) {
    BoardPanel panel;
    panel.can_close = true;
    panel.title = texts.get({"Even out the groups"});
    if (!proposal) {
        panel.lines.push_back({texts.get({"Looking for the fewest moves…"}), Kind::plain});
        panel.buttons.push_back(close_button(texts));
        return panel;
    }
    panel.lines.push_back(
        {proposal->is_of_those_here
             ? texts.get(Sentence{"Calculated for those who are here: {}."}, proposal->people)
             : texts.get(Sentence{"Calculated for all who have a group: {}."}, proposal->people),
         Kind::quiet});
    if (place >= proposal->moves.size()) {
        panel.lines.push_back({after_last_words(*proposal, texts), Kind::good});
        panel.buttons.push_back(close_button(texts));
        return panel;
    }
    const BoardMove& move = proposal->moves[place];
    panel.lines.push_back(
        {texts.get(Sentence{"Proposal {} of {}"}, place + 1, proposal->moves.size()), Kind::plain});
    panel.lines.push_back({proposal->at_least >= proposal->moves.size()
                               ? texts.get({"Fewer moves are not possible."})
                               : texts.get_plural(Sentence{"At least {} move is needed."},
                                                  Sentence{"At least {} moves are needed."},
                                                  static_cast<std::int64_t>(proposal->at_least)),
                           Kind::quiet});
    panel.lines.push_back({texts.get(Sentence{"Ask {} to go from group {} to group {}."},
                                     name_of(board, move.attendee), move.from, move.to),
                           Kind::good});
    panel.buttons.push_back({.action = BoardAction::confirm,
                             .label = texts.get({"Move"}),
                             .icon = Icon::check,
                             .is_primary = true});
    panel.buttons.push_back(
        {.action = BoardAction::skip, .label = texts.get({"Skip"}), .icon = Icon::forward});
    panel.buttons.push_back(close_button(texts));
    panel.details = change_lines(proposal->now, proposal->then, texts);
    panel.details.insert(panel.details.begin(), {texts.get({"With all moves:"}), Kind::plain});
    return panel;
}

BoardPanel deal_panel(const GroupBoard& board, int group_count,
                      const std::optional<DealProposal>& proposal, const Texts& texts) {
    BoardPanel panel;
    const bool is_first = board.open_count() == 0;
    const auto people = static_cast<std::int64_t>(board.people.size());
    panel.can_close = !is_first;
    panel.title = is_first ? texts.get({"No groups yet"}) : texts.get({"Deal again"});
    panel.lines.push_back({say_people_in_groups(people, group_count, texts), Kind::plain});
    if (!proposal) {
        panel.lines.push_back({texts.get({"Looking for the best plan…"}), Kind::quiet});
    } else {
        if (!is_first) {
            panel.lines.push_back({texts.get(Sentence{"Staying, because they are here or locked: "
                                                      "{}. Moving to another group: {}."},
                                             proposal->staying, proposal->moved),
                                   proposal->moved > 0 ? Kind::warning : Kind::plain});
        }
        panel.details = change_lines(proposal->draft.plan.results, {}, texts);
    }
    panel.buttons.push_back(
        {.action = BoardAction::confirm,
         .label = is_first ? texts.get({"Deal into groups"}) : texts.get({"Deal again like this"}),
         .icon = Icon::check,
         .is_primary = true,
         .is_enabled = proposal.has_value()});
    panel.buttons.push_back(
        {.action = BoardAction::fewer_groups,
         .label = texts.get({"Fewer groups"}),
         .icon = Icon::down,
         .is_enabled = group_count > std::max<int>(1, static_cast<int>(board.open_count()))});
    panel.buttons.push_back({.action = BoardAction::more_groups,
                             .label = texts.get({"More groups"}),
                             .icon = Icon::up,
                             .is_enabled = group_count < people});
    if (!is_first) panel.buttons.push_back(close_button(texts));
    return panel;
}

}  // namespace stormote
