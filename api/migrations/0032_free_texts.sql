-- +goose Up

-- What employees wrote in their own words, parted from all else that they answered when the round was counted. The
-- order is that of chance, and closed_on is the round's: nothing says when anything was written. Somebody reads each
-- text before it is told; when the round is published what is withheld goes, and of the rest what was struck.
CREATE TABLE survey_free_texts (
    id           TEXT PRIMARY KEY,
    survey_id    TEXT NOT NULL REFERENCES surveys (id),
    question_key TEXT NOT NULL,
    dimension    TEXT NOT NULL,
    group_key    TEXT NOT NULL,
    state        TEXT NOT NULL,
    wording      TEXT NOT NULL,
    struck       TEXT NOT NULL,
    told         TEXT NOT NULL,
    closed_on    TEXT NOT NULL,
    version      INTEGER NOT NULL
);
CREATE INDEX survey_free_texts_place ON survey_free_texts (survey_id, question_key, dimension, group_key, id);
CREATE INDEX survey_free_texts_state ON survey_free_texts (survey_id, state, question_key, dimension, group_key, id);
CREATE INDEX survey_free_texts_closed ON survey_free_texts (closed_on, id);
