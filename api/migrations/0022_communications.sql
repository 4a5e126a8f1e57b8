-- +goose Up

INSERT INTO revisions (family, value) VALUES ('communications', 1);

-- How the work is told, inward and outward. Who does it is a body, never a person.
CREATE TABLE communications (
    id                  TEXT PRIMARY KEY,
    plan_id             TEXT NOT NULL REFERENCES plans (id),
    activity_id         TEXT REFERENCES activities (id),
    message             TEXT NOT NULL,
    audience            TEXT NOT NULL,
    direction           TEXT NOT NULL,
    channel             TEXT NOT NULL,
    date_day            TEXT NOT NULL,
    date_precision      TEXT NOT NULL,
    latest_day          TEXT NOT NULL,
    responsible_body_id TEXT REFERENCES bodies (id),
    done_on             TEXT NOT NULL,
    lang                TEXT NOT NULL,
    version             INTEGER NOT NULL,
    created_at          TIMESTAMP NOT NULL,
    updated_at          TIMESTAMP NOT NULL
);
CREATE INDEX communications_dated ON communications (date_day, id);
CREATE INDEX communications_plan ON communications (plan_id, date_day);
CREATE INDEX communications_body ON communications (responsible_body_id);
CREATE INDEX communications_activity ON communications (activity_id);
CREATE INDEX communications_open ON communications (done_on, latest_day);
