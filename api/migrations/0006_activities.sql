-- +goose Up
CREATE TABLE activities (
    id                    TEXT PRIMARY KEY,
    plan_id               TEXT NOT NULL REFERENCES plans (id),
    key                   TEXT NOT NULL,
    code                  TEXT NOT NULL,
    code_key              TEXT NOT NULL,
    part                  INTEGER NOT NULL,
    position              INTEGER NOT NULL,
    title                 TEXT NOT NULL,
    title_key             TEXT NOT NULL,
    summary               TEXT NOT NULL,
    description           TEXT NOT NULL,
    lang                  TEXT NOT NULL,
    parent_id             TEXT REFERENCES activities (id),
    start_day             TEXT NOT NULL,
    start_precision       TEXT NOT NULL,
    end_day               TEXT NOT NULL,
    end_precision         TEXT NOT NULL,
    dates_source          TEXT NOT NULL,
    area_ids              TEXT NOT NULL,
    group_ids             TEXT NOT NULL,
    goal_ids              TEXT NOT NULL,
    levels                TEXT NOT NULL,
    classification_source TEXT NOT NULL,
    expected_effect       TEXT NOT NULL,
    funding_source        TEXT NOT NULL,
    funding_amount_sek    BIGINT,
    funding_state         TEXT NOT NULL,
    links                 TEXT NOT NULL,
    source                TEXT NOT NULL,
    merged_into_id        TEXT REFERENCES activities (id),
    cancelled_on          TEXT NOT NULL,
    cancelled_reason      TEXT NOT NULL,
    done_day              TEXT NOT NULL,
    done_precision        TEXT NOT NULL,
    override_status       TEXT NOT NULL,
    override_reason       TEXT NOT NULL,
    override_until        TEXT NOT NULL,
    status                TEXT NOT NULL,
    reason_code           TEXT NOT NULL,
    reason_sv             TEXT NOT NULL,
    reason_en             TEXT NOT NULL,
    next_change           TEXT NOT NULL,
    last_report_on        TEXT NOT NULL,
    is_stale              BOOLEAN NOT NULL,
    unconfirmed           BOOLEAN NOT NULL,
    version               INTEGER NOT NULL,
    created_at            TIMESTAMP NOT NULL,
    updated_at            TIMESTAMP NOT NULL,
    UNIQUE (plan_id, key),
    UNIQUE (plan_id, code)
);
CREATE INDEX activities_plan_code ON activities (plan_id, code_key, id);
CREATE INDEX activities_code ON activities (code_key, id);
CREATE INDEX activities_title ON activities (title_key, id);
CREATE INDEX activities_status ON activities (status, code_key, id);
CREATE INDEX activities_start ON activities (start_day, id);
CREATE INDEX activities_end ON activities (end_day, id);
CREATE INDEX activities_updated ON activities (updated_at, id);
CREATE INDEX activities_parent ON activities (parent_id);
CREATE INDEX activities_merged ON activities (merged_into_id);
CREATE INDEX activities_next_change ON activities (next_change);

-- The four lists also stand as JSON in the row, which is read far more often;
-- these tables are what filters search and what keeps the ids real.
CREATE TABLE activity_areas (
    activity_id TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    area_id     TEXT NOT NULL REFERENCES violence_areas (id),
    PRIMARY KEY (activity_id, area_id)
);
CREATE INDEX activity_areas_area ON activity_areas (area_id, activity_id);
CREATE TABLE activity_groups (
    activity_id TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    group_id    TEXT NOT NULL REFERENCES target_groups (id),
    PRIMARY KEY (activity_id, group_id)
);
CREATE INDEX activity_groups_group ON activity_groups (group_id, activity_id);
CREATE TABLE activity_goals (
    activity_id TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    goal_id     TEXT NOT NULL REFERENCES goals (id),
    PRIMARY KEY (activity_id, goal_id)
);
CREATE INDEX activity_goals_goal ON activity_goals (goal_id, activity_id);
CREATE TABLE activity_levels (
    activity_id TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    level       TEXT NOT NULL,
    PRIMARY KEY (activity_id, level)
);
CREATE INDEX activity_levels_level ON activity_levels (level, activity_id);

