// Registration merge: the rows of a list that are about one person become one. Pure.
#pragma once

#include "kiosk/lists/registrations/registration_list.h"
#include "sync/report/same_person.h"

namespace stormote {

// What one row leaves out, the other says; the earlier date of registration stands; a note tells.
// Rows that contradict one another, or could be about either of two people, are problems. Answers
// who each of the list's registrations is about from then on.
[[nodiscard]] std::vector<PersonIdentity> merge_registrations(RegistrationList& list);

}  // namespace stormote
