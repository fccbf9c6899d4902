// The tables of the file of accounts, by version: the first makes it, each further one brings it on
// from the one before.
#pragma once

#include <array>

namespace stormote {

constexpr int account_file_application_id = 0x53544F57;  // "STOW"

// application_id is set when the file is made.
inline constexpr std::array account_file_versions{
    R"sql(
-- Under names; "throttle" is the key that attempts are counted under.
CREATE TABLE about(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
INSERT INTO about(name, value) VALUES('throttle', randomblob(32));
CREATE TABLE account(
    id BLOB PRIMARY KEY,
    login_key TEXT NOT NULL UNIQUE,
    login TEXT NOT NULL,
    full_name TEXT NOT NULL,
    role INTEGER NOT NULL,
    is_locked INTEGER NOT NULL DEFAULT 0,
    salt BLOB NOT NULL,
    passes INTEGER NOT NULL,
    memory_bytes INTEGER NOT NULL,
    password_hash BLOB NOT NULL,
    one_time_until_ms INTEGER NOT NULL,
    added_ms INTEGER NOT NULL,
    signed_in_ms INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE event_grant(
    account BLOB NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    event BLOB NOT NULL,
    PRIMARY KEY(account, event)) WITHOUT ROWID;
CREATE INDEX event_grant_by_event ON event_grant(event);
CREATE TABLE session(
    token_hash BLOB PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    account BLOB NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    created_ms INTEGER NOT NULL,
    used_ms INTEGER NOT NULL,
    address TEXT NOT NULL,
    browser TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX session_by_account ON session(account);
-- Browsers that somebody has signed in with before.
CREATE TABLE known_browser(
    token_hash BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    used_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX known_browser_by_account ON known_browser(account);
-- Attempts under a hash of what they are counted by.
CREATE TABLE attempt(
    counted_by BLOB PRIMARY KEY,
    count INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    next_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX attempt_by_time ON attempt(last_ms);
CREATE TABLE audit(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    actor_kind INTEGER NOT NULL,
    actor BLOB,
    actor_name TEXT NOT NULL,
    address TEXT NOT NULL,
    event BLOB,
    action INTEGER NOT NULL,
    detail TEXT NOT NULL,
    people INTEGER NOT NULL);
CREATE INDEX audit_by_event ON audit(event, number);
CREATE INDEX audit_by_action ON audit(action, at_ms);
CREATE INDEX audit_by_time ON audit(at_ms);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'rows of the audit log are never changed'); END;
)sql",
};

}  // namespace stormote
