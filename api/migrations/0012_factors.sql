-- +goose Up
INSERT INTO revisions (family, value) VALUES ('factors', 1);

-- A person's codes from an app: the secret in use, and one that waits for its
-- first code. Both are sealed with a key that the database does not hold.
CREATE TABLE totps (
    user_id      TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    secret       TEXT NOT NULL,
    pending      TEXT NOT NULL,
    last_step    BIGINT NOT NULL,
    pending_at   TIMESTAMP,
    confirmed_at TIMESTAMP
);

-- Slow hashes; all codes of a set share their salt, so that a try costs one.
CREATE TABLE recovery_codes (
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    salt       TEXT NOT NULL,
    hash       TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    used_at    TIMESTAMP,
    PRIMARY KEY (user_id, position)
);

CREATE TABLE passkeys (
    id            TEXT PRIMARY KEY,
    user_id       TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    sort_key      TEXT NOT NULL,
    credential_id TEXT NOT NULL UNIQUE,
    public_key    TEXT NOT NULL,
    counter       BIGINT NOT NULL,
    flags         INTEGER NOT NULL,
    transports    TEXT NOT NULL,
    version       INTEGER NOT NULL,
    created_at    TIMESTAMP NOT NULL,
    last_used_at  TIMESTAMP,
    stopped_at    TIMESTAMP
);
CREATE INDEX passkeys_user ON passkeys (user_id, sort_key, id);

-- What a browser was asked to sign, once and within minutes.
CREATE TABLE passkey_challenges (
    id         TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL,
    user_id    TEXT REFERENCES users (id) ON DELETE CASCADE,
    asker      TEXT NOT NULL,
    session    TEXT NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX passkey_challenges_user ON passkey_challenges (user_id);
CREATE INDEX passkey_challenges_asker ON passkey_challenges (asker);
CREATE INDEX passkey_challenges_expiry ON passkey_challenges (expires_at);
