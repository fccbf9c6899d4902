// What PostgreSQL's failures mean to whoever runs the store, and to whoever waits for it. Only the
// server's first sentence is passed on: its details may quote what was sent. Pure, any thread.
#pragma once

#include <libpq-fe.h>

#include "sync/central/store/store.h"

namespace stormote {

// StoreUnavailable, with the reason.
[[noreturn]] void fail_to_connect(const PGconn *connection);
// Of a statement; no result where the connection broke while it was sent. StoreUnavailable where it
// helps to come again, else MachineFailure.
[[noreturn]] void fail_statement(const PGconn *connection, const PGresult *result);
[[noreturn]] void fail_rolled_back();

}  // namespace stormote
