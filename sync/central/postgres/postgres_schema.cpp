#include "sync/central/postgres/postgres_schema.h"

#include "sync/central/postgres/postgres_versions.h"

namespace stormote {

std::int64_t stored_version(PgConnection& connection) {
    if (connection.query("SELECT to_regclass('stormote.migration') IS NULL").number(0, 0) != 0) {
        return 0;
    }
    return connection.query("SELECT coalesce(max(version), 0) FROM stormote.migration")
        .number(0, 0);
}

void migrate_tables(PgConnection& connection, Random& random) {
    PgTransaction transaction(connection, PgTransaction::Kind::write);
    connection.execute("SET LOCAL statement_timeout = 0");
    // "STOC": whoever comes second finds it done.
    connection.query("SELECT pg_advisory_xact_lock(1398034243)");
    connection.execute(
        "CREATE SCHEMA IF NOT EXISTS stormote;"
        "CREATE TABLE IF NOT EXISTS migration(version bigint PRIMARY KEY, "
        "applied_at timestamptz NOT NULL DEFAULT now())");
    const std::int64_t before = stored_version(connection);
    for (std::int64_t version = before; version < postgres_store_version; ++version) {
        connection.execute(postgres_versions.at(static_cast<std::size_t>(version)));
        connection.query("INSERT INTO migration(version) VALUES($1)", PgValues().add(version + 1));
    }
    connection.query("SELECT grant_roles(), keep_to_adding()");
    if (before == 0) {
        connection.query("INSERT INTO about(name, value) VALUES('store', $1)",
                         PgValues().add(ByteView(random.bytes<16>())));
    }
    transaction.commit();
}

bool may_too_much(PgConnection& connection) {
    return connection
               .query(
                   "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR "
                   "rolreplication "
                   "OR has_schema_privilege('stormote', 'CREATE') "
                   "OR has_table_privilege('stormote.operation', 'TRUNCATE') "
                   "OR has_table_privilege('stormote.operation_written', "
                   "'SELECT, UPDATE, DELETE, TRUNCATE') "
                   "OR has_table_privilege('stormote.audit', 'UPDATE, DELETE, TRUNCATE') "
                   "OR EXISTS(SELECT 1 FROM pg_class JOIN pg_namespace "
                   "ON pg_namespace.oid = relnamespace WHERE nspname = 'stormote' "
                   "AND pg_has_role(relowner, 'USAGE')) "
                   "FROM pg_roles WHERE rolname = current_user")
               .number(0, 0) != 0;
}

bool keeps_erased(PgConnection& connection) {
    return connection.query("SELECT current_setting('autovacuum') = 'off'").number(0, 0) != 0;
}

bool may_lose(PgConnection& connection) {
    return connection
               .query(
                   "SELECT current_setting('fsync') = 'off' "
                   "OR current_setting('full_page_writes') = 'off'")
               .number(0, 0) != 0;
}

}  // namespace stormote
