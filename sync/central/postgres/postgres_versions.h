// The versions of the tables in PostgreSQL, as statements. What has been released never changes.
#pragma once

#include <array>
#include <cstdint>

namespace stormote {

// From nothing.
constexpr const char *postgres_version_1 = R"sql(
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
)sql";

// Municipalities apart, by row-level security.
constexpr const char *postgres_version_2 = R"sql(
CREATE TABLE municipality(name text PRIMARY KEY);

-- What roles of the database may in a municipality: let devices in ("enrol"), or read its reports
-- ("read").
CREATE TABLE municipality_role(
    role text NOT NULL,
    municipality text NOT NULL REFERENCES municipality(name),
    may text NOT NULL CHECK (may IN ('enrol', 'read')),
    PRIMARY KEY(role, municipality, may));

-- Whose the event is; empty where the store has no municipalities.
ALTER TABLE event ADD COLUMN municipality text NOT NULL DEFAULT '';
INSERT INTO event(event) SELECT DISTINCT event FROM enrolment ON CONFLICT DO NOTHING;

-- The event that a transaction has to do with, as the server has set it. NULL: with none.
CREATE FUNCTION this_event() RETURNS bytea LANGUAGE sql STABLE
    RETURN CASE WHEN current_setting('stormote.event', true) ~ '^[0-9a-f]{32}$'
                THEN decode(current_setting('stormote.event', true), 'hex') END;
-- PostgreSQL takes no COPY into a table under row-level security. So all of `operation` is one part,
-- which is parted by hash: into that part a server copies what is new, and may not read it there; a row
-- of another event than the transaction's is refused by a trigger.
DO $$
BEGIN
    FOR part IN 0..7 LOOP
        EXECUTE format('ALTER TABLE operation DETACH PARTITION operation_%s', part);
    END LOOP;
    CREATE TABLE operation_written PARTITION OF operation
        FOR VALUES WITH (MODULUS 1, REMAINDER 0) PARTITION BY HASH (event);
    FOR part IN 0..7 LOOP
        EXECUTE format('ALTER TABLE operation_written ATTACH PARTITION operation_%s '
                       'FOR VALUES WITH (MODULUS 8, REMAINDER %s)', part, part);
    END LOOP;
END $$;
CREATE FUNCTION refuse_other_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE insufficient_privilege
        USING MESSAGE = 'an operation of another event than the transaction''s';
END $$;
-- By its digits: for each row this_event() would take as long as the rest of the copying.
CREATE TRIGGER of_this_event AFTER INSERT ON operation_written FOR EACH ROW
    WHEN (encode(NEW.event, 'hex') IS DISTINCT FROM current_setting('stormote.event', true))
    EXECUTE FUNCTION refuse_other_event();

-- Who was given all rights on all tables, or is by default, keeps there the one to add.
CREATE FUNCTION keep_to_adding() RETURNS void LANGUAGE plpgsql
    SET search_path = stormote, pg_temp AS $$
DECLARE
    given record;
BEGIN
    FOR given IN SELECT DISTINCT grantee::regrole AS role FROM pg_class, aclexplode(relacl)
                 WHERE pg_class.oid = 'operation_written'::regclass
                 AND grantee <> 0 AND grantee <> relowner LOOP
        EXECUTE format('REVOKE ALL ON operation_written FROM %s', given.role);
        EXECUTE format('GRANT INSERT ON operation_written TO %s', given.role);
    END LOOP;
END $$;

-- Whether it looks at how all events stand.
CREATE FUNCTION is_listing() RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(current_setting('stormote.event', true), '') = 'every';
-- Whether the role is one that serves, and not one of a municipality.
CREATE FUNCTION is_serving() RETURNS boolean LANGUAGE sql STABLE
    RETURN has_table_privilege('operation'::regclass, 'INSERT');

-- Of whom the role is, itself or by those that it is a member of. Not inlined, so that it costs
-- nothing to plan for a role that serves.
CREATE FUNCTION may_in(municipality_name text, right_name text) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = stormote, pg_temp AS $$
BEGIN
    RETURN EXISTS(SELECT 1 FROM municipality_role
                  WHERE municipality = municipality_name AND may = right_name);
END $$;
CREATE FUNCTION may_enrol(wanted bytea) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = stormote, pg_temp AS $$
BEGIN
    RETURN EXISTS(SELECT 1 FROM event WHERE event.event = wanted
                  AND may_in(event.municipality, 'enrol'));
