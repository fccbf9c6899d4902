// Follow-up calendar: what is still to be done, as reminders that a calendar takes in. Pure.
#pragma once

#include <string>

#include "sync/base/texts.h"
#include "sync/report/follow_up.h"

namespace stormote {

// An entry for the whole day for each of these items that has a date: its words, who sees to it,
// and nobody's name who asked. With an alarm in the morning a week before it where it is open, as
// cancelled where it is settled. The same record gives the same bytes; a calendar that takes it in
// anew, or that of the next meeting, changes the entries that it has.
[[nodiscard]] std::string write_follow_up_calendar(const EventState& state,
                                                   const std::vector<FollowUpItem>& items,
                                                   const Texts& texts);

}  // namespace stormote
