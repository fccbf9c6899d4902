// StoredRecord: what a store has of an event as any device of the event understands it. The fold is
// the devices' own. On the thread of the transaction.
#pragma once

#include "sync/central/store/store_rows.h"
#include "sync/journal/record_fold.h"

namespace stormote {

// Who may what, as the record says.
[[nodiscard]] Authority authority_of(StoreRows& rows);
// The fold of the record; reads it twice, since what is purged is said anywhere in it.
[[nodiscard]] RecordFold fold_record(StoreRows& rows);

}  // namespace stormote
