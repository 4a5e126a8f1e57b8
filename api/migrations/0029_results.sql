-- +goose Up

-- What a closed round of staff tells, counted once: the tables as they are published, and nothing of which
-- they were made.
CREATE TABLE survey_results (
    survey_id TEXT PRIMARY KEY REFERENCES surveys (id),
    told      TEXT NOT NULL
);