END $$;

-- Before its event is known, a device is found by what it alone has.
CREATE FUNCTION enrolment_of_token(wanted bytea)
    RETURNS TABLE(event bytea, name text, has_token boolean, is_confirmed boolean,
                  is_revoked boolean, created_ms bigint, used_ms bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    SELECT event, name, true, is_confirmed, is_revoked, created_ms, used_ms
    FROM enrolment WHERE token_hash = wanted;
END;
-- Nobody else uses the secret until the transaction ends.
CREATE FUNCTION enrolment_of_secret(wanted bytea)
    RETURNS TABLE(event bytea, name text, has_token boolean, is_confirmed boolean,
                  is_revoked boolean, created_ms bigint, used_ms bigint)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, used_ms
    FROM enrolment WHERE secret_hash = wanted FOR UPDATE;
END;
CREATE FUNCTION confirm_enrolment(wanted bytea) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    UPDATE enrolment SET is_confirmed = true WHERE token_hash = wanted AND NOT is_confirmed;
END;

-- A server sees and writes the one event that its transaction has to do with, and of all events
-- how they stand. The parts of a table are reached by the table alone.
DO $$
DECLARE
    kept text;
    part regclass;
BEGIN
    FOREACH kept IN ARRAY ARRAY['event', 'operation', 'head', 'run', 'quarantine', 'authority',
                                'erasure', 'erased', 'purged', 'enrolment'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY serving ON %I USING ((SELECT is_serving()) '
                       'AND event = (SELECT this_event()))', kept);
        FOR part IN SELECT relid FROM pg_partition_tree(kept::regclass)
                    WHERE isleaf AND level > 0 LOOP
            EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', part);
        END LOOP;
    END LOOP;
    FOREACH kept IN ARRAY ARRAY['event', 'head', 'run', 'quarantine', 'erasure', 'enrolment'] LOOP
        EXECUTE format('CREATE POLICY listing ON %I FOR SELECT '
                       'USING ((SELECT is_serving() AND is_listing()))', kept);
    END LOOP;
    FOREACH kept IN ARRAY ARRAY['head', 'quarantine', 'enrolment'] LOOP
        EXECUTE format('CREATE POLICY enrolling ON %I USING (may_enrol(event))', kept);
    END LOOP;
END $$;
CREATE POLICY enrolling ON event USING (may_in(municipality, 'enrol'));

-- A role sees of municipalities which are its own. None of the roles below the owner writes here.
ALTER TABLE municipality ENABLE ROW LEVEL SECURITY;
ALTER TABLE municipality_role ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON municipality_role FOR SELECT USING (
    EXISTS(SELECT 1 FROM pg_roles WHERE rolname = role AND pg_has_role(oid, 'USAGE')));
CREATE POLICY own ON municipality FOR SELECT USING (
    (SELECT is_serving()) OR may_in(name, 'enrol') OR may_in(name, 'read'));
)sql";

// Reports: what the fold of each event says, for whoever counts.
constexpr const char *postgres_version_3 = R"sql(
-- Up to which position of the log each event was reported, and in which series it is counted. The
-- rows of the tables below go when this one does, and it goes with the event.
CREATE TABLE reported(
    event bytea PRIMARY KEY REFERENCES event(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    position bigint NOT NULL,
    series text NOT NULL);
CREATE TABLE report_meeting(
    event bytea NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    row bigint NOT NULL,
    name text,
    series text,
    place text,
    starts text,
    ends text,
    PRIMARY KEY(event, row));
CREATE TABLE report_measure(
    event bytea NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    row bigint NOT NULL,
    measure text NOT NULL,
    value bigint,
    series_value bigint,
    PRIMARY KEY(event, row));
CREATE TABLE report_sector(
    event bytea NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    row bigint NOT NULL,
    sector text,
    organisations bigint NOT NULL,
    people bigint NOT NULL,
    PRIMARY KEY(event, row));
CREATE TABLE report_attendance(
    event bytea NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    row bigint NOT NULL,
    role text,
    sector text,
    registration text,
    status text NOT NULL,
    people bigint NOT NULL,
    PRIMARY KEY(event, row));
CREATE TABLE report_seating(
    event bytea NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    row bigint NOT NULL,
    round bigint NOT NULL,
    group_number bigint NOT NULL,
    group_name text,
    place text,
    role text NOT NULL,
    status text NOT NULL,
    people bigint NOT NULL,
    PRIMARY KEY(event, row));
CREATE TABLE report_arrival(
    event bytea NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    row bigint NOT NULL,
    from_ms bigint NOT NULL,
    people bigint NOT NULL,
    PRIMARY KEY(event, row));
CREATE TABLE report_organisation(
    event bytea NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    row bigint NOT NULL,
    organisation text NOT NULL,
    name text,
    sector text,
    joined text,
    registered bigint NOT NULL,
    came bigint NOT NULL,
    PRIMARY KEY(event, row));
CREATE TABLE report_note(
    event bytea NOT NULL REFERENCES reported(event) ON DELETE CASCADE,
    municipality text NOT NULL,
    row bigint NOT NULL,
    note text NOT NULL,
    question bigint NOT NULL,
    question_title text,
    groups text,
    kind text NOT NULL,
    text text NOT NULL,
    written_ms bigint NOT NULL,
    agreeing bigint,
    chosen text NOT NULL,
    state text NOT NULL,
    department text,
    due text,
    answer text,
    answered text,
    PRIMARY KEY(event, row));

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['reported', 'report_meeting', 'report_measure', 'report_sector',
                                'report_attendance', 'report_seating', 'report_arrival',
                                'report_organisation', 'report_note'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY serving ON %I USING ((SELECT is_serving()) '
                       'AND event = (SELECT this_event()))', kept);
        EXECUTE format('CREATE POLICY reading ON %I FOR SELECT USING (municipality IN '
                       '(SELECT own.municipality FROM municipality_role AS own '
                       'WHERE own.may = ''read''))', kept);
        -- What is left of a report that was replaced is taken away within a minute.
        EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_threshold = 0, '
                       'autovacuum_vacuum_scale_factor = 0)', kept);
    END LOOP;
END $$;
CREATE POLICY listing ON reported FOR SELECT USING ((SELECT is_serving() AND is_listing()));

-- What a program for statistics reads: with the rights, and so the rows, of whoever reads.
CREATE SCHEMA stormote_report;
CREATE VIEW stormote_report.meeting WITH (security_invoker = true) AS
    SELECT encode(report.event, 'hex')::uuid AS event, report.municipality,
           report.name AS meeting, report.starts, report.ends, report.series, report.place
    FROM report_meeting AS report;
CREATE VIEW stormote_report.measure WITH (security_invoker = true) AS
    SELECT encode(report.event, 'hex')::uuid AS event, report.municipality,
           meeting.name AS meeting, meeting.starts, report.measure, report.value,
           report.series_value
    FROM report_measure AS report JOIN report_meeting AS meeting USING (event);
CREATE VIEW stormote_report.sector WITH (security_invoker = true) AS
    SELECT encode(report.event, 'hex')::uuid AS event, report.municipality,
           meeting.name AS meeting, meeting.starts, report.sector, report.organisations,
           report.people
    FROM report_sector AS report JOIN report_meeting AS meeting USING (event);
CREATE VIEW stormote_report.attendance WITH (security_invoker = true) AS
    SELECT encode(report.event, 'hex')::uuid AS event, report.municipality,
           meeting.name AS meeting, meeting.starts, report.role, report.sector,
           report.registration, report.status, report.people
    FROM report_attendance AS report JOIN report_meeting AS meeting USING (event);
CREATE VIEW stormote_report.seating WITH (security_invoker = true) AS
    SELECT encode(report.event, 'hex')::uuid AS event, report.municipality,
           meeting.name AS meeting, meeting.starts, report.round, report.group_number,
           report.group_name, report.place, report.role, report.status, report.people
    FROM report_seating AS report JOIN report_meeting AS meeting USING (event);
CREATE VIEW stormote_report.arrival WITH (security_invoker = true) AS
    SELECT encode(report.event, 'hex')::uuid AS event, report.municipality,
           meeting.name AS meeting, meeting.starts,
           to_timestamp(report.from_ms / 1000.0) AS from_time, report.people
    FROM report_arrival AS report JOIN report_meeting AS meeting USING (event);
CREATE VIEW stormote_report.organisation WITH (security_invoker = true) AS
    SELECT encode(report.event, 'hex')::uuid AS event, report.municipality,
           meeting.name AS meeting, meeting.starts, report.organisation, report.name,
           report.sector, report.joined, report.registered, report.came
    FROM report_organisation AS report JOIN report_meeting AS meeting USING (event);
CREATE VIEW stormote_report.note WITH (security_invoker = true) AS
    SELECT encode(report.event, 'hex')::uuid AS event, report.municipality,
           meeting.name AS meeting, meeting.starts, report.note, report.question,
           report.question_title, report.groups, report.kind, report.text,
           to_timestamp(report.written_ms / 1000.0) AS written_at, report.agreeing,
           report.chosen, report.state, report.department, report.due, report.answer,
           report.answered
    FROM report_note AS report JOIN report_meeting AS meeting USING (event);
-- Each series as it stood after its last meeting.
CREATE VIEW stormote_report.series WITH (security_invoker = true) AS
    SELECT municipality, series, last_meeting_starts, measure, series_value AS value
    FROM (SELECT measured.municipality, meeting.series, meeting.starts AS last_meeting_starts,
                 measured.measure, measured.series_value,
                 rank() OVER (PARTITION BY reported.municipality, reported.series
                              ORDER BY meeting.starts DESC, reported.event DESC) AS place
          FROM report_measure AS measured JOIN report_meeting AS meeting USING (event)
          JOIN reported USING (event) WHERE reported.series <> '') AS standing
    WHERE place = 1;

-- The rights of every role of a municipality, and no more; called after each migration.
CREATE FUNCTION grant_roles() RETURNS void LANGUAGE plpgsql
    SET search_path = stormote, pg_temp AS $$
DECLARE
    granted record;
    kept text;
BEGIN
    FOR granted IN SELECT DISTINCT role, may FROM municipality_role
                   WHERE role IN (SELECT rolname FROM pg_roles) LOOP
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), granted.role);
        IF granted.may = 'enrol' THEN
            EXECUTE format('GRANT USAGE ON SCHEMA stormote TO %I', granted.role);
            EXECUTE format('GRANT SELECT ON about, migration, municipality, municipality_role '
                           'TO %I', granted.role);
            EXECUTE format('GRANT SELECT, INSERT ON event TO %I', granted.role);
            EXECUTE format('GRANT SELECT, INSERT(event, name, secret_hash, created_ms), '
                           'UPDATE(is_revoked) ON enrolment TO %I', granted.role);
            EXECUTE format('GRANT SELECT(event, device, sequence) ON head TO %I', granted.role);
            EXECUTE format('GRANT SELECT(event) ON quarantine TO %I', granted.role);
        ELSE
            -- The tables below the views, too, but not the schema in which they could be named.
            EXECUTE format('GRANT USAGE ON SCHEMA stormote_report TO %I', granted.role);
            EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA stormote_report TO %I',
                           granted.role);
            EXECUTE format('GRANT SELECT ON municipality_role, reported TO %I', granted.role);
            FOR kept IN SELECT relname FROM pg_class
                        WHERE relnamespace = 'stormote'::regnamespace AND relkind = 'r'
                        AND relname LIKE 'report\_%' LOOP
                EXECUTE format('GRANT SELECT ON %I TO %I', kept, granted.role);
            END LOOP;
        END IF;
    END LOOP;
