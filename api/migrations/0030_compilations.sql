-- +goose Up

-- What somebody who has read the answers to a question says of them.
CREATE TABLE survey_analyses (
    id           TEXT PRIMARY KEY,
    survey_id    TEXT NOT NULL REFERENCES surveys (id),
    question_key TEXT NOT NULL,
    text_sv      TEXT NOT NULL,
    text_en      TEXT NOT NULL,
    version      INTEGER NOT NULL,
    updated_at   TIMESTAMP NOT NULL,
    UNIQUE (survey_id, question_key)
);
