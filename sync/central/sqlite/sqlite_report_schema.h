// The reporting tables of a central store in SQLite: version 5. They are documented in
// assets/central/reporting.md.
#pragma once

namespace stormote {

constexpr const char *report_schema = R"sql(
PRAGMA user_version = 5;
-- Up to which position of the log each event was reported, and in which series it is counted. The
-- rows of the tables below go when this one does.
CREATE TABLE reported(
    event BLOB PRIMARY KEY REFERENCES event(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    position INTEGER NOT NULL,
    series TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE report_meeting(
    event BLOB NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    row INTEGER NOT NULL,
    name TEXT,
    series TEXT,
    place TEXT,
    starts TEXT,
    ends TEXT,
    PRIMARY KEY(event, row)) WITHOUT ROWID;
CREATE TABLE report_measure(
    event BLOB NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    row INTEGER NOT NULL,
    measure TEXT NOT NULL,
    value INTEGER,
    series_value INTEGER,
    PRIMARY KEY(event, row)) WITHOUT ROWID;
CREATE TABLE report_sector(
    event BLOB NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    row INTEGER NOT NULL,
    sector TEXT,
    organisations INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY(event, row)) WITHOUT ROWID;
CREATE TABLE report_attendance(
    event BLOB NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    row INTEGER NOT NULL,
    role TEXT,
    sector TEXT,
    registration TEXT,
    status TEXT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY(event, row)) WITHOUT ROWID;
CREATE TABLE report_seating(
    event BLOB NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    row INTEGER NOT NULL,
    round INTEGER NOT NULL,
    group_number INTEGER NOT NULL,
    group_name TEXT,
    place TEXT,
    role TEXT NOT NULL,
    status TEXT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY(event, row)) WITHOUT ROWID;
CREATE TABLE report_arrival(
    event BLOB NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    row INTEGER NOT NULL,
    from_ms INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY(event, row)) WITHOUT ROWID;
CREATE TABLE report_organisation(
    event BLOB NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    row INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    name TEXT,
    sector TEXT,
    joined TEXT,
    registered INTEGER NOT NULL,
    came INTEGER NOT NULL,
    PRIMARY KEY(event, row)) WITHOUT ROWID;
CREATE TABLE report_note(
    event BLOB NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    row INTEGER NOT NULL,
    note TEXT NOT NULL,
    question INTEGER NOT NULL,
    question_title TEXT,
    groups TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    written_ms INTEGER NOT NULL,
    agreeing INTEGER,
    chosen TEXT NOT NULL,
    state TEXT NOT NULL,
    department TEXT,
    due TEXT,
    answer TEXT,
    answered TEXT,
    PRIMARY KEY(event, row)) WITHOUT ROWID;
)sql";

}  // namespace stormote