END $$;
)sql";

// Events that left the store.
constexpr const char *postgres_version_4 = R"sql(
-- Events whose record left the store whole, and by which decision.
CREATE TABLE removed(
    event bytea PRIMARY KEY,
    removed_ms bigint NOT NULL,
    decision text NOT NULL,
    is_override boolean NOT NULL);
ALTER TABLE removed ENABLE ROW LEVEL SECURITY;
CREATE POLICY serving ON removed USING ((SELECT is_serving())
    AND event = (SELECT this_event()));
CREATE POLICY listing ON removed FOR SELECT USING ((SELECT is_serving() AND is_listing()));
-- For whoever would begin it anew, of whichever municipality.
CREATE FUNCTION is_removed(wanted bytea) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    SELECT EXISTS(SELECT 1 FROM removed WHERE event = wanted);
END;
)sql";

// The audit, what devices were enrolled for, and positions that stay apart after a failover.
constexpr const char *postgres_version_5 = R"sql(
-- What a device was enrolled for.
ALTER TABLE enrolment ADD COLUMN role text NOT NULL DEFAULT '';

-- Who was let in, who read, and what was done with the store. Rows are added: no policy lets
-- anybody but the owner change one or take it away; forget_audit() takes what is old.
CREATE TABLE audit(
    event bytea NOT NULL,
    number bigint GENERATED ALWAYS AS IDENTITY,
    at_ms bigint NOT NULL,
    action text NOT NULL,
    device text NOT NULL,
    role text NOT NULL,
    done_by text NOT NULL,
    sender text NOT NULL,
    operations bigint NOT NULL,
    first_position bigint NOT NULL,
    last_position bigint NOT NULL,
    PRIMARY KEY(event, number));
