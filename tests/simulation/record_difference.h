// Whether two replicas hold the same operations. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "sync/model/event_state.h"

namespace stormote::testing {

// The first operation that only one of the two has, or has differently; empty where there is none.
// Both stand in the order of the record. The contents of what is about somebody whom the state
// knows to be erased may be gone from one of them already.
[[nodiscard]] std::string find_difference(const std::vector<Operation>& left,
                                          const std::vector<Operation>& right,
                                          const EventState& state);

}  // namespace stormote::testing
