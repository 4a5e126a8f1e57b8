-- +goose Up

-- People and bodies with competences, called in per activity; and those who once
-- drafted the plan. A name without an account stands only with the person's consent.
CREATE TABLE reference_members (
    id          TEXT PRIMARY KEY,
    grp         TEXT NOT NULL,
    body_id     TEXT REFERENCES bodies (id),
    user_id     TEXT REFERENCES users (id),
    role        TEXT NOT NULL,
    sort_key    TEXT NOT NULL,
    name        TEXT NOT NULL,
    consent_on  TEXT NOT NULL,
    competences TEXT NOT NULL,
    lang        TEXT NOT NULL,
    valid_from  TEXT NOT NULL,
    valid_to    TEXT NOT NULL,
    note        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    created_at  TIMESTAMP NOT NULL,
    updated_at  TIMESTAMP NOT NULL
);
CREATE INDEX reference_members_ordered ON reference_members (grp, sort_key, id);
CREATE INDEX reference_members_body ON reference_members (body_id);
CREATE INDEX reference_members_user ON reference_members (user_id);
CREATE INDEX reference_members_ended ON reference_members (valid_to);

CREATE TABLE reference_callings (
    id          TEXT PRIMARY KEY,
    member_id   TEXT NOT NULL REFERENCES reference_members (id),
    activity_id TEXT NOT NULL REFERENCES activities (id),
    valid_from  TEXT NOT NULL,
    valid_to    TEXT NOT NULL,
    why         TEXT NOT NULL,
    version     INTEGER NOT NULL,
    created_at  TIMESTAMP NOT NULL,
    updated_at  TIMESTAMP NOT NULL
);
CREATE INDEX reference_callings_member ON reference_callings (member_id, valid_from, id);
CREATE INDEX reference_callings_activity ON reference_callings (activity_id, valid_from, id);
