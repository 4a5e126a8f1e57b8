-- +goose Up

-- Traces are only ever added. Each changed value stands in "changes" beside a salt
-- of its own and can be erased; "hashes" holds the salted SHA-256 of each and stays.
ALTER TABLE audit_events ADD COLUMN about_type TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_events ADD COLUMN about_id TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_events ADD COLUMN restricted BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE audit_events ADD COLUMN hashes TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_events ADD COLUMN seal BIGINT;

-- Rows from before: their hashes are '' until their first sealing salts them. The
-- note of a part of an activity named the activity.
UPDATE audit_events SET about_type = 'activity', about_id = substr(note, 10), note = '' WHERE note LIKE 'activity %';
UPDATE audit_events SET about_type = object_type, about_id = object_id WHERE about_type = '';
UPDATE audit_events SET restricted = TRUE, about_type = 'activity' WHERE object_type = 'internalNotes';
UPDATE audit_events SET changes = json_insert(changes, '$[#]', json_object('field', '#note', 'after', note)) WHERE note <> '';
UPDATE audit_events SET changes = (SELECT json_group_object(json_extract(value, '$.field'), json_remove(value, '$.field')) FROM json_each(changes));
ALTER TABLE audit_events DROP COLUMN note;

CREATE INDEX audit_events_about ON audit_events (about_type, about_id, at, id);
CREATE INDEX audit_events_user ON audit_events (user_id, at, id);
CREATE INDEX audit_events_action ON audit_events (action, at, id);
CREATE INDEX audit_events_role ON audit_events (role, at, id);
CREATE INDEX audit_events_request ON audit_events (request_id);
CREATE INDEX audit_events_seal ON audit_events (seal, id);
DROP INDEX audit_events_at;
CREATE INDEX audit_events_at ON audit_events (at, id);

-- A seal covers some rows: their ids (16 bytes) each followed by the hash of the row
-- (32 bytes), and the hash of the seal before.
CREATE TABLE audit_seals (
    number   BIGINT PRIMARY KEY,
    at       TIMESTAMP NOT NULL,
    events   INTEGER NOT NULL,
    first_id TEXT NOT NULL,
    last_id  TEXT NOT NULL,
    leaves   BLOB NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL
);

-- REPLACE deletes without telling the trigger of deletes, so inserting looks too.
-- +goose StatementBegin
CREATE TRIGGER audit_events_insert BEFORE INSERT ON audit_events
WHEN NEW.seal IS NOT NULL OR EXISTS (SELECT 1 FROM audit_events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'audit_events: traces are added unsealed, and once'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_events_delete BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit_events: traces are never deleted'); END;
-- +goose StatementEnd
-- What may be changed: values are taken away; the seal is set once; a row from
-- before sealing gets its salts and hashes.
-- +goose StatementBegin
CREATE TRIGGER audit_events_update BEFORE UPDATE ON audit_events
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.user_id IS NOT OLD.user_id OR NEW.role IS NOT OLD.role
    OR NEW.action IS NOT OLD.action OR NEW.object_type IS NOT OLD.object_type OR NEW.object_id IS NOT OLD.object_id
    OR NEW.version IS NOT OLD.version OR NEW.about_type IS NOT OLD.about_type OR NEW.about_id IS NOT OLD.about_id
    OR NEW.restricted IS NOT OLD.restricted OR NEW.request_id IS NOT OLD.request_id
    OR (NEW.hashes IS NOT OLD.hashes AND (OLD.hashes <> '' OR OLD.seal IS NOT NULL))
    OR (NEW.seal IS NOT OLD.seal AND OLD.seal IS NOT NULL)
    OR (OLD.hashes <> '' AND NEW.changes IS NOT OLD.changes AND EXISTS (
        SELECT 1 FROM json_each(NEW.changes) AS n
        WHERE NOT EXISTS (SELECT 1 FROM json_each(OLD.changes) AS o WHERE o.key = n.key AND o.value = n.value)))
BEGIN SELECT RAISE(ABORT, 'audit_events: traces are never changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_seals_insert BEFORE INSERT ON audit_seals
WHEN EXISTS (SELECT 1 FROM audit_seals WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'audit_seals: this number is taken'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_seals_delete BEFORE DELETE ON audit_seals
BEGIN SELECT RAISE(ABORT, 'audit_seals: seals are never deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_seals_update BEFORE UPDATE ON audit_seals
BEGIN SELECT RAISE(ABORT, 'audit_seals: seals are never changed'); END;
-- +goose StatementEnd
