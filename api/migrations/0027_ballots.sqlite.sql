-- +goose Up

-- Nothing here has a time, and nothing refers to another table: a reference is a lock
-- that ties an answer to what happened at the same moment. Rounds are deleted as drafts
-- only, when there is nothing here yet. WITHOUT ROWID, so that rows stand in the order
-- of their hashes and never in that in which they came.
CREATE TABLE ballot_rounds (
    survey_id TEXT PRIMARY KEY,
    closed_on TEXT NOT NULL
);

-- A group's key, for as long as its round is open.
CREATE TABLE ballot_keys (
    group_id    TEXT PRIMARY KEY,
    survey_id   TEXT NOT NULL,
    public_key  TEXT NOT NULL,
    private_key BLOB NOT NULL
);
CREATE INDEX ballot_keys_survey ON ballot_keys (survey_id, group_id);

CREATE TABLE ballot_codes (
    hash      TEXT PRIMARY KEY,
    survey_id TEXT NOT NULL,
    group_id  TEXT NOT NULL,
    used_with TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX ballot_codes_group ON ballot_codes (survey_id, group_id, used_with);

CREATE TABLE survey_staff_answers (
    survey_id TEXT NOT NULL,
    ballot    TEXT NOT NULL,
    group_id  TEXT NOT NULL,
    answers   TEXT NOT NULL,
    PRIMARY KEY (survey_id, ballot)
) WITHOUT ROWID;

-- The last night in which they were written anew.
CREATE TABLE ballot_nights (
    id       INTEGER PRIMARY KEY,
    last_day TEXT NOT NULL
);
INSERT INTO ballot_nights (id, last_day) VALUES (1, '');