CREATE INDEX audit_time ON audit(at_ms);
-- By whom something is done that no device does: the role of a municipality, or whoever runs the
-- store.
CREATE FUNCTION acting_role() RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = stormote, pg_temp AS $$
BEGIN
    IF is_serving() THEN
        RETURN 'store';
    END IF;
    RETURN coalesce((SELECT min(role) FROM municipality_role WHERE may = 'enrol'), 'store');
END $$;
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY serving ON audit FOR INSERT
    WITH CHECK ((SELECT is_serving()) AND event = (SELECT this_event()));
CREATE POLICY listing ON audit FOR SELECT
    USING ((SELECT is_serving()) AND ((SELECT is_listing()) OR event = (SELECT this_event())));
CREATE POLICY enrolling ON audit FOR INSERT
    WITH CHECK (may_enrol(event) AND done_by = acting_role()
                AND action IN ('enrolled', 'revoked', 'municipality given'));
CREATE POLICY own ON audit FOR SELECT USING (may_enrol(event));
-- Whatever is asked for, nothing goes before it has been kept for 730 days.
CREATE FUNCTION forget_audit(before_ms bigint) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    DELETE FROM audit WHERE at_ms < before_ms
        AND at_ms < (extract(epoch FROM now() - interval '730 days') * 1000)::bigint;
