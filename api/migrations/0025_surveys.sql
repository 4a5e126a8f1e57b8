-- +goose Up

INSERT INTO revisions (family, value) VALUES ('surveys', 1);

-- Rounds of the mapping. Sections and breakdowns are read with the round and never alone.
CREATE TABLE surveys (
    id           TEXT PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,
    answering    TEXT NOT NULL,
    plan_id      TEXT REFERENCES plans (id),
    follows_id   TEXT REFERENCES surveys (id),
    title_sv     TEXT NOT NULL,
    title_en     TEXT NOT NULL,
    intro_sv     TEXT NOT NULL,
    intro_en     TEXT NOT NULL,
    is_sensitive BOOLEAN NOT NULL,
    threshold    INTEGER NOT NULL,
    opens_on     TEXT NOT NULL,
    closes_on    TEXT NOT NULL,
    sections     TEXT NOT NULL,
    dimensions   TEXT NOT NULL,
    state        TEXT NOT NULL,
    opened_on    TEXT NOT NULL,
    closed_on    TEXT NOT NULL,
    published_on TEXT NOT NULL,
    version      INTEGER NOT NULL,
    created_at   TIMESTAMP NOT NULL,
    updated_at   TIMESTAMP NOT NULL
);
CREATE INDEX surveys_ordered ON surveys (opens_on, id);
CREATE INDEX surveys_state ON surveys (state, opens_on, id);
CREATE INDEX surveys_plan ON surveys (plan_id);
CREATE INDEX surveys_follows ON surveys (follows_id);

CREATE TABLE survey_questions (
    id           TEXT PRIMARY KEY,
    survey_id    TEXT NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    section_key  TEXT NOT NULL,
    key          TEXT NOT NULL,
    position     INTEGER NOT NULL,
    type         TEXT NOT NULL,
    text_sv      TEXT NOT NULL,
    text_en      TEXT NOT NULL,
    help_sv      TEXT NOT NULL,
    help_en      TEXT NOT NULL,
    required     BOOLEAN NOT NULL,
    options      TEXT NOT NULL,
    matrix_rows  TEXT NOT NULL,
    min_value    DOUBLE PRECISION,
    max_value    DOUBLE PRECISION,
    min_label_sv TEXT NOT NULL,
    min_label_en TEXT NOT NULL,
    max_label_sv TEXT NOT NULL,
    max_label_en TEXT NOT NULL,
    unit         TEXT NOT NULL,
    max_length   INTEGER NOT NULL,
    condition    TEXT,
    version      INTEGER NOT NULL,
    created_at   TIMESTAMP NOT NULL,
    updated_at   TIMESTAMP NOT NULL,
    UNIQUE (survey_id, key)
);
CREATE INDEX survey_questions_ordered ON survey_questions (survey_id, position, id);

-- The declared groups of a round of staff. A code belongs to one, never to a person.
CREATE TABLE survey_groups (
    id        TEXT PRIMARY KEY,
    survey_id TEXT NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    key       TEXT NOT NULL,
    parent_id TEXT REFERENCES survey_groups (id) ON DELETE CASCADE,
    body_id   TEXT REFERENCES bodies (id),
    name_sv   TEXT NOT NULL,
    name_en   TEXT NOT NULL,
    size      INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    UNIQUE (survey_id, key)
);
CREATE INDEX survey_groups_ordered ON survey_groups (survey_id, position, id);
CREATE INDEX survey_groups_parent ON survey_groups (parent_id);
CREATE INDEX survey_groups_body ON survey_groups (body_id);
