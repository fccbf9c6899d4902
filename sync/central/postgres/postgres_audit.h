// Rows of the audit of a store in PostgreSQL. On the thread, and in the transaction, of whoever
// writes, which names the event of the row where its role is under row-level security.
#pragma once

#include "sync/central/postgres/pg_connection.h"
#include "sync/central/store/audit.h"

namespace stormote {

// By whom a command was given, the database knows.
void write_audit(PgConnection& connection, const StoreAuditEntry& entry);

}  // namespace stormote
