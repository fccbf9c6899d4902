// Lines and buttons that several of the board's panels have. The screen thread.
//
// Sources: board_table_panels.cpp.
#pragma once

#include "kiosk/ui/screens/board/board_views.h"

namespace stormote {

[[nodiscard]] PanelButton close_button(const Texts& texts);
// As narrow as can be, so that it stands beside another button.
[[nodiscard]] PanelButton plain_close_button(const Texts& texts);
// The same where a question is left unanswered.
[[nodiscard]] PanelButton leave_button(const Texts& texts);

// The criteria that a proposal changes, from what to what.
[[nodiscard]] std::vector<PanelLine> change_lines(const std::vector<CriterionResult>& now,
                                                  const std::vector<CriterionResult>& then,
                                                  const Texts& texts);

// "Grupp 4 · 8".
[[nodiscard]] std::pair<GroupNumber, std::string> group_button(const GroupBoard& board,
                                                               GroupNumber group,
                                                               const Texts& texts);

}  // namespace stormote
