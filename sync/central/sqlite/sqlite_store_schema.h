// The tables of a central store in SQLite. Every key begins with the event.
#pragma once

#include <array>
#include <cstdint>

#include "sync/central/sqlite/sqlite_report_schema.h"

namespace stormote {

constexpr int store_application_id = 0x53544F43;  // "STOC"
constexpr std::int64_t store_version = 8;

// Of version 4; a new store is brought further as an earlier one is.
constexpr const char *store_schema = R"sql(
PRAGMA application_id = 0x53544F43;
PRAGMA user_version = 4;
CREATE TABLE about(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
-- body is salt || bytes; NULL once it was erased.
CREATE TABLE operation(
    event BLOB NOT NULL,
    device BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    header BLOB NOT NULL,
    chain_hash BLOB NOT NULL,
    body BLOB,
    PRIMARY KEY(event, device, sequence)) WITHOUT ROWID;
-- How far each device has come.
CREATE TABLE head(
    event BLOB NOT NULL,
    device BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    chain_hash BLOB NOT NULL,
    lamport INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    -- Of what it has sent, whether or not it counts.
    bytes INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(event, device)) WITHOUT ROWID;
-- The log: what came together has one position. Positions are times of arrival in milliseconds,
-- made unique: a store that was restored does not give an old position to something new.
CREATE TABLE run(
    event BLOB NOT NULL,
    position INTEGER NOT NULL,
    device BLOB NOT NULL,
    first_sequence INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    signature BLOB NOT NULL,
    -- Chain hash of the last one. Of a run that contradicts the record, some are in quarantine.
    tip BLOB,
    PRIMARY KEY(event, position, device)) WITHOUT ROWID;
CREATE TABLE quarantine(
    event BLOB NOT NULL,
    device BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    chain_hash BLOB NOT NULL,
    header BLOB NOT NULL,
    body BLOB,
    PRIMARY KEY(event, device, sequence, chain_hash)) WITHOUT ROWID;
-- Where the operations are that say who may what.
CREATE TABLE authority(
    event BLOB NOT NULL,
    device BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY(event, device, sequence)) WITHOUT ROWID;
-- Erasures and purges of which the bodies are still here, and when they came.
CREATE TABLE erasure(
    event BLOB NOT NULL,
    device BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    heard_ms INTEGER NOT NULL,
    PRIMARY KEY(event, device, sequence)) WITHOUT ROWID;
-- Persons whose bodies were destroyed.
CREATE TABLE erased(
    event BLOB NOT NULL,
    attendee BLOB NOT NULL,
    PRIMARY KEY(event, attendee)) WITHOUT ROWID;
-- Operations that were purged, by their ids.
CREATE TABLE purged(
    event BLOB NOT NULL,
    operation BLOB NOT NULL,
    PRIMARY KEY(event, operation)) WITHOUT ROWID;
-- Municipalities, and whose each event is; empty where the store has none.
CREATE TABLE municipality(name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE event(event BLOB PRIMARY KEY, municipality TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE enrolment(
    number INTEGER PRIMARY KEY,
    event BLOB NOT NULL,
    name TEXT NOT NULL,
    secret_hash BLOB NOT NULL UNIQUE,
    token_hash BLOB UNIQUE,
    is_confirmed INTEGER NOT NULL DEFAULT 0,
    is_revoked INTEGER NOT NULL DEFAULT 0,
    -- When the pairing text was made, and when the token was used last.
    created_ms INTEGER NOT NULL DEFAULT 0,
    used_ms INTEGER NOT NULL DEFAULT 0,
    -- What the token has brought that was new here.
    bytes_brought INTEGER NOT NULL DEFAULT 0,
    devices_brought INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX enrolment_name ON enrolment(event, name) WHERE is_revoked = 0;
)sql";

// From each version to the next, beginning with 1.
constexpr std::array<const char *, store_version - 1> store_migrations{R"sql(
PRAGMA user_version = 2;
CREATE TABLE authority(event BLOB NOT NULL, device BLOB NOT NULL, sequence INTEGER NOT NULL,
    PRIMARY KEY(event, device, sequence)) WITHOUT ROWID;
CREATE TABLE erasure(event BLOB NOT NULL, device BLOB NOT NULL, sequence INTEGER NOT NULL,
    heard_ms INTEGER NOT NULL, PRIMARY KEY(event, device, sequence)) WITHOUT ROWID;
INSERT INTO authority SELECT event, device, sequence FROM operation
    WHERE substr(header, 57, 2) IN (x'0002', x'0014');
ALTER TABLE head ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE head SET bytes = (SELECT coalesce(sum(length(header) + length(chain_hash)
    + coalesce(length(body), 0)), 0) FROM operation
    WHERE operation.event = head.event AND operation.device = head.device);
ALTER TABLE enrolment ADD COLUMN created_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE enrolment ADD COLUMN used_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE enrolment ADD COLUMN bytes_brought INTEGER NOT NULL DEFAULT 0;
ALTER TABLE enrolment ADD COLUMN devices_brought INTEGER NOT NULL DEFAULT 0;
UPDATE enrolment SET created_ms = 1000 * CAST(strftime('%s', 'now') AS INTEGER),
    used_ms = 1000 * CAST(strftime('%s', 'now') AS INTEGER);
ALTER TABLE run ADD COLUMN tip BLOB;
UPDATE run SET tip = (SELECT chain_hash FROM operation WHERE operation.event = run.event
    AND operation.device = run.device AND operation.sequence = run.last_sequence);
)sql",
                                                                       R"sql(
PRAGMA user_version = 3;
CREATE TABLE purged(event BLOB NOT NULL, operation BLOB NOT NULL,
    PRIMARY KEY(event, operation)) WITHOUT ROWID;
-- Purges that came while the store did not know their kind.
INSERT OR IGNORE INTO erasure SELECT event, device, sequence,
    1000 * CAST(strftime('%s', 'now') AS INTEGER) FROM operation
    WHERE substr(header, 57, 2) = x'001F';
)sql",
                                                                       R"sql(
PRAGMA user_version = 4;
CREATE TABLE municipality(name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE event(event BLOB PRIMARY KEY, municipality TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO event SELECT event, '' FROM head UNION SELECT event, '' FROM enrolment;
)sql", report_schema,
                                                                       R"sql(
PRAGMA user_version = 6;
-- Events whose record left the store whole, and by which decision.
CREATE TABLE removed(
    event BLOB PRIMARY KEY,
    removed_ms INTEGER NOT NULL,
    decision TEXT NOT NULL,
    is_override INTEGER NOT NULL) WITHOUT ROWID;
)sql",
                                                                       R"sql(
PRAGMA user_version = 7;
-- What a device was enrolled for.
ALTER TABLE enrolment ADD COLUMN role TEXT NOT NULL DEFAULT '';
-- Who was let in, who read, and what was done with the store: rows are added and not changed.
CREATE TABLE audit(
    event BLOB NOT NULL,
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    action TEXT NOT NULL,
    device TEXT NOT NULL,
    role TEXT NOT NULL,
    done_by TEXT NOT NULL,
    sender TEXT NOT NULL,
    operations INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    last_position INTEGER NOT NULL);
CREATE INDEX audit_time ON audit(at_ms);
)sql",
                                                                       R"sql(
PRAGMA user_version = 8;
-- When the token was made; and the one that its device named in its place, and has not shown yet.
ALTER TABLE enrolment ADD COLUMN token_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE enrolment ADD COLUMN next_token_hash BLOB;
ALTER TABLE enrolment ADD COLUMN next_token_ms INTEGER NOT NULL DEFAULT 0;
UPDATE enrolment SET token_ms = created_ms;
CREATE INDEX enrolment_next_token ON enrolment(next_token_hash)
    WHERE next_token_hash IS NOT NULL;
)sql"};

}  // namespace stormote
