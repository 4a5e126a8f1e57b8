-- +goose Up
CREATE TABLE plans (
    id                      TEXT PRIMARY KEY,
    key                     TEXT NOT NULL UNIQUE,
    name                    TEXT NOT NULL,
    sort_key                TEXT NOT NULL,
    lang                    TEXT NOT NULL,
    status                  TEXT NOT NULL,
    root_body_id            TEXT NOT NULL REFERENCES bodies (id),
    owner_id                TEXT REFERENCES bodies (id),
    document_owner_id       TEXT REFERENCES bodies (id),
    approving_body_id       TEXT REFERENCES bodies (id),
    decision_day            TEXT NOT NULL,
    decision_precision      TEXT NOT NULL,
    decision_reference      TEXT NOT NULL,
    document_day            TEXT NOT NULL,
    document_precision      TEXT NOT NULL,
    revision_dates          TEXT NOT NULL,
    period_from             TEXT NOT NULL,
    period_to               TEXT NOT NULL,
    parent_id               TEXT REFERENCES plans (id),
    supersedes_id           TEXT REFERENCES plans (id),
    adopted_text_url        TEXT NOT NULL,
    is_summary              BOOLEAN NOT NULL,
    notice                  TEXT NOT NULL,
    parts                   TEXT NOT NULL,
    reporting_interval_days INTEGER NOT NULL,
    source                  TEXT NOT NULL,
    version                 INTEGER NOT NULL,
    created_at              TIMESTAMP NOT NULL,
    updated_at              TIMESTAMP NOT NULL
);
CREATE INDEX plans_period ON plans (period_from, id);
CREATE INDEX plans_status_period ON plans (status, period_from, id);
CREATE INDEX plans_sorted ON plans (sort_key, id);
CREATE INDEX plans_root ON plans (root_body_id);
CREATE INDEX plans_owner ON plans (owner_id);
CREATE INDEX plans_document_owner ON plans (document_owner_id);
CREATE INDEX plans_approving_body ON plans (approving_body_id);
CREATE INDEX plans_parent ON plans (parent_id);
CREATE INDEX plans_supersedes ON plans (supersedes_id);

CREATE TABLE sections (
    id         TEXT PRIMARY KEY,
    plan_id    TEXT NOT NULL REFERENCES plans (id),
    anchor     TEXT NOT NULL,
    parent_id  TEXT REFERENCES sections (id),
    position   INTEGER NOT NULL,
    title      TEXT NOT NULL,
    body       TEXT NOT NULL,
    embed      TEXT NOT NULL,
    is_summary BOOLEAN NOT NULL,
    lang       TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    UNIQUE (plan_id, anchor)
);
CREATE INDEX sections_parent ON sections (parent_id);

CREATE TABLE goals (
    id         TEXT PRIMARY KEY,
    plan_id    TEXT NOT NULL REFERENCES plans (id),
    key        TEXT NOT NULL,
    kind       TEXT NOT NULL,
    text       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    lang       TEXT NOT NULL,
    source     TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    UNIQUE (plan_id, key)
);
CREATE INDEX goals_ordered ON goals (plan_id, position, id);

CREATE TABLE reporting_rounds (
    id           TEXT PRIMARY KEY,
    plan_id      TEXT NOT NULL REFERENCES plans (id),
    key          TEXT NOT NULL,
    name         TEXT NOT NULL,
    audience     TEXT NOT NULL,
    first_due    TEXT NOT NULL,
    every_months INTEGER NOT NULL,
    last_due     TEXT NOT NULL,
    source       TEXT NOT NULL,
    version      INTEGER NOT NULL,
    created_at   TIMESTAMP NOT NULL,
    updated_at   TIMESTAMP NOT NULL,
    UNIQUE (plan_id, key)
);
CREATE INDEX reporting_rounds_due ON reporting_rounds (plan_id, first_due, id);

-- The package is kept as the text whose hash was taken, never as a JSON type
-- that the database would write in its own way.
CREATE TABLE plan_versions (
    id                 TEXT PRIMARY KEY,
    plan_id            TEXT NOT NULL REFERENCES plans (id),
    number             INTEGER NOT NULL,
    label              TEXT NOT NULL,
    decided_by_id      TEXT REFERENCES bodies (id),
    decision_date      TEXT NOT NULL,
    decision_reference TEXT NOT NULL,
    note               TEXT NOT NULL,
    hash               TEXT NOT NULL,
    package            TEXT NOT NULL,
    created_at         TIMESTAMP NOT NULL,
    UNIQUE (plan_id, number)
);
CREATE INDEX plan_versions_decided_by ON plan_versions (decided_by_id);

CREATE TABLE violence_areas (
    id             TEXT PRIMARY KEY,
    key            TEXT NOT NULL UNIQUE,
    name_sv        TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    description_sv TEXT NOT NULL,
    description_en TEXT NOT NULL,
    position       INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL
);
CREATE INDEX violence_areas_ordered ON violence_areas (position, id);

CREATE TABLE target_groups (
    id             TEXT PRIMARY KEY,
    key            TEXT NOT NULL UNIQUE,
    name_sv        TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    description_sv TEXT NOT NULL,
    description_en TEXT NOT NULL,
    position       INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL
);
CREATE INDEX target_groups_ordered ON target_groups (position, id);
