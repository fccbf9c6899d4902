// The tables of an event file. Normative description: sync/README.md.
#pragma once

namespace stormote {

constexpr int event_file_application_id = 0x53544F31;  // "STO1"
// The newest. Files of events without a root are of version 1.
constexpr int event_file_version = 2;

constexpr const char *event_file_schema = R"sql(
PRAGMA application_id = 0x53544F31;
PRAGMA user_version = 1;
CREATE TABLE about(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE device(number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
CREATE TABLE operation(
    device INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    header BLOB NOT NULL,
    chain_hash BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY(device, sequence)) WITHOUT ROWID;
CREATE TABLE signature(
    device INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY(device, sequence)) WITHOUT ROWID;
CREATE TABLE quarantine(
    device BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    chain_hash BLOB NOT NULL,
    header BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY(device, sequence, chain_hash)) WITHOUT ROWID;
CREATE TABLE cursor(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE draft(name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
)sql";

// What a file of an event with a root has besides.
constexpr const char *authority_schema = R"sql(
PRAGMA user_version = 2;
CREATE TABLE authority(
    device INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY(device, sequence)) WITHOUT ROWID;
)sql";

}  // namespace stormote
