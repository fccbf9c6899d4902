// Board views: what the board of groups shows, from what the desk has read of it: columns with
// cards, criteria beside their bounds, and the words of the panel. Plain values; any thread.
//
// Sources: board_views.cpp, board_news.cpp, board_panels.cpp, board_table_panels.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/board/board_proposals.h"
#include "kiosk/ui/screens/board/organiser_board.h"

namespace stormote {

[[nodiscard]] std::string card_id(const AttendeeId& attendee);

// Those with most people first; what has no mark of its own shares the last one.
[[nodiscard]] std::vector<std::string> board_sectors(const GroupBoard& board, const Texts& texts);
// A column for those without a group comes first, where there are any.
[[nodiscard]] std::vector<BoardColumn> board_columns(const GroupBoard& board, const Texts& texts);

// Both, and where the tables stand.
[[nodiscard]] std::shared_ptr<const BoardContents> board_contents(const GroupBoard& board,
                                                                  const Texts& texts);

// As they stand, or as they would be after a move that is tried; then beside what they are now.
[[nodiscard]] std::vector<BoardCriterion> board_criteria(const std::vector<CriterionResult>& now,
                                                         const std::vector<CriterionResult>& tried,
                                                         const Texts& texts);

// --- The panel ---

struct MoveHistory {
    std::vector<BoardStep> done;
    std::vector<BoardStep> undone;
};

[[nodiscard]] BoardPanel overview_panel(const GroupBoard& board,
                                        const std::vector<CriterionResult>& results,
                                        const MoveHistory& history, BoardForm form,
                                        const Texts& texts);
[[nodiscard]] BoardPanel more_panel(const GroupBoard& board, const Texts& texts);
[[nodiscard]] BoardPanel legend_panel(const Texts& texts);
// Of a table in the room, or of those without a group: who sits there.
[[nodiscard]] BoardPanel table_panel(const GroupBoard& board, GroupNumber group,
                                     const MoveHistory& history, const Texts& texts);
[[nodiscard]] BoardPanel person_panel(const GroupBoard& board, const BoardPerson& person,
                                      const Texts& texts);
// Where to, of all groups but their own.
[[nodiscard]] BoardPanel group_choice_panel(const GroupBoard& board, const BoardPerson& person,
                                            const Texts& texts);
// On the plan, a table can be tapped instead of its number.
void offer_tables(BoardPanel& choice, const Texts& texts);
// Whoever sits already is asked to move only by purpose.
[[nodiscard]] BoardPanel seated_panel(const BoardPerson& person, const BoardMove& move,
                                      const Texts& texts);
// Nothing: it is still being looked for. `place` is of the move that is shown.
[[nodiscard]] BoardPanel even_out_panel(const GroupBoard& board,
                                        const std::optional<BoardProposal>& proposal,
                                        std::size_t place, const Texts& texts);
// Nothing: it is still being looked for.
[[nodiscard]] BoardPanel deal_panel(const GroupBoard& board, int group_count,
                                    const std::optional<DealProposal>& proposal,
                                    const Texts& texts);

// Beside the news that a group is open: first of all, that its table gets a name.
void offer_name(BoardPanel& overview, const Texts& texts);
[[nodiscard]] BoardPanel naming_choice_panel(const GroupBoard& board, const Texts& texts);

// Of the group that would open next.
[[nodiscard]] GroupNumber next_number(const GroupBoard& board);
// Which group opens: the next one, or one that has closed.
[[nodiscard]] BoardPanel opening_panel(const GroupBoard& board, const Texts& texts);
// The first closed group that still has people; 0: there is none.
[[nodiscard]] GroupNumber closed_with_people(const GroupBoard& board);
// The last open group stays.
[[nodiscard]] bool can_close_some(const GroupBoard& board);
[[nodiscard]] BoardPanel closing_choice_panel(const GroupBoard& board, const Texts& texts);
[[nodiscard]] BoardPanel closing_into_panel(const GroupBoard& board, GroupNumber group,
                                            const Texts& texts);
// Where its people would go: to all others, or to one. Nothing: it is still being looked for.
[[nodiscard]] BoardPanel closing_panel(const GroupBoard& board, GroupNumber group,
                                       std::optional<GroupNumber> into,
                                       const std::optional<ClosingProposal>& proposal,
                                       const Texts& texts);

// --- News ---

// What a step has done; `name` is of whom it moved, where it moved one person alone.
[[nodiscard]] LocalizedMessage step_words(const BoardStep& step, const std::string& name);
// Why a step was not taken.
[[nodiscard]] LocalizedMessage refusal_words(StepOutcome outcome, const std::string& name);
// "Åsa Öberg sitter nu i grupp 3."
[[nodiscard]] LocalizedMessage moved_words(const std::string& name, GroupNumber group);

}  // namespace stormote