CREATE TABLE activity_aliases (
    plan_id     TEXT NOT NULL REFERENCES plans (id),
    code        TEXT NOT NULL,
    activity_id TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    PRIMARY KEY (plan_id, code)
);
CREATE INDEX activity_aliases_activity ON activity_aliases (activity_id);

CREATE TABLE responsibilities (
    id             TEXT PRIMARY KEY,
    activity_id    TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    body_id        TEXT REFERENCES bodies (id),
    rule           TEXT NOT NULL,
    role           TEXT NOT NULL,
    from_day       TEXT NOT NULL,
    from_precision TEXT NOT NULL,
    to_day         TEXT NOT NULL,
    to_precision   TEXT NOT NULL,
    position       INTEGER NOT NULL,
    source         TEXT NOT NULL,
    version        INTEGER NOT NULL,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL
);
CREATE INDEX responsibilities_activity ON responsibilities (activity_id, position, id);
CREATE INDEX responsibilities_body ON responsibilities (body_id);

-- Who answers now, kept with the status: body_id is '*' for the rule "all boards".
CREATE TABLE activity_answers (
    activity_id TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    body_id     TEXT NOT NULL,
    role        TEXT NOT NULL,
    PRIMARY KEY (activity_id, body_id, role)
);
CREATE INDEX activity_answers_body ON activity_answers (body_id, activity_id);

CREATE TABLE milestones (
    id            TEXT PRIMARY KEY,
    activity_id   TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    key           TEXT NOT NULL,
    title         TEXT NOT NULL,
    due_day       TEXT NOT NULL,
    due_precision TEXT NOT NULL,
    recurrence    TEXT NOT NULL,
    done_on       TEXT NOT NULL,
    source        TEXT NOT NULL,
    version       INTEGER NOT NULL,
    created_at    TIMESTAMP NOT NULL,
    updated_at    TIMESTAMP NOT NULL,
    UNIQUE (activity_id, key)
);
CREATE INDEX milestones_due ON milestones (due_day, activity_id);

CREATE TABLE parts (
    id                   TEXT PRIMARY KEY,
    activity_id          TEXT NOT NULL REFERENCES activities (id),
    body_id              TEXT NOT NULL REFERENCES bodies (id),
    state                TEXT NOT NULL,
    assignment_reference TEXT NOT NULL,
    last_report_on       TEXT NOT NULL,
    version              INTEGER NOT NULL,
    created_at           TIMESTAMP NOT NULL,
    updated_at           TIMESTAMP NOT NULL,
    UNIQUE (activity_id, body_id)
);
CREATE INDEX parts_body ON parts (body_id, activity_id);

CREATE TABLE reports (
    id          TEXT PRIMARY KEY,
    activity_id TEXT NOT NULL REFERENCES activities (id),
    body_id     TEXT NOT NULL REFERENCES bodies (id),
    state       TEXT NOT NULL,
    as_of       TEXT NOT NULL,
    done        TEXT NOT NULL,
    deviation   TEXT NOT NULL,
    next        TEXT NOT NULL,
    by_user_id  TEXT NOT NULL,
    by_role     TEXT NOT NULL,
    version     INTEGER NOT NULL,
    created_at  TIMESTAMP NOT NULL,
    updated_at  TIMESTAMP NOT NULL
);
CREATE INDEX reports_activity ON reports (activity_id, as_of, created_at, id);
CREATE INDEX reports_body ON reports (body_id, as_of);

CREATE TABLE dependencies (
    id          TEXT PRIMARY KEY,
    activity_id TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    before_id   TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    version     INTEGER NOT NULL,
    created_at  TIMESTAMP NOT NULL,
    UNIQUE (activity_id, before_id)
);
CREATE INDEX dependencies_before ON dependencies (before_id);

CREATE TABLE internal_notes (
    activity_id TEXT PRIMARY KEY REFERENCES activities (id) ON DELETE CASCADE,
    text        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    updated_at  TIMESTAMP NOT NULL
);
