-- +goose Up

-- The letters about a round to those who answer for a unit: which unit, on which day, and never to whom.
CREATE TABLE survey_letters (
    id         TEXT PRIMARY KEY,
    survey_id  TEXT NOT NULL REFERENCES surveys (id),
    unit_id    TEXT NOT NULL REFERENCES bodies (id),
    kind       TEXT NOT NULL,
    on_day     TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

-- A unit gets at most one letter a day.
CREATE UNIQUE INDEX survey_letters_day ON survey_letters (survey_id, unit_id, on_day);
CREATE INDEX survey_letters_survey ON survey_letters (survey_id, id);
CREATE INDEX survey_letters_unit ON survey_letters (unit_id);
CREATE INDEX survey_letters_created ON survey_letters (created_at);
