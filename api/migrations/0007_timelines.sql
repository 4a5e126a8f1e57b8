-- +goose Up

-- What people write in the timeline; the rest of it is made at reading.
CREATE TABLE timeline_entries (
    id             TEXT PRIMARY KEY,
    plan_id        TEXT NOT NULL REFERENCES plans (id),
    key            TEXT NOT NULL,
    kind           TEXT NOT NULL,
    title          TEXT NOT NULL,
    description    TEXT NOT NULL,
    date_day       TEXT NOT NULL,
    date_precision TEXT NOT NULL,
    end_day        TEXT NOT NULL,
    end_precision  TEXT NOT NULL,
    body_id        TEXT REFERENCES bodies (id),
    reference      TEXT NOT NULL,
    recurrence     TEXT NOT NULL,
    lang           TEXT NOT NULL,
    source         TEXT NOT NULL,
    version        INTEGER NOT NULL,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    UNIQUE (plan_id, key)
);
CREATE INDEX timeline_entries_dated ON timeline_entries (plan_id, date_day, id);
CREATE INDEX timeline_entries_body ON timeline_entries (body_id);
