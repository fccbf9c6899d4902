// Follow-up calendar: what is still to be done, as reminders that a calendar takes in. Pure.
#pragma once

#include <string>

#include "sync/base/texts.h"
#include "sync/report/follow_up.h"

namespace stormote {

// An entry for the whole day, with an alarm in the morning a week before it, for each item that is
// not settled and has a date: its words, who sees to it, and nobody's name who asked. The same
// record gives the same bytes; a calendar that takes it in anew changes what it has.
[[nodiscard]] std::string write_follow_up_calendar(const EventState& state, const EventId& event,
                                                   const Texts& texts);

}  // namespace stormote
