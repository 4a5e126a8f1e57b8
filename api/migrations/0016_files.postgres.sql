-- +goose Up

-- What people put here: whose it is, what it is called, what it is by its content.
CREATE TABLE files (
    id         TEXT PRIMARY KEY,
    owner_type TEXT NOT NULL,
    owner_id   TEXT NOT NULL,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       BIGINT NOT NULL,
    sha256     TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX files_owner ON files (owner_type, owner_id, id);

-- The content, in pieces of 256 kB, so that no one row is large.
CREATE TABLE file_pieces (
    file_id TEXT NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    data    BYTEA NOT NULL,
    PRIMARY KEY (file_id, number)
);
