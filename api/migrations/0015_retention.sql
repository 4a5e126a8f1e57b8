-- +goose Up

-- What the municipality has decided for a rule; a rule without a row has its default.
CREATE TABLE retention_settings (
    rule               TEXT PRIMARY KEY,
    keep_days          INTEGER NOT NULL,
    decision_reference TEXT NOT NULL,
    version            INTEGER NOT NULL,
    created_at         TIMESTAMP NOT NULL,
    updated_at         TIMESTAMP NOT NULL
);

-- What was erased, and by which decision. Never changed, never erased.
CREATE TABLE erasure_records (
    id           TEXT PRIMARY KEY,
    at           TIMESTAMP NOT NULL,
    role         TEXT NOT NULL,
    ordered_by   TEXT NOT NULL,
    total        INTEGER NOT NULL,
    entries      TEXT NOT NULL
);
CREATE INDEX erasure_records_at ON erasure_records (at, id);

-- The last day whose night was taken: of several replicas one erases.
CREATE TABLE retention_nights (
    id       INTEGER PRIMARY KEY,
    last_day TEXT NOT NULL
);
INSERT INTO retention_nights (id, last_day) VALUES (1, '');
