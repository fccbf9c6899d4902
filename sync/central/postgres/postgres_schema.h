// The tables of a central store in PostgreSQL, by versions. A migration goes forward only, and is
// one transaction: it is done, or the database is as it was.
//
// The tables are keyed by the event first and parted by hash of the event. Only `enrolment` is not
// parted: a token is looked up before its event is known, and there is one row a device. Policies
// of row-level security keep a role that serves to the event that its transaction names
// (PgTransaction), and the roles of a municipality to their own.
#pragma once

#include "sync/base/crypto.h"
#include "sync/central/postgres/pg_connection.h"

namespace stormote {

// 0 where there is no store.
[[nodiscard]] std::int64_t stored_version(PgConnection& connection);
// To the newest version, from whichever there is; two at once do it one after the other. Needs a
// role that may create tables.
void migrate_tables(PgConnection& connection, Random& random);
// Whether the role that is connected may do more than serving takes: change tables, or roles.
[[nodiscard]] bool may_too_much(PgConnection& connection);
// Whether the server keeps for ever what rows held before they changed.
[[nodiscard]] bool keeps_erased(PgConnection& connection);
// Whether the server may lose what it has acknowledged when the power is cut.
[[nodiscard]] bool may_lose(PgConnection& connection);

}  // namespace stormote
