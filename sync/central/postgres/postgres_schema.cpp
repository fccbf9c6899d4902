#include "sync/central/postgres/postgres_schema.h"

#include <array>

namespace stormote {

namespace {

// From each version to the next, beginning with 0: an empty database.
constexpr std::array<const char *, postgres_store_version> migrations{R"sql(
CREATE TABLE about(name text PRIMARY KEY, value bytea NOT NULL);

-- One row an event: whoever writes to the event holds its lock, so that positions of the log are
-- committed in their order and no cursor passes one by.
CREATE TABLE event(event bytea PRIMARY KEY) PARTITION BY HASH (event);

-- body is salt || bytes; NULL once it was erased.
CREATE TABLE operation(
    event bytea NOT NULL,
    device bytea NOT NULL,
    sequence bigint NOT NULL,
    header bytea NOT NULL,
    chain_hash bytea NOT NULL,
    body bytea,
    PRIMARY KEY(event, device, sequence)) PARTITION BY HASH (event);

-- How far each device has come.
CREATE TABLE head(
    event bytea NOT NULL,
    device bytea NOT NULL,
    sequence bigint NOT NULL,
    chain_hash bytea NOT NULL,
    lamport bigint NOT NULL,
    public_key bytea NOT NULL,
    -- Of what it has sent, whether or not it counts.
    bytes bigint NOT NULL,
    PRIMARY KEY(event, device)) PARTITION BY HASH (event);

-- The log: what came together has one position. Positions are times of arrival in milliseconds,
-- made unique: a store that was restored does not give an old position to something new.
CREATE TABLE run(
    event bytea NOT NULL,
    position bigint NOT NULL,
    device bytea NOT NULL,
    first_sequence bigint NOT NULL,
    last_sequence bigint NOT NULL,
    signature bytea NOT NULL,
    -- Chain hash of the last one. Of a run that contradicts the record, some are in quarantine.
    tip bytea NOT NULL,
    PRIMARY KEY(event, position, device)) PARTITION BY HASH (event);

CREATE TABLE quarantine(
    event bytea NOT NULL,
    device bytea NOT NULL,
    sequence bigint NOT NULL,
    chain_hash bytea NOT NULL,
    header bytea NOT NULL,
    body bytea,
    PRIMARY KEY(event, device, sequence, chain_hash)) PARTITION BY HASH (event);

-- Where the operations are that say who may what.
CREATE TABLE authority(
    event bytea NOT NULL,
    device bytea NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY(event, device, sequence)) PARTITION BY HASH (event);

-- Erasures and purges of which the bodies are still here, and when they came.
CREATE TABLE erasure(
    event bytea NOT NULL,
    device bytea NOT NULL,
    sequence bigint NOT NULL,
    heard_ms bigint NOT NULL,
    PRIMARY KEY(event, device, sequence)) PARTITION BY HASH (event);

-- Persons whose bodies were destroyed.
CREATE TABLE erased(
    event bytea NOT NULL,
    attendee bytea NOT NULL,
    PRIMARY KEY(event, attendee)) PARTITION BY HASH (event);

-- Operations that were purged, by their ids.
CREATE TABLE purged(
    event bytea NOT NULL,
    operation bytea NOT NULL,
    PRIMARY KEY(event, operation)) PARTITION BY HASH (event);

CREATE TABLE enrolment(
    event bytea NOT NULL,
    number bigint GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL,
    secret_hash bytea NOT NULL,
    token_hash bytea,
    is_confirmed boolean NOT NULL DEFAULT false,
    is_revoked boolean NOT NULL DEFAULT false,
    -- When the pairing text was made, and when the token was used last.
    created_ms bigint NOT NULL,
    used_ms bigint NOT NULL DEFAULT 0,
    -- What the token has brought that was new here.
    bytes_brought bigint NOT NULL DEFAULT 0,
    devices_brought bigint NOT NULL DEFAULT 0,
    PRIMARY KEY(event, number),
    UNIQUE(event, secret_hash),
    UNIQUE(event, token_hash));
CREATE UNIQUE INDEX enrolment_name ON enrolment(event, name) WHERE NOT is_revoked;
CREATE INDEX enrolment_secret ON enrolment(secret_hash);
CREATE INDEX enrolment_token ON enrolment(token_hash);

-- Rows of the record change only where something was erased or gave way. A parameter of autovacuum
-- has what is left of them taken away within a minute, whichever role serves.
DO $$
DECLARE
    parted text;
    part integer;
BEGIN
    FOREACH parted IN ARRAY ARRAY['event', 'operation', 'head', 'run', 'quarantine', 'authority',
                                  'erasure', 'erased', 'purged'] LOOP
        FOR part IN 0..7 LOOP
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 8, '
                           'REMAINDER %s)', parted || '_' || part, parted, part);
            IF parted IN ('operation', 'quarantine') THEN
                EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_threshold = 0, '
                               'autovacuum_vacuum_scale_factor = 0)', parted || '_' || part);
            END IF;
        END LOOP;
    END LOOP;
END $$;
)sql"};

}  // namespace

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
        connection.execute(migrations.at(static_cast<std::size_t>(version)));
        connection.query("INSERT INTO migration(version) VALUES($1)", PgValues().add(version + 1));
    }
    if (before == 0) {
        connection.query("INSERT INTO about(name, value) VALUES('store', $1)",
                         PgValues().add(ByteView(random.bytes<16>())));
    }
    transaction.commit();
}

bool may_too_much(PgConnection& connection) {
    return connection
               .query(
                   "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication "
                   "OR has_schema_privilege('stormote', 'CREATE') "
                   "OR has_table_privilege('stormote.operation', 'TRUNCATE') "
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
