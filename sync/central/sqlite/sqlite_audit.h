// Rows of the audit of a store in SQLite. On the thread, and in the transaction, of whoever writes.
#pragma once

#include "sync/central/store/audit.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

void write_audit(Database& database, const StoreAuditEntry& entry);

}  // namespace stormote
