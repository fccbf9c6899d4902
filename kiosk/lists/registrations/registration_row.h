// Registration row: the cells of one row of a list as a registration. Pure.
#pragma once

#include "kiosk/lists/registrations/registration_list.h"

namespace stormote {

// Adds to the list the registration that the row holds or, where a cell is not clear, its problems.
// The list's headings have been read.
void read_registration(const CsvRow& row, RegistrationList& list);

}  // namespace stormote
