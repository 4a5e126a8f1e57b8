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
UPDATE audit_events SET changes = (changes::jsonb || jsonb_build_object('field', '#note', 'after', note))::text WHERE note <> '';
UPDATE audit_events SET changes = COALESCE((SELECT jsonb_object_agg(c ->> 'field', c - 'field') FROM jsonb_array_elements(changes::jsonb) AS c), '{}')::text;
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
    leaves   BYTEA NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL
);

-- +goose StatementBegin
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: traces are never changed or deleted', TG_TABLE_NAME;
END $$;
-- +goose StatementEnd
-- What may be changed: values are taken away; the seal is set once; a row from
-- before sealing gets its salts and hashes.
-- +goose StatementBegin
CREATE FUNCTION audit_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.at, NEW.user_id, NEW.role, NEW.action, NEW.object_type, NEW.object_id, NEW.version,
            NEW.about_type, NEW.about_id, NEW.restricted, NEW.request_id)
        IS DISTINCT FROM (OLD.id, OLD.at, OLD.user_id, OLD.role, OLD.action, OLD.object_type, OLD.object_id, OLD.version,
            OLD.about_type, OLD.about_id, OLD.restricted, OLD.request_id)
        OR (NEW.hashes <> OLD.hashes AND (OLD.hashes <> '' OR OLD.seal IS NOT NULL))
        OR (NEW.seal IS DISTINCT FROM OLD.seal AND OLD.seal IS NOT NULL)
        OR (OLD.hashes <> '' AND NEW.changes <> OLD.changes AND EXISTS (
            SELECT 1 FROM json_each(NEW.changes::json) AS n
            WHERE NOT EXISTS (SELECT 1 FROM json_each(OLD.changes::json) AS o WHERE o.key = n.key AND o.value::text = n.value::text)))
    THEN
        RAISE EXCEPTION 'audit_events: traces are never changed';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION audit_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seal IS NOT NULL THEN
        RAISE EXCEPTION 'audit_events: traces are added unsealed';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER audit_events_insert BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_unsealed();
CREATE TRIGGER audit_events_update BEFORE UPDATE ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_check();
CREATE TRIGGER audit_events_delete BEFORE DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_events_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_seals_update BEFORE UPDATE OR DELETE ON audit_seals FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_seals_truncate BEFORE TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
