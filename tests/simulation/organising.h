// Organising: what organisers and staff do to an event besides the door: groups are planned,
// filled, opened and closed, tickets revoked, places given to others, people erased, operations
// purged.
#pragma once

#include "tests/support/record/replica.h"

namespace stormote::testing {

// Does one of these things at the replica, as chance says; nothing where there is nobody to do it
// to.
void organise(Replica& replica, Random& random);

void erase_somebody(Replica& replica, Random& random);
// Names operations of any kind and device by chance, as no program would.
void purge_some(Replica& replica, Random& random);

}  // namespace stormote::testing
