-- +goose Up
CREATE TABLE users (
    id            TEXT PRIMARY KEY,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    lang          TEXT NOT NULL,
    active        BOOLEAN NOT NULL,
    password_hash TEXT NOT NULL,
    sort_key      TEXT NOT NULL,
    version       INTEGER NOT NULL,
    created_at    TIMESTAMP NOT NULL,
    updated_at    TIMESTAMP NOT NULL
);
CREATE INDEX users_sorted ON users (sort_key, id);

CREATE TABLE user_roles (
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    role       TEXT NOT NULL,
    body_id    TEXT REFERENCES bodies (id),
    valid_from TEXT NOT NULL,
    valid_to   TEXT NOT NULL,
    PRIMARY KEY (user_id, position)
);
CREATE INDEX user_roles_role ON user_roles (role, user_id);
CREATE INDEX user_roles_body ON user_roles (body_id);

-- A session is the family of its refresh tokens.
CREATE TABLE sessions (
    id           TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at   TIMESTAMP NOT NULL,
    last_used_at TIMESTAMP NOT NULL,
    expires_at   TIMESTAMP NOT NULL,
    ended_at     TIMESTAMP
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- A week of renewals is a chain of two thousand. With parent_id as a foreign key
-- that cascades, deleting the session would pass SQLite's limit of nesting.
CREATE TABLE refresh_tokens (
    id         TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    parent_id  TEXT UNIQUE,
    hash       TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at    TIMESTAMP
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

-- number makes two replicas that start together agree on one key.
CREATE TABLE signing_keys (
    kid        TEXT PRIMARY KEY,
    number     INTEGER NOT NULL UNIQUE,
    seed       TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP
);

-- Who tried is a keyed hash; rows go after a day.
CREATE TABLE signin_attempts (
    key           TEXT PRIMARY KEY,
    score         BIGINT NOT NULL,
    blocked_until TIMESTAMP NOT NULL,
    last_at       TIMESTAMP NOT NULL
);
CREATE INDEX signin_attempts_last ON signin_attempts (last_at);
