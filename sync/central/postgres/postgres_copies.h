// Copies of a store in PostgreSQL, by PostgreSQL's own pg_dump and pg_restore, which must be
// installed and as new as the server. Both need a role that owns the tables. One thread; waits for
// the programs.
#pragma once

#include <filesystem>

#include "sync/base/crypto.h"
#include "sync/central/postgres/postgres_store.h"

namespace stormote {

[[nodiscard]] Result<> back_up_database(const PostgresLocation& location,
                                        const std::filesystem::path& copy, std::int64_t now_ms);
[[nodiscard]] Result<> restore_database(const PostgresLocation& location,
                                        const std::filesystem::path& copy, Random& random);
[[nodiscard]] Result<> renew_database(const PostgresLocation& location, Random& random);

}  // namespace stormote
