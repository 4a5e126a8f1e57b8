-- +goose Up

CREATE TABLE decisions (
    id                       TEXT PRIMARY KEY,
    plan_id                  TEXT NOT NULL REFERENCES plans (id),
    key                      TEXT NOT NULL,
    body_id                  TEXT REFERENCES bodies (id),
    date_day                 TEXT NOT NULL,
    date_precision           TEXT NOT NULL,
    registration_number      TEXT NOT NULL,
    title                    TEXT NOT NULL,
    text                     TEXT NOT NULL,
    lang                     TEXT NOT NULL,
    motions                  TEXT NOT NULL,
    reservations             TEXT NOT NULL,
    report_back_day          TEXT NOT NULL,
    report_back_precision    TEXT NOT NULL,
    reported_back_day        TEXT NOT NULL,
    reported_back_precision  TEXT NOT NULL,
    source                   TEXT NOT NULL,
    version                  INTEGER NOT NULL,
    created_at               TIMESTAMP NOT NULL,
    updated_at               TIMESTAMP NOT NULL,
    UNIQUE (plan_id, key)
);
CREATE INDEX decisions_dated ON decisions (date_day, id);
CREATE INDEX decisions_body ON decisions (body_id, date_day);
CREATE INDEX decisions_open ON decisions (report_back_day, reported_back_day);

-- What a decision is about: things of several rooms, so no foreign key; the room checks.
CREATE TABLE decision_concerns (
    decision_id TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
    object_type TEXT NOT NULL,
    object_id   TEXT NOT NULL,
    PRIMARY KEY (decision_id, object_type, object_id)
);
CREATE INDEX decision_concerns_object ON decision_concerns (object_type, object_id);
