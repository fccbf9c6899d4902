// Remembered rows: what was decided of the rows of lists, sealed under the event's key beside the
// record. It is this device's own: the record of everybody would keep hashes of rows for ever,
// while here those of an erased person go with the next list. The desk's thread.
#pragma once

#include "kiosk/desk/desk.h"
#include "kiosk/lists/registrations/row_memory.h"

namespace stormote {

// Without rows about somebody who is not in the event any more.
[[nodiscard]] RowMemory remembered_rows(Desk& desk);

// Adds to what is remembered, and forgets rows about somebody who is gone.
void remember_rows(Desk& desk, const RowMemory::Rows& decided);

}  // namespace stormote
