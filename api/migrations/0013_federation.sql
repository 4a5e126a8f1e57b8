-- +goose Up
ALTER TABLE user_roles ADD COLUMN provided BOOLEAN NOT NULL DEFAULT FALSE;

-- Who a person is to the system through which they sign in.
CREATE TABLE federated_identities (
    id           TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    issuer       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    created_at   TIMESTAMP NOT NULL,
    last_used_at TIMESTAMP NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE INDEX federated_identities_user ON federated_identities (user_id);

-- A browser that was sent to that system and has not come back: minutes at most.
CREATE TABLE federated_sign_ins (
    id         TEXT PRIMARY KEY,
    state_hash TEXT NOT NULL UNIQUE,
    bond_hash  TEXT NOT NULL,
    nonce      TEXT NOT NULL,
    verifier   TEXT NOT NULL,
    return_to  TEXT NOT NULL,
    asker      TEXT NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX federated_sign_ins_asker ON federated_sign_ins (asker);
CREATE INDEX federated_sign_ins_expiry ON federated_sign_ins (expires_at);