END;

DROP FUNCTION enrolment_of_token(bytea);
CREATE FUNCTION enrolment_of_token(wanted bytea)
    RETURNS TABLE(event bytea, name text, has_token boolean, is_confirmed boolean,
                  is_revoked boolean, created_ms bigint, used_ms bigint, role text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    SELECT event, name, true, is_confirmed, is_revoked, created_ms, used_ms, role
    FROM enrolment WHERE token_hash = wanted;
END;
DROP FUNCTION enrolment_of_secret(bytea);
CREATE FUNCTION enrolment_of_secret(wanted bytea)
    RETURNS TABLE(event bytea, name text, has_token boolean, is_confirmed boolean,
                  is_revoked boolean, created_ms bigint, used_ms bigint, role text)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, used_ms, role
    FROM enrolment WHERE secret_hash = wanted FOR UPDATE;
END;
DROP FUNCTION confirm_enrolment(bytea);
CREATE FUNCTION confirm_enrolment(wanted bytea, now_ms bigint, from_sender text) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = stormote, pg_temp AS $$
DECLARE
    confirmed record;
BEGIN
    UPDATE enrolment SET is_confirmed = true WHERE token_hash = wanted AND NOT is_confirmed
        RETURNING event, name, role INTO confirmed;
    IF FOUND THEN
        INSERT INTO audit(event, at_ms, action, device, role, done_by, sender, operations,
                          first_position, last_position)
        VALUES(confirmed.event, now_ms, 'joined', confirmed.name, confirmed.role, '', from_sender,
               0, 0, 0);
    END IF;
END $$;

-- In which timeline of the database each event's log was written to last. A replica that takes over
-- begins another one, and may lack what came last: its positions are not given anew.
CREATE FUNCTION this_timeline() RETURNS bigint LANGUAGE sql VOLATILE
    RETURN ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::bigint;
ALTER TABLE event ADD COLUMN timeline bigint NOT NULL DEFAULT this_timeline();

-- Who was given all rights on all tables, or is by default, keeps of these the one to add, and of
-- the audit the one to read.
CREATE OR REPLACE FUNCTION keep_to_adding() RETURNS void LANGUAGE plpgsql
    SET search_path = stormote, pg_temp AS $$
DECLARE
    given record;
BEGIN
    FOR given IN SELECT DISTINCT grantee::regrole AS role FROM pg_class, aclexplode(relacl)
                 WHERE pg_class.oid = 'operation_written'::regclass
                 AND grantee <> 0 AND grantee <> relowner LOOP
        EXECUTE format('REVOKE ALL ON operation_written FROM %s', given.role);
        EXECUTE format('GRANT INSERT ON operation_written TO %s', given.role);
    END LOOP;
    FOR given IN SELECT DISTINCT grantee::regrole AS role FROM pg_class, aclexplode(relacl)
                 WHERE pg_class.oid = 'audit'::regclass
                 AND grantee <> 0 AND grantee <> relowner LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM %s', given.role);
    END LOOP;
END $$;

-- The rights of every role of a municipality, and no more; called after each migration.
CREATE OR REPLACE FUNCTION grant_roles() RETURNS void LANGUAGE plpgsql
    SET search_path = stormote, pg_temp AS $$
DECLARE
    granted record;
    kept text;
BEGIN
    FOR granted IN SELECT DISTINCT role, may FROM municipality_role
                   WHERE role IN (SELECT rolname FROM pg_roles) LOOP
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), granted.role);
        IF granted.may = 'enrol' THEN
            EXECUTE format('GRANT USAGE ON SCHEMA stormote TO %I', granted.role);
            EXECUTE format('GRANT SELECT ON about, migration, municipality, municipality_role '
                           'TO %I', granted.role);
            EXECUTE format('GRANT SELECT, INSERT ON event TO %I', granted.role);
            EXECUTE format('GRANT SELECT, INSERT(event, name, secret_hash, created_ms, role), '
                           'UPDATE(is_revoked) ON enrolment TO %I', granted.role);
            EXECUTE format('GRANT SELECT(event, device, sequence) ON head TO %I', granted.role);
            EXECUTE format('GRANT SELECT(event) ON quarantine TO %I', granted.role);
            EXECUTE format('GRANT SELECT, INSERT ON audit TO %I', granted.role);
        ELSE
            -- The tables below the views, too, but not the schema in which they could be named.
            EXECUTE format('GRANT USAGE ON SCHEMA stormote_report TO %I', granted.role);
            EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA stormote_report TO %I',
                           granted.role);
            EXECUTE format('GRANT SELECT ON municipality_role, reported TO %I', granted.role);
            FOR kept IN SELECT relname FROM pg_class
                        WHERE relnamespace = 'stormote'::regnamespace AND relkind = 'r'
                        AND relname LIKE 'report\_%' LOOP
                EXECUTE format('GRANT SELECT ON %I TO %I', kept, granted.role);
            END LOOP;
        END IF;
    END LOOP;
