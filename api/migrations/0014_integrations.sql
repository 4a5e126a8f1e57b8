-- +goose Up
INSERT INTO revisions (family, value) VALUES ('integrations', 1);

-- A system of another body that reads and reports by keys of its own.
CREATE TABLE api_clients (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    body_id    TEXT NOT NULL REFERENCES bodies (id),
    scopes     TEXT NOT NULL,
    email      TEXT NOT NULL,
    lang       TEXT NOT NULL,
    active     BOOLEAN NOT NULL,
    note       TEXT NOT NULL,
    sort_key   TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE INDEX api_clients_sorted ON api_clients (sort_key, id);
CREATE INDEX api_clients_body ON api_clients (body_id);

-- Of a key's value only the part that names it and a hash of the whole are kept.
CREATE TABLE api_keys (
    id           TEXT PRIMARY KEY,
    client_id    TEXT NOT NULL REFERENCES api_clients (id) ON DELETE CASCADE,
    public_id    TEXT NOT NULL UNIQUE,
    hash         TEXT NOT NULL,
    label        TEXT NOT NULL,
    expires_on   TEXT NOT NULL,
    last_used_on TEXT NOT NULL,
    ended_at     TIMESTAMP,
    version      INTEGER NOT NULL,
    created_at   TIMESTAMP NOT NULL,
    updated_at   TIMESTAMP NOT NULL
);
CREATE INDEX api_keys_client ON api_keys (client_id, created_at, id);
CREATE INDEX api_keys_expiry ON api_keys (expires_on, id);

-- That a letter was asked for; the key of the table makes it once among replicas.
CREATE TABLE api_key_reminders (
    key_id TEXT NOT NULL REFERENCES api_keys (id) ON DELETE CASCADE,
    days   INTEGER NOT NULL,
    at     TIMESTAMP NOT NULL,
    PRIMARY KEY (key_id, days)
);
