-- +goose Up

-- What a person chooses to show, and whether nothing may be shown of them at all.
ALTER TABLE users ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN public_name BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN public_email BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN public_phone BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN protected BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN erased_at TIMESTAMP;

-- How a session was begun (pwd, otp, passkey, oidc …) and on what, in coarse words.
ALTER TABLE sessions ADD COLUMN how TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';

-- A sign-in whose password was right and whose second step is to come.
CREATE TABLE pending_sign_ins (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash       TEXT NOT NULL UNIQUE,
    tries      INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX pending_sign_ins_user ON pending_sign_ins (user_id);
CREATE INDEX pending_sign_ins_expiry ON pending_sign_ins (expires_at);

-- Links in mail, by which a password is chosen. Without a user it is the request
-- of somebody who has no account: written all the same, so that the work is equal.
CREATE TABLE account_links (
    id         TEXT PRIMARY KEY,
    user_id    TEXT REFERENCES users (id) ON DELETE CASCADE,
    purpose    TEXT NOT NULL,
    hash       TEXT UNIQUE,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    ended_at   TIMESTAMP
);
CREATE INDEX account_links_user ON account_links (user_id);
CREATE INDEX account_links_expiry ON account_links (expires_at);

-- What the owner of an account is told: that something of theirs was changed.
CREATE TABLE account_notices (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    address    TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX account_notices_user ON account_notices (user_id);
CREATE INDEX account_notices_created ON account_notices (created_at);
