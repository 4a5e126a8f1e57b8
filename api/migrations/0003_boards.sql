-- +goose Up
CREATE TABLE bodies (
    id           TEXT PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL,
    name_sv      TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    short_name   TEXT NOT NULL,
    parent_id    TEXT REFERENCES bodies (id),
    root_id      TEXT NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_to     TEXT NOT NULL,
    external_ids TEXT NOT NULL,
    website      TEXT NOT NULL,
    email        TEXT NOT NULL,
    description  TEXT NOT NULL,
    source       TEXT NOT NULL,
    sort_key     TEXT NOT NULL,
    version      INTEGER NOT NULL,
    created_at   TIMESTAMP NOT NULL,
    updated_at   TIMESTAMP NOT NULL
);
CREATE INDEX bodies_sorted ON bodies (kind, sort_key, id);
CREATE INDEX bodies_all_sorted ON bodies (sort_key, id);
CREATE INDEX bodies_parent ON bodies (parent_id);
CREATE INDEX bodies_root ON bodies (root_id);
