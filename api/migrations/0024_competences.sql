-- +goose Up

INSERT INTO revisions (family, value) VALUES ('competences', 1);

-- Functions, never persons: who knows what, and how that is used.
CREATE TABLE competences (
    id             TEXT PRIMARY KEY,
    key            TEXT NOT NULL UNIQUE,
    kind           TEXT NOT NULL,
    name_sv        TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    sort_key       TEXT NOT NULL,
    description_sv TEXT NOT NULL,
    description_en TEXT NOT NULL,
    how_used_sv    TEXT NOT NULL,
    how_used_en    TEXT NOT NULL,
    body_id        TEXT REFERENCES bodies (id),
    email          TEXT NOT NULL,
    phone          TEXT NOT NULL,
    url            TEXT NOT NULL,
    area_ids       TEXT NOT NULL,
    group_ids      TEXT NOT NULL,
    checked_on     TEXT NOT NULL,
    checked_precision TEXT NOT NULL,
    read_in        TEXT NOT NULL,
    source         TEXT NOT NULL,
    version        INTEGER NOT NULL,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL
);
CREATE INDEX competences_ordered ON competences (sort_key, id);
CREATE INDEX competences_kind ON competences (kind, sort_key, id);
CREATE INDEX competences_body ON competences (body_id);

CREATE TABLE competence_areas (
    competence_id TEXT NOT NULL REFERENCES competences (id) ON DELETE CASCADE,
    area_id       TEXT NOT NULL REFERENCES violence_areas (id),
    PRIMARY KEY (competence_id, area_id)
);
CREATE INDEX competence_areas_area ON competence_areas (area_id);

CREATE TABLE competence_groups (
    competence_id TEXT NOT NULL REFERENCES competences (id) ON DELETE CASCADE,
    group_id      TEXT NOT NULL REFERENCES target_groups (id),
    PRIMARY KEY (competence_id, group_id)
);
CREATE INDEX competence_groups_group ON competence_groups (group_id);

-- The steering group reads reports by their day, whatever they are on.
CREATE INDEX reports_latest ON reports (as_of, id);
