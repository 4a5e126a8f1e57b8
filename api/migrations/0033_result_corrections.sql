-- +goose Up

-- What was put right in a published round: which group or question was taken out, and why. What is told afterwards
-- stands in survey_results; what was told before is kept nowhere.
CREATE TABLE survey_corrections (
    id         TEXT PRIMARY KEY,
    survey_id  TEXT NOT NULL REFERENCES surveys (id),
    kind       TEXT NOT NULL,
    target_key TEXT NOT NULL,
    reason_sv  TEXT NOT NULL,
    reason_en  TEXT NOT NULL,
    state      TEXT NOT NULL,
    refusal    TEXT NOT NULL,
    on_day     TEXT NOT NULL,
    version    INTEGER NOT NULL
);
CREATE INDEX survey_corrections_survey ON survey_corrections (survey_id, state, id);

-- One at a time: the next is held against what the one before left.
CREATE UNIQUE INDEX survey_corrections_waiting ON survey_corrections (survey_id) WHERE state = 'waiting';
