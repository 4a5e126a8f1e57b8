-- +goose Up

-- How far groups of staff had come on the morning after a night: rounded down to tens, and absent under the threshold.
CREATE TABLE survey_coverage (
    survey_id TEXT NOT NULL REFERENCES surveys (id),
    group_id  TEXT NOT NULL,
    answered  INTEGER NOT NULL,
    PRIMARY KEY (survey_id, group_id)
);

-- The last night in which it was counted.
CREATE TABLE coverage_nights (
    survey_id TEXT PRIMARY KEY REFERENCES surveys (id),
    last_day  TEXT NOT NULL
);
