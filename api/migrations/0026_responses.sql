-- +goose Up

-- What a unit answers in a round: one response each. Persons stand here by id without
-- a reference, since the role outlives them.
CREATE TABLE responses (
    id            TEXT PRIMARY KEY,
    survey_id     TEXT NOT NULL REFERENCES surveys (id),
    unit_id       TEXT NOT NULL REFERENCES bodies (id),
    state         TEXT NOT NULL,
    started_by    TEXT NOT NULL,
    signed_by     TEXT NOT NULL,
    signed_role   TEXT NOT NULL,
    signed_at     TIMESTAMP,
    signed_hash   TEXT NOT NULL,
    reopened_why  TEXT NOT NULL,
    reopened_role TEXT NOT NULL,
    reopened_at   TIMESTAMP,
    version       INTEGER NOT NULL,
    created_at    TIMESTAMP NOT NULL,
    updated_at    TIMESTAMP NOT NULL,
    UNIQUE (survey_id, unit_id)
);
CREATE INDEX responses_state ON responses (survey_id, state, id);
CREATE INDEX responses_unit ON responses (unit_id);
CREATE INDEX responses_starter ON responses (started_by);
CREATE INDEX responses_signer ON responses (signed_by);
CREATE INDEX responses_created ON responses (created_at);

-- Colleagues who were let in to write.
CREATE TABLE response_writers (
    response_id TEXT NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    user_id     TEXT NOT NULL,
    added_at    TIMESTAMP NOT NULL,
    PRIMARY KEY (response_id, user_id)
);
CREATE INDEX response_writers_person ON response_writers (user_id);

-- What a response says to each question, with a version of its own; value is JSON.
CREATE TABLE response_answers (
    response_id  TEXT NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    question_key TEXT NOT NULL,
    value        TEXT NOT NULL,
    written_by   TEXT NOT NULL,
    writer_id    TEXT NOT NULL,
    version      INTEGER NOT NULL,
    updated_at   TIMESTAMP NOT NULL,
    PRIMARY KEY (response_id, question_key)
);
CREATE INDEX response_answers_writer ON response_answers (writer_id);

CREATE TABLE response_comments (
    id           TEXT PRIMARY KEY,
    response_id  TEXT NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    question_key TEXT NOT NULL,
    text         TEXT NOT NULL,
    writer_id    TEXT NOT NULL,
    written_by   TEXT NOT NULL,
    created_at   TIMESTAMP NOT NULL
);
CREATE INDEX response_comments_question ON response_comments (response_id, question_key, created_at, id);
CREATE INDEX response_comments_response ON response_comments (response_id, created_at, id);
CREATE INDEX response_comments_writer ON response_comments (writer_id);

-- Who is writing, so that a trace is left once a sitting and not at every save.
CREATE TABLE response_sittings (
    response_id  TEXT NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    question_key TEXT NOT NULL,
    user_id      TEXT NOT NULL,
    last_at      TIMESTAMP NOT NULL,
    PRIMARY KEY (response_id, question_key, user_id)
);
CREATE INDEX response_sittings_last ON response_sittings (last_at);
CREATE INDEX response_sittings_person ON response_sittings (user_id);

-- What was made of an answer, with what the answer said then.
CREATE TABLE response_uses (
    id           TEXT PRIMARY KEY,
    survey_id    TEXT NOT NULL REFERENCES surveys (id),
    response_id  TEXT NOT NULL REFERENCES responses (id),
    question_key TEXT NOT NULL,
    kind         TEXT NOT NULL,
    text         TEXT NOT NULL,
    value        TEXT NOT NULL,
    activity_id  TEXT NOT NULL,
    version      INTEGER NOT NULL,
    created_at   TIMESTAMP NOT NULL
);
CREATE INDEX response_uses_survey ON response_uses (survey_id, id);
CREATE INDEX response_uses_kind ON response_uses (survey_id, kind, id);
CREATE INDEX response_uses_response ON response_uses (response_id, id);

-- A unit's description of its own work, from its answer; public_text is what was
-- approved, and stands while a newer text waits.
CREATE TABLE unit_descriptions (
    response_id TEXT PRIMARY KEY REFERENCES responses (id) ON DELETE CASCADE,
    unit_id     TEXT NOT NULL REFERENCES bodies (id),
    text        TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    writer_id   TEXT NOT NULL,
    public_text TEXT NOT NULL,
    public_on   TEXT NOT NULL,
    version     INTEGER NOT NULL,
    updated_at  TIMESTAMP NOT NULL
);
CREATE INDEX unit_descriptions_unit ON unit_descriptions (unit_id, public_on);
CREATE INDEX unit_descriptions_writer ON unit_descriptions (writer_id);
