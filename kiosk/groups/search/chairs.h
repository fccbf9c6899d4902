// Chairs: groups that wishes fill so that people are missing there. Pure.
#pragma once

#include "kiosk/groups/search/round_task.h"

namespace stormote {

// By how many people the groups must stay below their shares of some values of a criterion, because
// others who are fixed there or come as a block have the chairs. Never more than a plan must.
[[nodiscard]] std::int64_t missing_chairs(const RoundTask& task, int column);

}  // namespace stormote
