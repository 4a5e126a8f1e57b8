-- +goose Up

-- One row per family of things that are cached together. Bumped as the last
-- statement of a write; its lock, held until commit, puts commits in order.
CREATE TABLE revisions (
    family TEXT PRIMARY KEY,
    value  BIGINT NOT NULL
);
INSERT INTO revisions (family, value) VALUES
    ('plan', 1), ('boards', 1), ('accounts', 1), ('council', 1), ('knowledge', 1);

-- The last change of each object, in the order of commits: what updatedSince reads.
CREATE TABLE changes (
    family      TEXT NOT NULL,
    object_type TEXT NOT NULL,
    object_id   TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    deleted     BOOLEAN NOT NULL,
    PRIMARY KEY (object_type, object_id),
    FOREIGN KEY (family) REFERENCES revisions (family)
);
CREATE INDEX changes_family_seq ON changes (family, seq);

CREATE TABLE audit_events (
    id          TEXT PRIMARY KEY,
    at          TIMESTAMP NOT NULL,
    user_id     TEXT NOT NULL DEFAULT '',
    role        TEXT NOT NULL DEFAULT '',
    action      TEXT NOT NULL,
    object_type TEXT NOT NULL,
    object_id   TEXT NOT NULL,
    version     INTEGER NOT NULL DEFAULT 0,
    changes     TEXT NOT NULL DEFAULT '[]',
    note        TEXT NOT NULL DEFAULT '',
    request_id  TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_events_object ON audit_events (object_type, object_id, version);
CREATE INDEX audit_events_at ON audit_events (at);

-- The answer of each POST that succeeded under a key, for its repetition.
CREATE TABLE idempotency_keys (
    user_id     TEXT NOT NULL,
    key         TEXT NOT NULL,
    method_path TEXT NOT NULL,
    body_hash   TEXT NOT NULL,
    status      INTEGER NOT NULL DEFAULT 0,
    headers     TEXT NOT NULL DEFAULT '',
    body        TEXT NOT NULL DEFAULT '',
    created_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
