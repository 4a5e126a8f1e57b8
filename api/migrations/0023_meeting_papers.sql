-- +goose Up

-- A letter may bring an entry for the reader's calendar.
ALTER TABLE outbox_messages ADD COLUMN calendar TEXT NOT NULL DEFAULT '';
