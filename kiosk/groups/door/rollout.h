// Rollout: which of a few groups is best for a newcomer, found by playing the rest of the evening
// many times from each (Tesauro and Galperin 1996; Bertsekas). Pure; part of live placing.
//
// Every rest of an evening is played for all groups that are still in question, so that their
// differences are compared, not their luck. The worse half is dropped again and again (sequential
// halving, Karnin, Koren and Somekh 2013), and the first choice stands unless another is better by
// more than chance.
#pragma once

#include <vector>

#include "kiosk/groups/door/door_model.h"

namespace stormote {

// `groups` has the first choice at its front and is not empty. The same question gives the same
// answer.
[[nodiscard]] int best_by_rollout(const DoorModel& model, const DoorSeats& seats,
                                  const DoorGuest& newcomer, const std::vector<int>& groups);

}  // namespace stormote
