-- +goose Up

-- Letters that are shown instead of sent: under --demo and in tests, never in production.
CREATE TABLE outbox_messages (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    sender     TEXT NOT NULL,
    recipient  TEXT NOT NULL,
    subject    TEXT NOT NULL,
    body       TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX outbox_messages_created ON outbox_messages (created_at, id);