END $$;
)sql";

// Tokens that are renewed.
constexpr const char *postgres_version_6 = R"sql(
-- When the token was made; and the one that its device named in its place, and has not shown yet.
ALTER TABLE enrolment ADD COLUMN token_ms bigint NOT NULL DEFAULT 0;
ALTER TABLE enrolment ADD COLUMN next_token_hash bytea;
ALTER TABLE enrolment ADD COLUMN next_token_ms bigint NOT NULL DEFAULT 0;
UPDATE enrolment SET token_ms = created_ms;
CREATE INDEX enrolment_next_token ON enrolment(next_token_hash)
    WHERE next_token_hash IS NOT NULL;

DROP FUNCTION enrolment_of_token(bytea);
CREATE FUNCTION enrolment_of_token(wanted bytea)
    RETURNS TABLE(event bytea, name text, has_token boolean, is_confirmed boolean,
                  is_revoked boolean, created_ms bigint, used_ms bigint, role text,
                  token_ms bigint, is_next boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    SELECT event, name, true, is_confirmed, is_revoked, created_ms, used_ms, role, token_ms,
           false AS is_next
    FROM enrolment WHERE token_hash = wanted
    UNION ALL
    SELECT event, name, true, is_confirmed, is_revoked, created_ms, used_ms, role, next_token_ms,
           true
    FROM enrolment WHERE next_token_hash = wanted
    ORDER BY is_next LIMIT 1;
END;
DROP FUNCTION enrolment_of_secret(bytea);
CREATE FUNCTION enrolment_of_secret(wanted bytea)
    RETURNS TABLE(event bytea, name text, has_token boolean, is_confirmed boolean,
                  is_revoked boolean, created_ms bigint, used_ms bigint, role text,
                  token_ms bigint)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = stormote, pg_temp
BEGIN ATOMIC
    SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, used_ms, role,
           token_ms
    FROM enrolment WHERE secret_hash = wanted FOR UPDATE;
END;
)sql";

// From each version to the next, beginning with 0: an empty database.
constexpr std::array postgres_versions{postgres_version_1, postgres_version_2, postgres_version_3,
                                       postgres_version_4, postgres_version_5, postgres_version_6};
constexpr std::int64_t postgres_store_version = postgres_versions.size();

}  // namespace stormote
